import { isTree, type Tree } from './take-answer.ts';

export type Path = readonly (string | number)[];

/** The entities at a place of the answer so far: names of fields, `@` for each row of a list. What is null has none. */
export function entitiesAt(root: Tree, path: Path): Tree[] {
  const found: Tree[] = [];
  walk(root, path, 0, (tree) => found.push(tree));
  return found;
}

/** Where each of them stands in the answer, in the same order. */
export function pathsOfEntitiesAt(root: Tree, path: Path): Path[] {
  const found: Path[] = [];
  walk(root, path, 0, (_, at) => found.push([...at]));
  return found;
}

function walk(value: unknown, path: Path, step: number, found: (tree: Tree, at: Path) => void, at: (string | number)[] = []): void {
  if (Array.isArray(value)) {
    // A list at the end of the path, or where the path says so, stands for its rows.
    const next = path[step] === '@' ? step + 1 : step;
    for (const [index, each] of value.entries()) {
      at.push(index);
      walk(each, path, next, found, at);
      at.pop();
    }
    return;
  }
  if (!isTree(value)) return;
  const name = path[step];
  if (name === undefined) {
    found(value, at);
    return;
  }
  at.push(name);
  walk(value[name], path, step + 1, found, at);
  at.pop();
}
