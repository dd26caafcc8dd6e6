import type { Database } from '#shared/database.ts';
import type { OversightReader } from '../../domain/overseeing/oversight-reader.ts';
import { requests } from '../tables.ts';
import { countAgreements } from './count-agreements.ts';
import { usesOf } from './kept-uses.ts';
import { countSuppliers, listSuppliers, parties } from './listed-suppliers.ts';
import { countRecords, processingRecords } from './processing-records.ts';
import { countPublicAccesses, publicAccesses } from './public-accesses.ts';
import { countDaycaresSought, daycaresSought, standings } from './sought-daycares.ts';

/** All that overseers read. */
export function oversightReader({ read, clock }: Database): OversightReader {
  return {
    clock,
    counts: (question) => read((manager) => countAgreements(manager, question)),
    firstRequestAt: () =>
      read(async (manager) => {
        const first = await manager.createQueryBuilder(requests, 'r').select('MIN(r.requestedAt)', 'at').getRawOne<{ at: unknown }>();
        return first?.at ? Number(first.at) : undefined;
      }),
    parties: () => read(parties),
    suppliers: (numbers, place) => read((manager) => listSuppliers(manager, numbers, place)),
    countSuppliers: (numbers) => read((manager) => countSuppliers(manager, numbers)),
    publicAccesses: (of, place) => read((manager) => publicAccesses(manager, of, place)),
    countPublicAccesses: (of) => read((manager) => countPublicAccesses(manager, of)),
    daycaresSought: (sought, place) => read((manager) => daycaresSought(manager, sought, place)),
    countDaycaresSought: (sought) => read((manager) => countDaycaresSought(manager, sought)),
    standings: (system, service, daycares) => read((manager) => standings(manager, system, service, daycares)),
    usesOf: (accesses, days) => read((manager) => usesOf(manager, accesses, days)),
    records: (of, reach, place) => read((manager) => processingRecords(manager, of, reach, place)),
    countRecords: (of, reach) => read((manager) => countRecords(manager, of, reach)),
  };
}
