import type { Break } from './log-break.ts';
import type { LogEnds } from './log-source.ts';

/** The end of a chain that holds, against its head and the facts that are kept. */
export function judgeEnds(
  { head, lastEvent, lastFacts }: LogEnds,
  end: { readonly position: number; readonly hash: string },
): Break | undefined {
  const behind = end.position + 1;
  if (lastEvent === undefined)
    return { kind: 'UNREADABLE', position: behind, says: 'There is an event whose position is no whole number.' };
  if (!head) return { kind: 'NO_HEAD', position: behind, says: 'The row that says where the log ends is gone, or cannot be read.' };
  if (head.position !== end.position) return { kind: 'HEAD_DIFFERS', position: behind, says: differing(head.position, end.position) };
  if (head.hash !== end.hash)
    return { kind: 'HEAD_DIFFERS', position: end.position, says: 'The head says another hash than the last event carries.' };
  if (lastFacts === undefined || lastFacts > end.position)
    return {
      kind: 'FACTS_WITHOUT_EVENT',
      position: behind,
      says: `Facts go on behind the last event${lastFacts === undefined ? '' : `, to position ${lastFacts}`}: their events are gone, or never were.`,
    };
  return undefined;
}

const differing = (head: number, last: number): string =>
  head > last
    ? `The head says that the log ends at ${head}, but the last event is ${last}: the last ${head - last} were cut off.`
    : `The head says that the log ends at ${head}, but events go on to ${last}: they were put in, or the head was set back.`;
