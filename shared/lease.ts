import { setTimeout as pause } from 'node:timers/promises';
import { type EntityManager, EntitySchema } from 'typeorm';
import { instant, key, text } from './columns.ts';
import type { Database } from './database.ts';

/** How long a follower may go by what a caught-up page told it, counted from before it asked. */
export const LEASE = 10_000;
/** How far two clocks may be apart, or step. */
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
  await database.transaction(({ manager }) => manager.upsert(leases, { follower, leaseEnds, askedAfter }, ['follower']));
}

/** Waits until no follower can go by the state before this position: each has asked beyond it, or its lease has run out. */
export async function awaitFollowers(database: Database, position: number): Promise<void> {
  while (await someoneLags(database, position)) await pause(LOOK_EVERY);
}

async function someoneLags(database: Database, position: number): Promise<boolean> {
  const granted = await database.read((manager: EntityManager) => manager.createQueryBuilder(leases, 'lease').getMany());
  const now = database.clock();
  return granted.some(({ leaseEnds, askedAfter }) => askedAfter < position && now <= leaseEnds + CLOCK_STEP);
}
