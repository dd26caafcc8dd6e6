import type { GraphQLFormattedError } from 'graphql';
import type { Path } from './gathering/places.ts';
import type { Gathered } from './gathering/run-plan.ts';
import type { Shaped, ShapeFault } from './shaping/shape-answer.ts';

/** An answer as it leaves, and the faults in it that no error explained: a subgraph broke its own schema. */
export interface FinishedAnswer {
  readonly data: Shaped['data'];
  readonly errors: readonly GraphQLFormattedError[];
  readonly unexplained: readonly ShapeFault[];
}

/** Puts data and errors together: whatever is null because something went wrong has an error that says so, and is said once. */
export function finishAnswer(
  { errors, losses }: Pick<Gathered, 'errors' | 'losses'>,
  { data, faults }: Shaped,
  clientPath: (path: Path) => Path,
): FinishedAnswer {
  if (errors.length + losses.length + faults.length === 0) return { data, errors: [], unexplained: [] };
  const placed = errors.map((error) => (error.path ? { ...error, path: clientPath(error.path) } : error));
  const lost = losses.flatMap(({ path, error }) => {
    const asked = clientPath(path);
    const nothing = asked.length === path.length ? nothingOn(data, asked) : undefined;
    const isTold = !nothing || placed.some((each) => isWithin(asked, each.path ?? []) || isWithin(each.path ?? [], nothing));
    return isTold ? [] : [{ ...error, path: asked }];
  });
  const told = [...placed, ...lost];
  const unexplained = faults.filter(
    ({ path }) => !told.some((error) => isWithin(path, error.path ?? []) || isWithin(error.path ?? [], path)),
  );
  return { data, errors: distinct([...told, ...unexplained.map(faultAsError)]), unexplained };
}

const faultAsError = ({ path }: ShapeFault): GraphQLFormattedError => ({
  message: 'A part of the system answered something that cannot be shown here.',
  path,
  extensions: { code: 'INTERNAL' },
});

/** Where on the way to a place the answer is null; nowhere where something stands there, or nothing was asked for. */
function nothingOn(data: unknown, path: Path): Path | undefined {
  let at = data;
  for (const [index, step] of path.entries()) {
    if (at === null) return path.slice(0, index);
    if (typeof at !== 'object' || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at === null ? path : undefined;
}

const isWithin = (path: Path, outer: Path): boolean => outer.length <= path.length && outer.every((step, index) => step === path[index]);

const distinct = (errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] => [
  ...new Map(errors.map((error) => [JSON.stringify([error.path, error.message, error.extensions?.code]), error])).values(),
];
