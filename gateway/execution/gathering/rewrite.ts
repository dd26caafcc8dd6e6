import type { Rewrite } from '../../planning/query-plan.ts';
import { isTree, type Tree } from './take-answer.ts';

type IsOfType = (type: string, typename: string) => boolean;
const FRAGMENT = '... on ';

/** Changes what is sent, or what came, as the plan says: a value set, or a key renamed, wherever the path leads. */
export function rewrite(value: unknown, rewrites: readonly Rewrite[] | undefined, isOfType: IsOfType): void {
  for (const each of rewrites ?? []) {
    const last = each.path.at(-1);
    if (last === undefined) continue;
    atPath(value, each.path.slice(0, -1), isOfType, (tree) => {
      if (each.kind === 'ValueSetter') tree[last] = each.setValueTo;
      else if (Object.hasOwn(tree, last)) {
        tree[each.renameKeyTo] = tree[last];
        delete tree[last];
      }
    });
  }
}

function atPath(value: unknown, path: readonly string[], isOfType: IsOfType, change: (tree: Tree) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) atPath(each, path, isOfType, change);
    return;
  }
  if (!isTree(value)) return;
  const [first, ...rest] = path;
  if (first === undefined) change(value);
  else if (!first.startsWith(FRAGMENT)) atPath(value[first], rest, isOfType, change);
  else if (mayBe(first.slice(FRAGMENT.length), value, isOfType)) atPath(value, rest, isOfType, change);
}

/** What does not say its type is taken to be of the type that the path goes through. */
const mayBe = (type: string, { __typename: typename }: Tree, isOfType: IsOfType): boolean =>
  typeof typename !== 'string' || isOfType(type, typename);
