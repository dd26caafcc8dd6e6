import type { GraphQLFormattedError } from 'graphql';
import type { Path } from './places.ts';
import type { PreparedFetch } from './prepared-plan.ts';
import type { Gathered, Running } from './run-plan.ts';
import { NotAsAsked } from './take-answer.ts';

/** At how many places a lost answer is told at the most; the rest is null as well. */
const MOST_PLACES = 50;

const nothingCame: GraphQLFormattedError = { message: 'A part of the system gave no answer.', extensions: { code: 'INTERNAL' } };
const somethingElse: GraphQLFormattedError = {
  message: 'A part of the system answered something else than it was asked.',
  extensions: { code: 'INTERNAL' },
};
const restsOnLost: GraphQLFormattedError = {
  message: 'What this rests on could not be had.',
  extensions: { code: 'UNAVAILABLE' },
};

/** A subgraph's error at its place in the client's answer. */
export const placed = ({ message, extensions }: GraphQLFormattedError, at: Path, below: Path): GraphQLFormattedError => ({
  message,
  path: [...at, ...below],
  ...(extensions && { extensions }),
});

/** Whether an error says where it belongs, in steps that a path can have. */
export const hasPlace = ({ path }: GraphQLFormattedError): boolean =>
  Array.isArray(path) && path.length > 0 && path.every((step) => typeof step === 'string' || typeof step === 'number');

/** Notes each field of an answer that did not come; where the subgraph said itself what went wrong there, that is told instead. */
export function lose(
  fetch: PreparedFetch,
  places: readonly Path[],
  { losses }: Gathered,
  told: readonly GraphQLFormattedError[] = [],
): void {
  const error = told[0] ?? nothingCame;
  const names = fetch.taken.flatMap(({ name }) => (name === '__typename' ? [] : [name]));
  for (const at of places.slice(0, MOST_PLACES)) {
    // Where only the type was asked for, it is the entity itself that cannot be shown.
    if (names.length === 0) losses.push({ path: at, error });
    for (const name of names) losses.push({ path: [...at, name], error });
  }
}

/** Notes fields that could not even be asked for, since an earlier answer was lost. */
export function loseWithEarlier(fetch: PreparedFetch, places: readonly Path[], gathered: Gathered): void {
  if (gathered.losses.length + gathered.errors.length > 0) lose(fetch, places, gathered, [gathered.losses[0]?.error ?? restsOnLost]);
}

/** Takes an answer over; one that is not one to the question costs its own fields only. */
export function taking(
  fetch: PreparedFetch,
  places: readonly Path[],
  { gathered, running }: { readonly gathered: Gathered; readonly running: Running },
  take: () => void,
): void {
  try {
    take();
  } catch (fault) {
    if (!(fault instanceof NotAsAsked)) throw fault;
    running.reportLie(fetch.subgraph, fault);
    lose(fetch, places, gathered, [somethingElse]);
  }
}

/** The client's variables that a fetch uses. */
export const variablesOf = ({ variables }: PreparedFetch, { given }: Running): Record<string, unknown> =>
  Object.fromEntries(variables.flatMap((name) => (Object.hasOwn(given, name) && given[name] !== undefined ? [[name, given[name]]] : [])));
