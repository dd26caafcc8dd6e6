import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ImportSource } from '../../domain/importing/import-run.ts';
import { countedOwnerships } from '../../domain/reading/reading-policy.ts';
import type { Summary } from '../../domain/reading/summary.ts';
import { knownDaycares } from '../copies/copy-tables.ts';
import { INSTITUTIONS, sumsUnderLease } from '../copies/gate.ts';
import { importSources } from '../importing/import-tables.ts';
import { peopleCounts } from './people-tables.ts';
import { byKeys } from '../replace-rows.ts';

interface Counted {
  readonly of: string;
  readonly children: unknown;
  readonly employees: unknown;
  readonly externals: unknown;
  readonly contacts: unknown;
}

interface Sent {
  readonly of: string;
  readonly takenAt: unknown;
  readonly openNotices: unknown;
  readonly heldImports: unknown;
}

/** How it stands with each daycare. */
export async function summariesOf(manager: EntityManager, daycares: readonly string[]): Promise<ReadonlyMap<string, Summary>> {
  const counts = await byKeys(daycares, (keys) =>
    manager.createQueryBuilder(peopleCounts, 'c').where('c.daycare IN (:...keys)', { keys }).getMany(),
  );
  const sent = await byKeys(daycares, (keys) =>
    sentOf(
      manager
        .createQueryBuilder(importSources, 's')
        .select('s.daycare', 'of')
        .where('s.daycare IN (:...keys)', { keys })
        .groupBy('s.daycare'),
    ),
  );
  return joined(
    daycares,
    counts.map(({ daycare, ...count }) => ({ of: daycare, ...count })),
    sent,
  );
}

/** Sums over each municipality's counted daycares, in three statements however many there are. */
export async function summariesOfMunicipalities(
  manager: EntityManager,
  codes: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Summary>> {
  const counted = "d.municipality IN (:...codes) AND d.ownership IN (:...ownerships) AND d.status <> 'CLOSED'";
  const scope = (keys: readonly string[]) => ({ codes: keys, ownerships: countedOwnerships });
  const sums = (keys: readonly string[]) =>
    manager
      .createQueryBuilder(knownDaycares, 'd')
      .leftJoin('people_count', 'c', 'c.daycare = d.number')
      .select('d.municipality', 'of')
      .addSelect('SUM(c.children)', 'children')
      .addSelect('SUM(c.employees)', 'employees')
      .addSelect('SUM(c.externals)', 'externals')
      .addSelect('SUM(c.contacts)', 'contacts')
      .where(counted, scope(keys))
      .groupBy('d.municipality');
  const counts = await byKeys(codes, (keys) => sumsUnderLease<Counted>(sums(keys), [INSTITUTIONS], now));
  const sent = await byKeys(codes, (keys) =>
    sentOf(
      manager
        .createQueryBuilder(importSources, 's')
        .innerJoin('known_daycare', 'd', 'd.number = s.daycare')
        .select('d.municipality', 'of')
        .where(counted, scope(keys))
        .groupBy('d.municipality'),
    ),
  );
  return joined(codes, counts, sent);
}

const sentOf = (query: SelectQueryBuilder<ImportSource>) =>
  query
    .addSelect('MAX(s.takenAt)', 'takenAt')
    .addSelect('SUM(s.openNotices)', 'openNotices')
    .addSelect('COUNT(s.heldRun)', 'heldImports')
    .getRawMany<Sent>();

/** SQL answers sums as text on one engine and as numbers on the other. */
function joined(keys: readonly string[], counts: readonly Counted[], sent: readonly Sent[]): ReadonlyMap<string, Summary> {
  const countOf = new Map(counts.map((count) => [count.of, count]));
  const sentTo = new Map(sent.map((each) => [each.of, each]));
  return new Map(
    keys.map((key) => {
      const count = countOf.get(key);
      const taken = sentTo.get(key);
      return [
        key,
        {
          children: Number(count?.children ?? 0),
          employees: Number(count?.employees ?? 0),
          externals: Number(count?.externals ?? 0),
          contacts: Number(count?.contacts ?? 0),
          openNotices: Number(taken?.openNotices ?? 0),
          heldImports: Number(taken?.heldImports ?? 0),
          lastImportAt: taken?.takenAt ? Number(taken.takenAt) : null,
        },
      ];
    }),
  );
}
