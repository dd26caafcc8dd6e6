import type { Database } from '#shared/database.ts';
import { everySoOften } from '#shared/every-so-often.ts';
import { dueActs } from './database/keeping/due-acts.ts';
import { reviewStore } from './database/findings/review-store.ts';
import type { OtherRegisters } from './domain/upkeep/ask-others.ts';
import { reviewDaycares } from './actions/reviewing/review-register.ts';
import { executeDue } from './jobs/execute-due.ts';
import { reviewAll } from './jobs/review-all.ts';
import { timeOrderedId } from './outside/time-ordered-id.ts';

/** What the clock does, and how it is told to end. */
export interface Jobs {
  /** Does what is due now; acts begin with it, so that none comes before what was planned for its day. */
  readonly executeDue: () => Promise<void>;
  /** Judges daycares anew by what the other registers say. */
  readonly review: (numbers: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Looks every so often whether something planned is due, and whether the register is to be judged anew. */
export function runJobs(database: Database, others: OtherRegisters, every: number, report: (fault: unknown) => void): Jobs {
  const acts = dueActs(database, timeOrderedId);
  const reviews = reviewStore(database);
  const execute = () => executeDue(acts, reviews, others);
  const repeated = everySoOften(
    every,
    async (stopped) => {
      await execute();
      await reviewAll(reviews, others, stopped);
    },
    report,
  );
  return { executeDue: execute, review: (numbers) => reviewDaycares(reviews, others, numbers), stop: repeated.stop };
}
