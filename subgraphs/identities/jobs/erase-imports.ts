import type { Erasure } from '../domain/deciding/erasure.ts';

type InTransaction = <Result>(work: (erasure: Erasure) => Promise<Result>) => Promise<Result>;

/** Erases what is kept of imports and over its time, a little in each transaction. What was held too long lapses before it is erased. */
export async function eraseImports(inTransaction: InTransaction, stopped: () => boolean): Promise<void> {
  const steps = [
    (erasure: Erasure) => erasure.lapseHeld(),
    (erasure: Erasure) => erasure.eraseSealed(),
    (erasure: Erasure) => erasure.eraseAttempts(),
  ];
  for (const step of steps) while (!stopped() && (await inTransaction(step)));
}
