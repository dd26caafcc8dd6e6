import type { Taken } from './taken-selection.ts';

/** The answer while it grows: what the subgraphs told, under the names that the plan asked for. */
export type Tree = Record<string, unknown>;

/** A subgraph told something that cannot be what it was asked for. */
export class NotAsAsked extends Error {}

/** Takes over what was asked of what came, field by field; nothing that came is kept itself, nothing else of it is looked at. */
export function takeAnswer(tree: Tree, came: object, taken: readonly Taken[]): void {
  for (const { name, below } of taken) {
    const value = ownValue(came, name);
    if (value === undefined) continue;
    tree[name] = below === undefined || value === null ? value : below && takenBelow(tree[name], value, below);
  }
}

function takenBelow(held: unknown, came: unknown, taken: readonly Taken[]): unknown {
  if (came === null) return null;
  // A leaf where an object was asked for is found out, and told, when the answer is shaped.
  if (typeof came !== 'object') return came;
  if (!Array.isArray(came)) {
    const tree: Tree = isTree(held) ? held : {};
    takeAnswer(tree, came, taken);
    return tree;
  }
  const rows = Array.isArray(held) ? held : undefined;
  if (rows && rows.length !== came.length) throw new NotAsAsked('A list came with another length than before.');
  return came.map((each, index) => takenBelow(rows?.[index], each, taken));
}

export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object itself has under a name; what it inherits is nothing that came. */
export const ownValue = (of: object, name: string): unknown => (Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined);
