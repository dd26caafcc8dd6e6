import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { Fetch } from '../../planning/query-plan.ts';

/** Which fields of a subgraph's answer are taken over: those that it was asked for, and nothing else that it may tell. */
export interface Taken {
  readonly name: string;
  /** None below a leaf. */
  readonly below: readonly Taken[] | undefined;
}

interface Growing extends Map<string, Growing | undefined> {}

/** What is taken of the answer to a fetch: of each entity, or of the root. */
export function takenOf({
  operation,
  requires,
  outputRewrites,
}: Pick<Fetch, 'operation' | 'requires' | 'outputRewrites'>): readonly Taken[] {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])));
  const root: Growing = new Map();
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) grow(root, each.selectionSet, fragments);
  const taken = (requires ? root.get('_entities') : root) ?? new Map();
  for (const rewrite of outputRewrites ?? [])
    if (rewrite.kind === 'KeyRenamer')
      rename(
        taken,
        rewrite.path.filter((step) => !step.startsWith('... on ')),
        rewrite.renameKeyTo,
      );
  return asList(taken);
}

function grow(into: Growing, { selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const below = into.get(name) ?? (selection.selectionSet ? new Map() : undefined);
      into.set(name, below);
      if (below && selection.selectionSet) grow(below, selection.selectionSet, fragments);
    } else {
      const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet;
      if (set) grow(into, set, fragments);
    }
  }
}

function rename(within: Growing, [first, ...rest]: readonly string[], to: string): void {
  if (first === undefined) return;
  const below = within.get(first);
  if (rest.length > 0) {
    if (below) rename(below, rest, to);
    return;
  }
  const there = within.get(to);
  within.set(to, below && there ? merged(below, there) : (below ?? there));
}

const merged = (one: Growing, other: Growing): Growing => {
  const both: Growing = new Map(one);
  for (const [name, below] of other) {
    const there = both.get(name);
    both.set(name, below && there ? merged(below, there) : (below ?? there));
  }
  return both;
};

const asList = (grown: Growing): readonly Taken[] => [...grown].map(([name, below]) => ({ name, below: below && asList(below) }));
