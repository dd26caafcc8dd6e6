import type { TracedReader, TraceFacts, TraceStep } from './trace.ts';
import { inWords, NOBODY, stepDone, stepOpen, supplierOf } from './trace-step.ts';

/** Who was shown the person since the tie began, and who might be and was not. */
export function fetchedStep({ tie, readers }: TraceFacts): TraceStep {
  if (!tie || tie.to !== null) return stepOpen('FETCHED', 'There is nothing to fetch.', NOBODY);
  const fetched = readers.flatMap(({ system, fetchedAt }) => (fetchedAt === null ? [] : [{ system, fetchedAt }]));
  const waiting = readers.filter(({ fetchedAt, state }) => fetchedAt === null && state === 'ACTIVE');
  const paused = readers.filter(({ state }) => state === 'SUSPENDED');
  const beside = [...listed('Has an access and has not fetched', waiting), ...listed('Is paused', paused)].join(' ');
  const [last] = fetched.sort((one, other) => other.fetchedAt - one.fetchedAt);
  if (last) {
    const by = fetched.map(({ system, fetchedAt }) => `${system} at ${inWords(fetchedAt)}`).join(', ');
    return stepDone('FETCHED', last.fetchedAt, `Fetched by ${by}. ${beside}`.trim());
  }
  const [one] = [...waiting, ...paused];
  if (one) return stepOpen('FETCHED', `Nobody has fetched the person. ${beside}`, supplierOf(one.system));
  return stepOpen(
    'FETCHED',
    'No system has an access to fetch from this daycare.',
    'a supplier, by a request that the daycare’s side decides',
  );
}

const listed = (words: string, readers: readonly TracedReader[]): string[] =>
  readers.length > 0 ? [`${words}: ${readers.map(({ system }) => system).join(', ')}.`] : [];
