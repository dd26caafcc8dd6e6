import { setTimeout as pause } from 'node:timers/promises';
import { fromCursor, toCursor } from '#shared/cursor.ts';
import type { Database } from '#shared/database.ts';
import { readHead } from '#shared/event-log.ts';
import { refuse } from '#shared/refusal.ts';
import { tellUses } from './database/uses/tell-uses.ts';
import { forgetUsesBefore, type UsePlace, usesBehind } from './database/uses/told-uses.ts';
import { danishDay } from './domain/uses/danish-day.ts';
import type { UseFeed } from './domain/uses/use-feed.ts';

const LIST = 'uses';
const LARGEST_PAGE = 500;
const LONGEST_WAIT = 25;
const LOOK_EVERY = 250;
const KEPT_DAYS = 40;
const HOUR = 60 * 60 * 1000;

/**
 * Serves what accesses were used for, to followers. Each day of an access is told in absolute numbers, so telling it again counts
 * nothing twice. No decision rests on it: there are no leases, and nobody waits for who follows.
 */
export function serveUses(database: Database, report: (fault: unknown) => void): UseFeed & { stop(): void } {
  const stopping = new AbortController();
  const oldest = () => danishDay(database.clock() - KEPT_DAYS * 24 * HOUR);
  const forgetting = setInterval(() => forgetUsesBefore(database, oldest()).catch(report), HOUR);
  forgetting.unref();
  return {
    page: async ({ after, first, waitSeconds }) => {
      if (first < 1 || first > LARGEST_PAGE || waitSeconds < 0 || waitSeconds > LONGEST_WAIT)
        refuse('INVALID_INPUT', `A page holds 1 to ${LARGEST_PAGE} days, and is waited for 0 to ${LONGEST_WAIT} seconds.`);
      const deadline = performance.now() + waitSeconds * 1000;
      const { logId } = await database.read(readHead);
      const start = placeIn(after, logId);
      for (;;) {
        const more = await tellUses(database);
        const changes = await database.read((manager) => usesBehind(manager, start, first));
        const end: UsePlace = changes.at(-1) ?? start;
        const patient = !stopping.signal.aborted && performance.now() < deadline;
        if (changes.length > 0 || more || !patient) {
          const nextCursor = toCursor(LIST, [logId, end.position, end.day, end.access]);
          return { changes, nextCursor, caughtUp: !more && changes.length < first };
        }
        await pause(LOOK_EVERY, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    },
    stop: () => {
      clearInterval(forgetting);
      stopping.abort();
    },
  };
}

/** Where a cursor stands; one of another store starts anew, which counts nothing twice. */
function placeIn(cursor: string | null | undefined, logId: string): UsePlace {
  const [of, position, day, access] = cursor ? fromCursor(LIST, cursor) : [];
  return of === logId ? { position: Number(position), day: String(day), access: String(access) } : { position: 0, day: '', access: '' };
}
