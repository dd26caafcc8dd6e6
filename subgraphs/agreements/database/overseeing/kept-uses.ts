import type { EntityManager } from 'typeorm';
import type { Transaction } from '#shared/database.ts';
import { type AccessUse, type Days, unused } from '../../domain/uses/access-use.ts';
import type { UseStore } from '../../domain/uses/use-store.ts';
import { accessUses } from './oversight-tables.ts';

const AT_ONCE = 100;

/** Uses inside one transaction. */
export const usesIn = ({ manager }: Transaction): UseStore => ({
  keepUses: async (uses) => {
    for (let from = 0; from < uses.length; from += AT_ONCE)
      await manager.upsert(accessUses, uses.slice(from, from + AT_ONCE), ['access', 'day']);
  },
  markUsed: async (used) => {
    const marks = [...used].sort(([one], [other]) => (one < other ? -1 : 1));
    for (let from = 0; from < marks.length; from += AT_ONCE) await markUsed(manager, marks.slice(from, from + AT_ONCE));
  },
});

/** Never to an earlier instant than is known; a year without use counts from the last use, too. */
async function markUsed(manager: EntityManager, marks: readonly (readonly [access: string, at: number])[]): Promise<void> {
  const at = `CASE id ${marks.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const ids = marks.map(([access]) => access);
  const pairs = marks.flat();
  for (const column of ['lastUsedAt', 'unusedSince'])
    await manager.query(
      `UPDATE data_access SET ${column} = ${at} WHERE id IN (${marks.map(() => '?').join(', ')}) AND (${column} IS NULL OR ${column} < ${at})`,
      [...pairs, ...ids, ...pairs],
    );
}

/** What accesses were used for on these days together; those never used are not among them. */
export async function usesOf(
  manager: EntityManager,
  accesses: readonly string[],
  { from, to }: Days,
): Promise<ReadonlyMap<string, AccessUse>> {
  const query = manager
    .createQueryBuilder(accessUses, 'u')
    .select('u.access', 'access')
    .where('u.access IN (:...accesses)', { accesses })
    .groupBy('u.access');
  for (const number of numbers) query.addSelect(`SUM(u.${number})`, `${number}_sum`);
  if (from) query.andWhere('u.day >= :from', { from });
  if (to) query.andWhere('u.day <= :to', { to });
  const rows: Record<string, unknown>[] = await query.getRawMany();
  return new Map(rows.map((row) => [String(row.access), useFrom(row)]));
}

const numbers = Object.keys(unused);
const useFrom = (row: Readonly<Record<string, unknown>>): AccessUse => ({
  reads: Number(row.reads_sum),
  persons: Number(row.persons_sum),
  imports: Number(row.imports_sum),
});
