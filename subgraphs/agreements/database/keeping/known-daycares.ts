import { forShare, forUpdate, type Transaction } from '#shared/database.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { knownDaycares } from '../tables.ts';

/** What is known of these daycares, held in key order, so that the register's next word waits. */
export async function holdDaycares(transaction: Transaction, numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>> {
  if (numbers.length === 0) return new Map();
  const query = transaction.manager
    .createQueryBuilder(knownDaycares, 'd')
    .where('d.number IN (:...numbers)', { numbers: [...new Set(numbers)] })
    .orderBy('d.number');
  const found = await forShare(transaction, query).getMany();
  return new Map(found.map((daycare) => [daycare.number, daycare]));
}

/** The same with the locations under them, which follow their unit in all that deciding depends on, about to be changed. */
export async function lockWithLocations(transaction: Transaction, numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>> {
  if (numbers.length === 0) return new Map();
  const query = transaction.manager
    .createQueryBuilder(knownDaycares, 'd')
    .where('d.number IN (:...numbers) OR d.unit IN (:...numbers)', { numbers: [...new Set(numbers)] })
    .orderBy('d.number');
  const found = await forUpdate(transaction, query).getMany();
  return new Map(found.map((daycare) => [daycare.number, daycare]));
}

/** Keeps what the register told. */
export async function putDaycares({ manager }: Transaction, daycares: readonly KnownDaycare[]): Promise<void> {
  const ordered = [...daycares].sort((a, b) => (a.number < b.number ? -1 : 1));
  for (let from = 0; from < ordered.length; from += 100) await manager.upsert(knownDaycares, ordered.slice(from, from + 100), ['number']);
}
