import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { eventsAfter, readHead, type ToldEvent } from './event-log.ts';
import { type LogHead, loggedEvents } from './event-log-tables.ts';
import { grantLease } from './lease.ts';
import { refuse } from './refusal.ts';
import { waitingRoom } from './waiting-room.ts';
import { watchHead } from './watch-head.ts';

const LONGEST_WAIT = 25;
const LARGEST_PAGE = 500;
const MOST_LOOKS = 20;
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

type Told<Facts> = FeedPage<Facts>['events'];
/** Which of these events the reader may see, judged now. */
export type Visible<Facts> = (events: Told<Facts>) => Promise<Told<Facts>> | Told<Facts>;

export interface Feed<Facts> {
  page(question: FeedQuestion, visible?: Visible<Facts>): Promise<FeedPage<Facts>>;
  /** Where the log stands now, to read a snapshot first and follow from there. */
  position(): Promise<string>;
  /** Ends all waiting with the cursor that was asked with. */
  stop(): void;
}

/** Serves a subgraph's log as a feed, the long polls included. */
export function serveFeed<Facts>(database: Database): Feed<Facts> {
  const watch = watchHead(database);
  const enter = waitingRoom();
  return {
    page: async ({ actor, after, ...asked }, visible = (events) => events) => {
      const { first, waitSeconds } = within(asked);
      const granted = async (start: Place) => (actor.kind === 'subgraph' ? grantLease(database, actor.id, start.position) : undefined);
      const deadline = performance.now() + waitSeconds * 1000;
      let start: Place = after ? await database.read((manager) => placeOf(manager, after)) : await database.read(beginning);
      for (let looked = 1; ; looked++) {
        await granted(start);
        const { events, end, caughtUp } = await database.read((manager) => readEvents<Facts>(manager, start, first));
        const shown = await visible(events);
        const patient = caughtUp ? performance.now() < deadline && !watch.stopped() : looked < MOST_LOOKS;
        if (shown.length > 0 || !patient) return { events: shown, nextCursor: cursorAt(end), caughtUp };
        if (caughtUp) await enter(actor, () => watch.until(end.position, deadline - performance.now()));
        start = end;
      }
    },
    position: async () => cursorAt(await database.read(readHead)),
    stop: watch.stop,
  };
}

function within({ first, waitSeconds }: { first: number; waitSeconds: number }) {
  if (first < 1 || first > LARGEST_PAGE)
    refuse('INVALID_INPUT', `A page holds 1 to ${LARGEST_PAGE} changes.`, { facts: { argument: 'first' } });
  if (waitSeconds < 0 || waitSeconds > LONGEST_WAIT)
    refuse('INVALID_INPUT', `A reader may wait 0 to ${LONGEST_WAIT} seconds.`, { facts: { argument: 'waitSeconds' } });
  return { first, waitSeconds };
}

/** A place in the log, with what tells this log from a restored one. */
type Place = Pick<LogHead, 'logId' | 'position' | 'hash'>;

async function readEvents<Facts>(manager: EntityManager, start: Place, first: number) {
  const head = await readHead(manager);
  const events = await eventsAfter<Facts>(manager, start.position, head.position, first);
  const last = events.at(-1);
  const placed = events.map((event) => ({ ...event, cursor: cursorAt({ ...event, logId: head.logId }) }));
  const caughtUp = !last || last.position === head.position;
  return { events: placed, end: caughtUp || !last ? head : { ...last, logId: head.logId }, caughtUp };
}

const beginning = async (manager: EntityManager): Promise<Place> => ({ ...(await readHead(manager)), position: 0, hash: '0'.repeat(64) });

/** Where a cursor stands, if it is of this very log: a restored backup is another one from where they part. */
async function placeOf(manager: EntityManager, cursor: string): Promise<Place> {
  const [logId, position, prefix] = fromCursor('feed', cursor);
  const { logId: own } = await readHead(manager);
  const hash = position === 0 ? '0'.repeat(64) : await hashAt(manager, Number(position));
  if (hash !== undefined && logId === own && typeof position === 'number' && prefix === hash.slice(0, HASH_PREFIX))
    return { logId: own, position: Number(position), hash };
  return refuse('INVALID_INPUT', 'The cursor is of a log that is not this one, as after a restored backup; start without one.', {
    facts: { argument: 'after' },
  });
}

async function hashAt(manager: EntityManager, position: number): Promise<string | undefined> {
  const event = await manager.createQueryBuilder(loggedEvents, 'event').where('event.position = :position', { position }).getOne();
  return event?.hash;
}

/** The cursor behind a position, as the feed gives it. */
export async function cursorBehind(manager: EntityManager, position: number): Promise<string> {
  const { logId } = await readHead(manager);
  return cursorAt({ logId, position, hash: (await hashAt(manager, position)) ?? '0'.repeat(64) });
}

/** The position that a cursor of the feed stands behind; a cursor of another log is refused. */
export const positionBehind = async (manager: EntityManager, cursor: string): Promise<number> => (await placeOf(manager, cursor)).position;

const cursorAt = ({ logId, position, hash }: Place) => toCursor('feed', [logId, position, hash.slice(0, HASH_PREFIX)]);
