import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { type Freshness, freshFor } from '../../domain/reading/freshness.ts';
import { countedOwnerships } from '../../domain/reading/reading-policy.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { knownDaycares } from '../copies/copy-tables.ts';
import { daycaresWithAccesses, INSTITUTIONS, AGREEMENTS, underLease } from '../copies/gate.ts';
import { importSources } from '../importing/import-tables.ts';
import { byKeys } from '../replace-rows.ts';
import { summariesOf, summariesOfMunicipalities } from '../people/summed-people.ts';

type OverviewReader = Pick<Readings, 'known' | 'units' | 'countUnits' | 'summariesOf' | 'summariesOfMunicipalities' | 'sourcesOf'>;

/** Asked for where there is none to ask for, so that the gate is asked all the same. */
const NO_DAYCARE = '';

/** Reads what administrators oversee; the counts are kept with each import, so no list of persons is read for them. */
export function overviewReader({ read, clock }: Database): OverviewReader {
  return {
    known: (numbers, systems) =>
      read(async (manager) => {
        const feeds = systems.length > 0 ? [INSTITUTIONS, AGREEMENTS] : [INSTITUTIONS];
        const found = await byKeys(numbers.length > 0 ? numbers : [NO_DAYCARE], (keys) =>
          underLease(daycaresWithAccesses(manager, keys, { systems, direction: 'FETCH' }), feeds, clock()),
        );
        return new Map(found.map((daycare) => [daycare.number, daycare]));
      }),
    units: (municipality, freshness, { after, limit }) =>
      read((manager) => {
        const query = unitsOf(manager, municipality, freshness, clock());
        return underLease(
          (after ? query.andWhere('d.number > :after', { after: after[0] }) : query).orderBy('d.number').limit(limit),
          [INSTITUTIONS],
          clock(),
        );
      }),
    countUnits: (municipality, freshness) => read((manager) => unitsOf(manager, municipality, freshness, clock()).getCount()),
    summariesOf: (daycares) => read((manager) => summariesOf(manager, daycares)),
    summariesOfMunicipalities: (codes) => read((manager) => summariesOfMunicipalities(manager, codes, clock())),
    sourcesOf: (daycares) =>
      read(async (manager) =>
        Map.groupBy(
          await byKeys(daycares, (keys) =>
            manager
              .createQueryBuilder(importSources, 's')
              .where('s.daycare IN (:...keys)', { keys })
              .orderBy('s.system')
              .addOrderBy('s.source')
              .getMany(),
          ),
          ({ daycare }) => daycare,
        ),
      ),
  };
}

/** The units and locations of a municipality that are counted in its sums. */
function unitsOf(
  manager: EntityManager,
  municipality: string,
  freshness: readonly Freshness[] | null,
  now: number,
): SelectQueryBuilder<KnownDaycare> {
  const query = manager
    .createQueryBuilder(knownDaycares, 'd')
    .where("d.municipality = :municipality AND d.ownership IN (:...ownerships) AND d.level <> 'INSTITUTION' AND d.status <> 'CLOSED'", {
      municipality,
      ownerships: countedOwnerships,
    });
  if (freshness === null) return query;
  const taken = '(SELECT MAX(taken.takenAt) FROM import_source taken WHERE taken.daycare = d.number)';
  const isSo: Record<Freshness, string> = {
    FRESH: `${taken} > :fresh`,
    LATE: `(${taken} <= :fresh AND ${taken} > :late)`,
    STALE: `${taken} <= :late`,
    NEVER: `${taken} IS NULL`,
  };
  const wanted = [...new Set(freshness)].map((each) => isSo[each]).join(' OR ') || '1 = 0';
  return query.andWhere(`(${wanted})`, { fresh: now - freshFor.FRESH, late: now - freshFor.LATE });
}
