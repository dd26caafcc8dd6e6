import { type Database, forUpdate, insertRows, isDuplicate } from '#shared/database.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import type { Archive } from '../../domain/retention/archive.ts';
import { importSources } from '../importing/import-tables.ts';
import { ties } from '../people/people-tables.ts';
import { deleteReads, deleteRuns } from './delete-records.ts';
import { endTies } from './end-ties.ts';
import { erase, forgotten } from './erase-persons.ts';
import { sourceWarnings } from './retention-tables.ts';

const AT_ONCE = 500;
const keyOf = ({ daycare, system, source }: SourceKey): SourceKey => ({ daycare, system, source });
const warned =
  'SELECT 1 FROM source_warning w WHERE w.daycare = s.daycare AND w.system = s.system AND w.source = s.source AND w.takenAt = s.takenAt';

/** What the retention of this store works on. */
export function archiveIn(database: Database): Archive {
  const { read, clock } = database;
  const untouched = (takenBefore: number, more = '1 = 1') =>
    read(async (manager) =>
      (
        await manager
          .createQueryBuilder(importSources, 's')
          .where(`s.takenAt <= :takenBefore AND s.ties > 0 AND ${more}`, { takenBefore })
          .orderBy('s.takenAt')
          .limit(AT_ONCE)
          .getMany()
      ).map(keyOf),
    );
  return {
    now: clock,
    unwarned: (takenBefore) => untouched(takenBefore, `NOT EXISTS (${warned})`),
    warn: (source) => warn(database, source),
    stale: (takenBefore) => untouched(takenBefore),
    frozen: (frozenBefore) =>
      read(async (manager) =>
        (
          await manager
            .createQueryBuilder(ties, 't')
            .select('t.daycare', 'daycare')
            .addSelect('t.system', 'system')
            .addSelect('t.source', 'source')
            .where('t.frozenSince <= :frozenBefore AND t.to IS NULL', { frozenBefore })
            .groupBy('t.daycare')
            .addGroupBy('t.system')
            .addGroupBy('t.source')
            .limit(AT_ONCE)
            .getRawMany<SourceKey>()
        ).map(keyOf),
      ),
    endTies: (source, since) => endTies(database, source, since),
    forgotten: (after, endedBefore) => read((manager) => forgotten(manager, after, endedBefore)),
    erase: (uniIds, endedBefore) => erase(database, uniIds, endedBefore),
    deleteRuns: (receivedBefore) => deleteRuns(database, receivedBefore),
    deleteReads: (readBefore) => deleteReads(database, readBefore),
  };
}

/** Put in first, so that of several processes one warns. */
async function warn(database: Database, source: SourceKey): Promise<void> {
  await database.transaction(async (transaction) => {
    const { manager, at, record } = transaction;
    const query = manager
      .createQueryBuilder(importSources, 's')
      .where('s.daycare = :daycare AND s.system = :system AND s.source = :source', {
        ...source,
      });
    const known = await forUpdate(transaction, query).getOne();
    if (!known?.takenAt) return;
    try {
      await insertRows(transaction, sourceWarnings, [{ ...source, takenAt: known.takenAt, at }]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return;
    }
    record({ kind: 'SourceGoingStale', actor: 'retention', subject: source.daycare, facts: { ...source, ties: known.ties } });
  });
}
