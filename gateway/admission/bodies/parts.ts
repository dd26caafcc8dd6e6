/** What a part puts in place: values by their names, in the object or list that stands at the path by then. */
export interface Part {
  readonly path: readonly (string | number)[];
  readonly entries: readonly (readonly [string | number, unknown])[];
}

/** Cuts a parsed JSON value into parts of about this size, so that whoever takes them over is never busy for long. */
export function* partsOf(value: unknown, size: number): Generator<Part> {
  yield* within({ whole: value }, [], { size, sizes: new Map() });
}

/** Puts the next part into what the parts before it made. */
export function putPart(whole: object, { path, entries }: Part): void {
  const target = path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), whole);
  if (typeof target !== 'object' || target === null) throw new Error('A part came before what it belongs to.');
  for (const [name, value] of entries) Reflect.set(target, name, value);
}

interface Cut {
  readonly size: number;
  readonly sizes: Map<object, number>;
}

function* within(container: object, path: Part['path'], cut: Cut): Generator<Part> {
  let entries: (readonly [string | number, unknown])[] = [];
  let held = 0;
  for (const [name, child] of entriesOf(container)) {
    const weight = sizeOf(child, cut.sizes);
    const isLarge = isContainer(child) && weight > cut.size;
    entries.push([name, isLarge ? emptyOf(child) : child]);
    held += isLarge ? 0 : weight;
    if (!isLarge && held <= cut.size) continue;
    yield { path, entries };
    entries = [];
    held = 0;
    if (isLarge) yield* within(child, [...path, name], cut);
  }
  if (entries.length > 0) yield { path, entries };
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
const emptyOf = (value: object): object => (Array.isArray(value) ? [] : {});
const entriesOf = (container: object): Iterable<readonly [string | number, unknown]> =>
  Array.isArray(container) ? container.entries() : Object.entries(container);

/** About how many bytes a value is; each object is looked at once. */
function sizeOf(value: unknown, sizes: Map<object, number>): number {
  if (typeof value === 'string') return 16 + value.length;
  if (!isContainer(value)) return 8;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = 16;
  for (const [name, child] of entriesOf(value)) size += sizeOf(child, sizes) + (typeof name === 'string' ? name.length + 8 : 8);
  sizes.set(value, size);
  return size;
}
