import type { Database } from '#shared/database.ts';
import { importNotices, importRuns } from '../importing/import-tables.ts';
import { readLog } from '../reading/read-log-table.ts';

const AT_ONCE = 500;

/** Deletes a page of old runs with their notices; the last run of a source stays. */
export async function deleteRuns(database: Database, receivedBefore: number): Promise<number> {
  const { result } = await database.transaction(async ({ manager }) => {
    const old = await manager
      .createQueryBuilder(importRuns, 'r')
      .where('r.receivedAt <= :receivedBefore AND r.uncountedAccess IS NULL', { receivedBefore })
      .andWhere('NOT EXISTS (SELECT 1 FROM import_source s WHERE s.lastRun = r.id)')
      .orderBy('r.receivedAt')
      .limit(AT_ONCE)
      .getMany();
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    await manager.createQueryBuilder().delete().from(importNotices).where('run IN (:...ids)', { ids }).execute();
    await manager.createQueryBuilder().delete().from(importRuns).where('id IN (:...ids)', { ids }).execute();
    return old.length;
  });
  return result;
}

/** Deletes a page of old reads. */
export async function deleteReads(database: Database, readBefore: number): Promise<number> {
  const { result } = await database.transaction(async ({ manager }) => {
    const oldest = await manager.createQueryBuilder(readLog, 'r').orderBy('r.id').limit(AT_ONCE).getMany();
    const old = oldest.filter(({ at }) => at <= readBefore);
    if (old.length === 0) return 0;
    const ids = old.flatMap(({ id }) => id ?? []);
    await manager.createQueryBuilder().delete().from(readLog).where('id IN (:...ids)', { ids }).execute();
    return old.length;
  });
  return result;
}
