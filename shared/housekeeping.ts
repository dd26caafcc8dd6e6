import type { Database } from './database.ts';
import { forgetOldKeys } from './idempotency.ts';

const EVERY = 60 * 60 * 1000;

/** Once an hour, forgets what need not be kept any longer; answers how to stop. */
export function keepHouse(database: Database, report: (fault: unknown) => void): () => void {
  const timer = setInterval(() => forgetOldKeys(database).catch(report), EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
