import type { Database } from '#shared/database.ts';
import { everySoOften } from '#shared/every-so-often.ts';
import { describeFault } from '#shared/fault-log.ts';
import type { Log } from '#shared/present-error.ts';
import { handOverLetters } from './actions/logins/hand-over-letters.ts';
import { letterDesk } from './database/logins/letter-desk.ts';
import type { Letters } from './letters-config.ts';

interface HandingOver {
  readonly letters?: Letters | undefined;
  readonly log: Log;
}

/** Hands sealed letters to the print service as they come; answers how to stop. One that cannot be put down waits and is tried again. */
export function handLettersOver(database: Database, { letters, log }: HandingOver): () => Promise<void> {
  if (!letters) return async () => {};
  const { stop } = everySoOften(
    letters.lookEvery,
    () => handOverLetters(letterDesk(database), letters.tray),
    (fault) => log.error(describeFault(fault), 'handing over letters'),
  );
  return stop;
}
