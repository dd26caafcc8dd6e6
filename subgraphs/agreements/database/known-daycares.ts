import type { Transaction } from '#shared/database.ts';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import { knownDaycares } from './tables.ts';

/** Keeps what the register told, with a unit's kind on its locations too. */
export async function putDaycares({ manager }: Transaction, daycares: readonly KnownDaycare[]): Promise<void> {
  const ordered = [...daycares].sort((a, b) => (a.number < b.number ? -1 : 1));
  for (let from = 0; from < ordered.length; from += 100) await manager.upsert(knownDaycares, ordered.slice(from, from + 100), ['number']);
  for (const { number, isChildminding } of ordered.filter(({ level }) => level === 'UNIT')) {
    await manager
      .createQueryBuilder()
      .update(knownDaycares)
      .set({ isChildminding })
      .where('unit = :number AND isChildminding <> :isChildminding', { number, isChildminding: isChildminding ? 1 : 0 })
      .execute();
  }
}
