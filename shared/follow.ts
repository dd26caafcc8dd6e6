import { setTimeout as pause } from 'node:timers/promises';
import { type EntityManager, EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text } from './columns.ts';
import { type Database, forShare, type Transaction } from './database.ts';
import { readHead } from './event-log.ts';
import { CLOCK_STEP, LEASE } from './lease.ts';
import { refuse } from './refusal.ts';

// Well under the lease, which counts from before the page was asked.
const WAIT_SECONDS = 3;
const PAGE = 500;
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 1_000;

/** How far another subgraph's feed has been applied here, and until when that may be gone by. */
export interface FollowerState {
  readonly feed: string;
  readonly cursor: string | null;
  readonly validUntil: number;
}

export const followerStates = new EntitySchema<FollowerState>({
  name: 'follower_state',
  columns: { feed: key(text(60)), cursor: optional(longText), validUntil: instant },
});

export interface FollowedPage<Change> {
  readonly changes: readonly Change[];
  readonly nextCursor: string;
  readonly caughtUp: boolean;
}

/** A feed that is followed: how a page is asked, and what its changes do here. */
export interface Followed<Change> {
  readonly feed: string;
  ask(question: { after: string | null; first: number; waitSeconds: number }, store: string): Promise<FollowedPage<Change>>;
  apply(transaction: Transaction, changes: readonly Change[]): Promise<void>;
}

export interface Follower {
  stop(): Promise<void>;
}

/**
 * Follows a feed until stopped: a page, its cursor and the lease it gives are stored in one transaction, so effects happen
 * exactly once. The lease counts from before the page was asked, and begins only where the page was caught up.
 */
export function follow<Change>(database: Database, followed: Followed<Change>, report: (fault: unknown) => void): Follower {
  const stopping = Promise.withResolvers<never>();
  stopping.promise.catch(() => undefined);
  let stopped = false;
  // A poll under way is not waited for.
  const asking: Followed<Change> = { ...followed, ask: (...asked) => Promise.race([followed.ask(...asked), stopping.promise]) };
  const run = async () => {
    let rest = SHORTEST_PAUSE;
    while (!stopped) {
      try {
        await step(database, asking);
        rest = SHORTEST_PAUSE;
      } catch (fault) {
        if (stopped) return;
        report(fault);
        await pause(rest);
        rest = Math.min(rest * 2, LONGEST_PAUSE);
      }
    }
  };
  const running = run();
  return {
    stop: () => {
      stopped = true;
      stopping.reject(new Error('Stopping.'));
      return running;
    },
  };
}

async function step<Change>(database: Database, { feed, ask, apply }: Followed<Change>): Promise<void> {
  const { cursor: before, validUntil } = await stateOf(database, feed);
  const { logId } = await database.read(readHead);
  const asked = database.clock();
  const { changes, nextCursor, caughtUp } = await ask(
    { after: before, first: PAGE, waitSeconds: validUntil > asked ? WAIT_SECONDS : 0 },
    logId,
  );
  await database.transaction(async (transaction) => {
    const { manager } = transaction;
    const next = { cursor: nextCursor, ...(caughtUp && { validUntil: asked + LEASE }) };
    const moved = await manager
      .createQueryBuilder()
      .update(followerStates)
      .set(next)
      .where(before === null ? 'feed = :feed AND `cursor` IS NULL' : 'feed = :feed AND `cursor` = :before', { feed, before })
      .execute();
    if (moved.affected === 1) await apply(transaction, changes);
  }, 'urgent');
}

/** How far the feed has been applied; from nothing where it was never followed. */
async function stateOf(database: Database, feed: string): Promise<FollowerState> {
  const known = (manager: EntityManager) =>
    manager.createQueryBuilder(followerStates, 'state').where('state.feed = :feed', { feed }).getOne();
  const state = await database.read(known);
  if (state) return state;
  const fresh: FollowerState = { feed, cursor: null, validUntil: 0 };
  await database.transaction(({ manager }) =>
    manager.createQueryBuilder().insert().into(followerStates).values(fresh).orIgnore().execute(),
  );
  return fresh;
}

/** SQL that holds while what these feeds told may still be gone by; stands in the very statement that reads the state. */
export function leaseHolds(feeds: readonly string[], now: number): { sql: string; parameters: Record<string, unknown> } {
  // A lease of longer than there are is one of a clock that was set back since.
  const held = 'lease.validUntil > :leaseNow AND lease.validUntil <= :leaseLatest';
  const sql = `(SELECT COUNT(*) FROM follower_state lease WHERE lease.feed IN (:...leaseFeeds) AND ${held}) = ${feeds.length}`;
  return { sql, parameters: { leaseFeeds: feeds, leaseNow: now, leaseLatest: now + LEASE + CLOCK_STEP } };
}

/** Whether a lease holds now; one of longer than there are is of a clock that was set back since. */
const holds = (validUntil: number, now: number): boolean => validUntil > now && validUntil <= now + LEASE + CLOCK_STEP;

/**
 * Refuses unless these feeds' leases hold, and keeps them from moving until the transaction ends, so that what is then read of
 * their copies is what the leases were given for.
 */
export async function relyOnFeeds(transaction: Transaction, feeds: readonly string[]): Promise<void> {
  const states = await forShare(
    transaction,
    transaction.manager.createQueryBuilder(followerStates, 'state').where('state.feed IN (:...feeds)', { feeds }),
  ).getMany();
  if (states.filter(({ validUntil }) => holds(validUntil, transaction.now())).length < feeds.length) {
    refuse('UNAVAILABLE', 'What this rests on cannot be confirmed right now; try again in a few seconds.', {
      facts: { retryAfterSeconds: 5 },
    });
  }
}

/** Whether the store answers, and what these feeds told may still be gone by. */
export async function isReady(database: Database, feeds: readonly string[]): Promise<boolean> {
  try {
    const states = await database.read((manager) => manager.createQueryBuilder(followerStates, 'state').getMany());
    return feeds.every((feed) => states.some((state) => state.feed === feed && holds(state.validUntil, database.clock())));
  } catch {
    return false;
  }
}
