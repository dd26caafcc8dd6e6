import type { Shape, ShapedField, ShapedSelection, ShapedType } from './shape.ts';
import { isTree, type Tree } from '../gathering/take-answer.ts';

/** An answer as its client asked for it, and where something had to be null that may not be. */
export interface Shaped {
  readonly data: Tree | null;
  readonly faults: readonly ShapeFault[];
}

/** A place at which what came cannot be shown: nothing where there must be something, or something of another type. */
export interface ShapeFault {
  readonly path: readonly (string | number)[];
  readonly what: 'missing' | 'unfit';
  readonly type: string;
}

/** That a required value is not there, which takes what it stands in along. */
const NOTHING = Symbol('nothing');

interface Shaping {
  readonly path: (string | number)[];
  readonly faults: ShapeFault[];
  readonly introspect: (field: ShapedField) => unknown;
}

/** Shapes what the subgraphs told into what was asked for: fields in their order, nothing that was fetched for the gateway's own use. */
export function shapeAnswer({ root, selection }: Shape, tree: Tree, introspect: (field: ShapedField) => unknown): Shaped {
  const shaping: Shaping = { path: [], faults: [], introspect };
  const data = fields(tree, root.name, selection, shaping);
  return { data: data === NOTHING ? null : data, faults: shaping.faults };
}

function fields(tree: Tree, typename: string, selection: ShapedSelection, shaping: Shaping): Tree | typeof NOTHING {
  const shaped: Tree = {};
  const { path } = shaping;
  for (const field of selection.of(typename) ?? []) {
    // A leaf that fits is what most of any answer is made of; nothing has to be known of its place.
    const leaf = field.isLeaf ? tree[field.planned] : undefined;
    if (leaf !== undefined && leaf !== null && field.type.fits(leaf)) {
      shaped[field.name] = leaf;
      continue;
    }
    path.push(field.name);
    const value = of[field.meaning](field, tree, typename, shaping);
    path.pop();
    if (value === NOTHING) return NOTHING;
    shaped[field.name] = value;
  }
  return shaped;
}

type Show = (field: ShapedField, tree: Tree, typename: string, shaping: Shaping) => unknown;

const of: Record<ShapedField['meaning'], Show> = {
  value: ({ planned, type }, tree, _, shaping) => complete(type, tree[planned], shaping),
  typename: (_, __, typename) => typename,
  introspection: (field, _, __, { introspect }) => introspect(field),
};

function complete(type: ShapedType, value: unknown, shaping: Shaping): unknown {
  if (value === null || value === undefined) return type.isRequired ? missing(type, shaping) : null;
  const shown = present(type, value, shaping);
  return shown === null && type.isRequired ? NOTHING : shown;
}

function present(type: ShapedType, value: unknown, shaping: Shaping): unknown {
  if (type.row) return list(type, type.row, value, shaping);
  if (type.object) return object(type, value, shaping);
  if (type.fits(value)) return value;
  return type.hides(value) ? hidden(type, shaping) : unfit(type, shaping);
}

function list(type: ShapedType, row: ShapedType, value: unknown, shaping: Shaping): unknown {
  if (!Array.isArray(value)) return unfit(type, shaping);
  const { path } = shaping;
  const shown: unknown[] = new Array(value.length);
  let isWhole = true;
  for (let index = 0; index < value.length; index++) {
    path.push(index);
    shown[index] = complete(row, value[index], shaping);
    path.pop();
    isWhole &&= shown[index] !== NOTHING;
  }
  return isWhole ? shown : null;
}

function object(type: ShapedType, value: unknown, shaping: Shaping): unknown {
  if (!type.object || !isTree(value)) return unfit(type, shaping);
  const { only, mayBe, selection } = type.object;
  const told = value.__typename ?? only;
  if (typeof told !== 'string' || !mayBe(told)) return type.hides(told) ? hidden(type, shaping) : unfit(type, shaping);
  const shown = fields(value, told, selection, shaping);
  return shown === NOTHING ? null : shown;
}

/** So many are told; a subgraph that tells thousands of unfit values is found out by the first. */
const MOST_FAULTS = 100;

function missing(type: ShapedType, shaping: Shaping): typeof NOTHING {
  note(shaping, 'missing', type);
  return NOTHING;
}

/** What clients are not to see is nothing to them, and no fault unless there must be something. */
function hidden(type: ShapedType, shaping: Shaping): null {
  if (type.isRequired) note(shaping, 'missing', type);
  return null;
}

function unfit(type: ShapedType, shaping: Shaping): null {
  note(shaping, 'unfit', type);
  return null;
}

function note({ path, faults }: Shaping, what: ShapeFault['what'], { name }: ShapedType): void {
  if (faults.length < MOST_FAULTS) faults.push({ path: [...path], what, type: name });
}
