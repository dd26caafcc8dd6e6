import { digestOf, hashAfter } from '#shared/event-log.ts';
import type { LoggedEvent } from '#shared/event-log-tables.ts';
import type { Break } from './log-break.ts';
import type { EventRow, FactsRow } from './log-source.ts';

/** An event and its facts against the event before it: what is wrong first, or nothing. */
export function judgeEvent(before: Pick<LoggedEvent, 'position' | 'hash'>, row: EventRow, kept: FactsRow | undefined): Break | undefined {
  const expected = before.position + 1;
  const event = readable(row);
  if (!event) return { kind: 'UNREADABLE', position: row.position ?? expected, says: unreadable(row) };
  const { position } = event;
  if (position > expected) return { kind: 'EVENTS_MISSING', position: expected, says: missing(expected, position - 1) };
  if (position < expected)
    return { kind: 'EVENT_OUT_OF_PLACE', position, says: 'An event stands before the first: positions begin at 1 and have no gaps.' };
  if (hashAfter(before.hash, event) !== event.hash)
    return {
      kind: 'EVENT_CHANGED',
      position,
      says: 'The event does not fit its hash: it is not the one that was written here, or something in it was changed.',
    };
  return judgeFacts(event, kept);
}

function judgeFacts({ position, factsDigest }: LoggedEvent, kept: FactsRow | undefined): Break | undefined {
  if (!kept) return { kind: 'FACTS_MISSING', position, says: 'The event is there, but the row of its facts is gone.' };
  const { salt, facts } = kept;
  if (salt === undefined || facts === undefined)
    return { kind: 'UNREADABLE', position, says: 'The facts of the event, or their salt, are not text any more.' };
  if (salt === null && facts === null) return undefined;
  if (salt === null || facts === null)
    return { kind: 'FACTS_HALF_ERASED', position, says: `Of salt and facts only the ${salt === null ? 'facts are' : 'salt is'} there.` };
  if (digestOf(salt, facts) === factsDigest) return undefined;
  return { kind: 'FACTS_CHANGED', position, says: 'The facts of the event are not those that were written, or their salt was changed.' };
}

function readable({ position, at, actor, kind, subject, factsDigest, hash }: EventRow): LoggedEvent | undefined {
  if (position === undefined || at === undefined || actor === undefined || kind === undefined) return undefined;
  if (subject === undefined || factsDigest === undefined || hash === undefined) return undefined;
  return { position, at, actor, kind, subject, factsDigest, hash };
}

function unreadable(row: EventRow): string {
  const columns = Object.entries(row).flatMap(([column, value]) => (value === undefined ? [column] : []));
  return `What stands in ${columns.join(', ')} of the event is of another kind than was written there.`;
}

const missing = (first: number, last: number): string =>
  first === last
    ? `Event ${first} is gone; those around it are there.`
    : `Events ${first} to ${last} are gone; those around them are there.`;
