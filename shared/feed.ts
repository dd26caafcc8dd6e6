import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { eventsAfter, type LoggedEvent, loggedEvents, readHead, type ToldEvent } from './event-log.ts';
import { grantLease } from './lease.ts';
import { refuse } from './refusal.ts';

const LONGEST_WAIT = 25;
const LARGEST_PAGE = 500;
const LOOK_EVERY = 20;
const HASH_PREFIX = 12;

/** What a reader of a feed asks: what came after a cursor, how much, and how long it would wait for something to come. */
export interface FeedQuestion {
  readonly actor: Actor;
  readonly after?: string | null | undefined;
  readonly first: number;
  readonly waitSeconds: number;
}

/** Events in commit order; from the next cursor on nothing is missed and nothing comes twice. */
export interface FeedPage<Facts> {
  readonly events: readonly (ToldEvent<Facts> & { readonly cursor: string })[];
  readonly nextCursor: string;
  readonly caughtUp: boolean;
}

export interface Feed<Facts> {
  page(question: FeedQuestion): Promise<FeedPage<Facts>>;
  /** Where the log stands now, to read a snapshot first and follow from there. */
  position(): Promise<string>;
  /** Ends all waiting with the cursor that was asked with. */
  stop(): void;
}

/** Serves a subgraph's log as a feed, the long polls included. */
export function serveFeed<Facts>(database: Database): Feed<Facts> {
  const watch = watchHead(database);
  return {
    page: async ({ actor, after, first, waitSeconds }) => {
      const limits = within({ first, waitSeconds });
      const start = after ? await database.read((manager) => placeOf(manager, after)) : 0;
      const granted = async () => (actor.kind === 'subgraph' ? grantLease(database, actor.id, start) : undefined);
      await granted();
      const page = await database.read((manager) => readPage<Facts>(manager, start, limits.first));
      if (page.events.length > 0 || limits.waitSeconds === 0) return page;
      await watch.until(start, limits.waitSeconds * 1000);
      await granted();
      return database.read((manager) => readPage<Facts>(manager, start, limits.first));
    },
    position: async () => cursorAt(await database.read(readHead)),
    stop: watch.stop,
  };
}

function within({ first, waitSeconds }: { first: number; waitSeconds: number }) {
  if (first < 1 || first > LARGEST_PAGE) refuse('INVALID_INPUT', `A page holds 1 to ${LARGEST_PAGE} changes.`, { facts: { argument: 'first' } });
  if (waitSeconds < 0 || waitSeconds > LONGEST_WAIT) refuse('INVALID_INPUT', `A reader may wait 0 to ${LONGEST_WAIT} seconds.`, { facts: { argument: 'waitSeconds' } });
  return { first, waitSeconds };
}

async function readPage<Facts>(manager: EntityManager, start: number, first: number): Promise<FeedPage<Facts>> {
  const head = await readHead(manager);
  const events = await eventsAfter<Facts>(manager, start, head.position, first);
  const last = events.at(-1);
  const cursors = events.map((event) => ({ ...event, cursor: toCursor('feed', [head.logId, event.position, event.hash.slice(0, HASH_PREFIX)]) }));
  return { events: cursors, nextCursor: cursors.at(-1)?.cursor ?? cursorAt(head), caughtUp: !last || last.position === head.position };
}

/** The position a cursor stands at, if it is of this very log: a restored backup is another one from where they part. */
async function placeOf(manager: EntityManager, cursor: string): Promise<number> {
  const [logId, position, prefix] = fromCursor('feed', cursor);
  const head = await readHead(manager);
  const known = logId === head.logId && typeof position === 'number' && (position === 0 || (await hashAt(manager, position))?.startsWith(String(prefix)));
  if (!known) refuse('INVALID_INPUT', 'The cursor is of a log that is not this one, as after a restored backup; start without one.', { facts: { argument: 'after' } });
  return Number(position);
}

async function hashAt(manager: EntityManager, position: number): Promise<string | undefined> {
  const event = await manager.createQueryBuilder(loggedEvents, 'event').where('event.position = :position', { position }).getOne();
  return event?.hash;
}

const cursorAt = ({ logId, position, hash }: { logId: string } & Pick<LoggedEvent, 'position' | 'hash'>) => toCursor('feed', [logId, position, hash.slice(0, HASH_PREFIX)]);

/** One watcher a process looks at the end of the log while someone waits; commits of this process wake it at once. */
function watchHead(database: Database) {
  const waiting = new Map<() => void, number>();
  let stopped = false;
  let watching = false;
  const look = async () => {
    const { position } = await database.read(readHead);
    for (const [resolve, after] of waiting) if (after < position) resolve();
  };
  const watch = async () => {
    if (watching) return;
    watching = true;
    while (waiting.size > 0 && !stopped) {
      await look();
      await pause(LOOK_EVERY);
    }
    watching = false;
  };
  const giveUp = () => {
    watching = false;
    for (const resolve of waiting.keys()) resolve();
  };
  database.onCommit(() => waiting.size > 0 && look().catch(giveUp));
  return {
    until: async (after: number, milliseconds: number) => {
      if (stopped) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      waiting.set(resolve, after);
      watch().catch(giveUp);
      await promise;
      clearTimeout(timer);
      waiting.delete(resolve);
    },
    stop: () => {
      stopped = true;
      giveUp();
    },
  };
}
