import type { forShare, Transaction } from '#shared/database.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { knownDaycares } from '../tables.ts';

/** What is known of these daycares, held in key order by the lock given, so that the register's next word waits. */
export async function knownIn(
  transaction: Transaction,
  lock: typeof forShare,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownDaycare>> {
  if (numbers.length === 0) return new Map();
  const query = transaction.manager
    .createQueryBuilder(knownDaycares, 'd')
    .where('d.number IN (:...numbers)', { numbers: [...new Set(numbers)] })
    .orderBy('d.number');
  const found = await lock(transaction, query).getMany();
  return new Map(found.map((daycare) => [daycare.number, daycare]));
}

/** Keeps what the register told; where a unit's kind differs from before, its locations' does too. */
export async function putDaycares(
  { manager }: Transaction,
  daycares: readonly KnownDaycare[],
  before: ReadonlyMap<string, KnownDaycare>,
): Promise<void> {
  const ordered = [...daycares].sort((a, b) => (a.number < b.number ? -1 : 1));
  for (let from = 0; from < ordered.length; from += 100) await manager.upsert(knownDaycares, ordered.slice(from, from + 100), ['number']);
  const otherwise = ordered.filter(
    ({ number, level, isChildminding }) => level === 'UNIT' && (before.get(number)?.isChildminding ?? isChildminding) !== isChildminding,
  );
  for (const isChildminding of [true, false]) {
    const units = otherwise.filter((unit) => unit.isChildminding === isChildminding).map(({ number }) => number);
    if (units.length > 0)
      await manager.createQueryBuilder().update(knownDaycares).set({ isChildminding }).where('unit IN (:...units)', { units }).execute();
  }
}
