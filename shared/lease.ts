import { setTimeout as pause } from 'node:timers/promises';
import { type EntityManager, EntitySchema } from 'typeorm';
import { instant, key, text } from './columns.ts';
import type { Database } from './database.ts';

/** How long a follower may go by what a caught-up page told it, counted from before it asked. */
export const LEASE = 10_000;
/** How much the clocks of both sides together may step between two looks at them. */
export const CLOCK_STEP = 2_000;
const LOOK_EVERY = 10;

/** Until when a follower of this log may still go by an older state, and up to where it has asked, so has applied. */
export interface Lease {
  readonly follower: string;
  readonly leaseEnds: number;
  readonly askedAfter: number;
}

export const leases = new EntitySchema<Lease>({
  name: 'follower_lease',
  columns: { follower: key(text(60)), leaseEnds: instant, askedAfter: instant },
});

/** Commits, before a follower's page is read, that it may go by what that page will say. */
export async function grantLease(database: Database, follower: string, askedAfter: number): Promise<void> {
  const leaseEnds = database.clock() + LEASE;
  await database.transaction(({ manager }) => manager.upsert(leases, { follower, leaseEnds, askedAfter }, ['follower']), 'urgent');
}

/**
 * Waits until no follower can go by the state before this position: each has asked from there or beyond, so has applied it, or
 * its lease has run out. The leases that count are those given when the wait begins: a later one is given for a page that holds the change.
 */
export async function awaitFollowers(database: Database, position: number): Promise<void> {
  const given = await readLeases(database);
  const ends = new Map(given.filter(({ askedAfter }) => askedAfter < position).map(({ follower, leaseEnds }) => [follower, leaseEnds]));
  // A clock that is set back must not hold the answer up: no lease lasts longer than this from now.
  const latest = performance.now() + LEASE + CLOCK_STEP;
  while (ends.size > 0 && performance.now() < latest) {
    const now = database.clock();
    for (const [follower, leaseEnds] of ends) if (now > leaseEnds + CLOCK_STEP) ends.delete(follower);
    for (const { follower, askedAfter } of await readLeases(database)) if (askedAfter >= position) ends.delete(follower);
    if (ends.size > 0) await pause(LOOK_EVERY);
  }
}

const readLeases = (database: Database) => database.read((manager: EntityManager) => manager.createQueryBuilder(leases, 'lease').getMany());
