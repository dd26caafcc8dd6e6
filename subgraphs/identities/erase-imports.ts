import type { Database } from '#shared/database.ts';
import { everySoOften } from '#shared/every-so-often.ts';
import { erasureIn } from './database/importing/erasure.ts';
import { eraseImports } from './jobs/erase-imports.ts';

const HOUR = 60 * 60 * 1000;

/** Once an hour, erases what is kept of imports and over its time; answers how to stop. */
export function eraseWhatIsOver(database: Database, report: (fault: unknown) => void): () => Promise<void> {
  const inTransaction = async <Result>(work: (erasure: ReturnType<typeof erasureIn>) => Promise<Result>) =>
    (await database.transaction((transaction) => work(erasureIn(transaction)))).result;
  const erasing = everySoOften(HOUR, (stopped) => eraseImports(inTransaction, stopped), report);
  return () => erasing.stop();
}
