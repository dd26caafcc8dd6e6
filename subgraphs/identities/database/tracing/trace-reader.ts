import type { EntityManager } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import type { OneKey } from '../../domain/tracing/person-key.ts';
import type { TracedNotice, TraceReader } from '../../domain/tracing/trace.ts';
import { importNotices, importRuns } from '../importing/import-tables.ts';
import { numberHashes, ties } from '../people/people-tables.ts';
import { withPersons } from '../people/tie-rows.ts';
import { byKeys } from '../replace-rows.ts';
import { readersOf } from './traced-readers.ts';
import { triedSending } from './tried-sending.ts';

const MOST_TIES = 50;
const MOST_RUNS = 20;
const MOST_NOTICES = 20;

/** Reads what is known of one person's way into one daycare. */
export function traceReader({ read, clock }: Database, cipher: NumberCipher): TraceReader {
  return {
    tiesBy: (daycare, key) => read((manager) => tiesBy(manager, cipher, daycare, key)),
    noticesOf: (daycare, localIds) => read((manager) => noticesOf(manager, daycare, localIds)),
    lastRuns: (daycare) =>
      read((manager) =>
        manager
          .createQueryBuilder(importRuns, 'r')
          .where('r.daycare = :daycare', { daycare })
          .orderBy('r.id', 'DESC')
          .limit(MOST_RUNS)
          .getMany(),
      ),
    triedSending: (daycare) => read((manager) => triedSending(manager, daycare)),
    readersOf: (daycare, tie) => read((manager) => readersOf(manager, daycare, tie, clock())),
  };
}

async function tiesBy(manager: EntityManager, cipher: NumberCipher, daycare: string, { kind, value }: OneKey) {
  const query = manager.createQueryBuilder(ties, 't').where('t.daycare = :daycare', { daycare });
  if (kind === 'localPersonId') query.andWhere('t.localPersonId = :value', { value });
  if (kind === 'uniId') query.andWhere('t.uniId = :value', { value: value.toUpperCase() });
  if (kind === 'nationalNumber') {
    const hashes = cipher.hashes(value).map(({ hash }) => hash);
    query.innerJoin(numberHashes.options.name, 'h', 'h.uniId = t.uniId AND h.hash IN (:...hashes)', { hashes });
  }
  if (kind === 'name')
    query
      .innerJoin('person', 'p', 'p.uniId = t.uniId')
      .andWhere('t.searchName = :value AND (p.isProtected = :no OR t.isProtected = :yes)', {
        value: value.toLowerCase(),
        no: false,
        yes: true,
      });
  const found = await query.orderBy('CASE WHEN t.to IS NULL THEN 0 ELSE 1 END').addOrderBy('t.id', 'DESC').limit(MOST_TIES).getMany();
  return withPersons(manager, found);
}

/** Notices of the documents that count: the last taken in of each source, and those that wait. */
async function noticesOf(manager: EntityManager, daycare: string, localIds: readonly string[]): Promise<TracedNotice[]> {
  const found = await byKeys(localIds, (keys) =>
    manager
      .createQueryBuilder(importNotices, 'n')
      .innerJoin('import_run', 'r', 'r.id = n.run')
      .leftJoin('import_source', 's', 's.daycare = r.daycare AND s.lastRun = r.id')
      .select('n.code', 'code')
      .addSelect('n.severity', 'severity')
      .addSelect('n.localPersonId', 'localPersonId')
      .addSelect('r.system', 'system')
      .addSelect('r.source', 'source')
      .addSelect('r.receivedAt', 'at')
      .where("r.daycare = :daycare AND (s.lastRun IS NOT NULL OR r.state = 'HELD') AND n.localPersonId IN (:...keys)", { daycare, keys })
      .orderBy('r.id', 'DESC')
      .addOrderBy('n.place')
      .limit(MOST_NOTICES)
      .getRawMany<Omit<TracedNotice, 'at'> & { readonly at: unknown }>(),
  );
  return found.map((notice) => ({ ...notice, at: Number(notice.at) }));
}
