import type { Database, Transaction } from './database.ts';
import { readHead } from './event-log.ts';
import { type Attempt, once } from './idempotency.ts';
import { awaitFollowers } from './lease.ts';

/** An act on its way: once per key, and whether it may take something away from somebody. */
export interface Conduct extends Attempt {
  readonly takesAway?: boolean;
}

/**
 * Does an act in one transaction. One that takes something away answers only when no follower can go by the state before it
 * any more; the wait is outside the transaction, and one that is sent again waits too.
 */
export async function conduct<T>(database: Database, attempt: Conduct, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const { result, position } = await database.transaction((transaction) => once(transaction, attempt, () => work(transaction)));
  if (attempt.takesAway) await awaitFollowers(database, position ?? (await database.read(readHead)).position);
  return result;
}
