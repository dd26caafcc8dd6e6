import type { Database, Transaction } from './database.ts';
import { readHead } from './event-log.ts';
import { type Attempt, once } from './idempotency.ts';
import { awaitFollowers } from './lease.ts';

/** An act on its way: once per key, kept or only tried, and whether what it came to takes something away from somebody. */
export interface Conduct<Result> extends Attempt {
  readonly dryRun?: boolean | null | undefined;
  readonly takesAway?: (result: Result) => boolean;
  /** Looks anew at what an earlier answer told, so that it is told again only to whom it may be told now. */
  readonly recall?: (earlier: Result) => Promise<Result>;
}

/**
 * Does an act in one transaction. One that takes something away answers only when no follower can go by the state before it
 * any more; the wait is outside the transaction, and one that is sent again waits too.
 */
export async function conduct<Result>(
  database: Database,
  attempt: Conduct<Result>,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  if (attempt.dryRun) return tryOut(database, work);
  const {
    result: { result, replayed },
    position,
  } = await database.transaction((transaction) => once(transaction, attempt, () => work(transaction)));
  if (attempt.takesAway?.(result)) await awaitFollowers(database, position ?? (await database.read(readHead)).position);
  return replayed && attempt.recall ? attempt.recall(result) : result;
}

/** Does the work, takes its answer along, and keeps nothing of it. */
async function tryOut<Result>(database: Database, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const tried: Result[] = [];
  const undone = new Error('Only tried out.');
  try {
    await database.transaction(async (transaction) => {
      tried.push(await work(transaction));
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  const result = tried.at(-1);
  if (result === undefined) throw new Error('The work gave no answer.');
  return result;
}
