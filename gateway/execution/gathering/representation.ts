import type { RequiredSelection } from '../../planning/query-plan.ts';
import { isTree, type Tree } from './take-answer.ts';

type IsOfType = (type: string, typename: string) => boolean;

/** That something is not there by which an entity would be found: whoever was to tell it did not. */
export const INCOMPLETE = Symbol('incomplete');

/** What a subgraph is told of an entity to find it again; nothing where the entity is of another type than is asked for. */
export function representationOf(
  entity: Tree,
  requires: readonly RequiredSelection[],
  isOfType: IsOfType,
): Tree | typeof INCOMPLETE | undefined {
  const representation = selected(entity, requires, isOfType);
  if (!representation) return INCOMPLETE;
  return typeof representation.__typename === 'string' ? representation : undefined;
}

function selected(tree: Tree, selections: readonly RequiredSelection[], isOfType: IsOfType): Tree | undefined {
  const found: Tree = {};
  return selects(found, tree, selections, isOfType) ? found : undefined;
}

function selects(found: Tree, tree: Tree, selections: readonly RequiredSelection[], isOfType: IsOfType): boolean {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      if (!Object.hasOwn(tree, name)) return false;
      const value = below(tree[name], selection.selections, isOfType);
      if (value === undefined) return false;
      found[name] = found[name] === undefined ? value : joined(found[name], value);
    } else {
      const { __typename: typename } = tree;
      const applies = !selection.typeCondition || (typeof typename === 'string' && isOfType(selection.typeCondition, typename));
      if (applies && !selects(found, tree, selection.selections, isOfType)) return false;
    }
  }
  return true;
}

function below(value: unknown, selections: readonly RequiredSelection[] | undefined, isOfType: IsOfType): unknown {
  if (Array.isArray(value)) {
    const rows = value.map((each) => below(each, selections, isOfType));
    return rows.includes(undefined) ? undefined : rows;
  }
  if (!selections || value === null) return value;
  return isTree(value) ? selected(value, selections, isOfType) : undefined;
}

/** What two fragments tell of the same field. */
function joined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((each, index) => joined(each, other[index]));
  if (!isTree(one) || !isTree(other)) return other;
  const both: Tree = { ...one };
  for (const [name, value] of Object.entries(other)) both[name] = name in both ? joined(both[name], value) : value;
  return both;
}
