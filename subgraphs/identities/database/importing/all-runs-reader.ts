import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { Readings, RunCriteria } from '../../domain/reading/readings.ts';
import type { Neighbourhood } from '../../domain/reading/run-reach.ts';
import { INSTITUTIONS, sumsUnderLease, underLease } from '../copies/gate.ts';
import { importRuns, type KeptRun } from './import-tables.ts';

/** Reads runs across daycares, each page in one statement; which daycares are in reach is judged in that very statement. */
export function allRunsReader({ read, clock }: Database): Pick<Readings, 'runsWithin' | 'countRunsWithin'> {
  return {
    runsWithin: (criteria, { after, limit }) =>
      read((manager) => {
        const query = within(manager, criteria).orderBy('r.id', 'DESC').limit(limit);
        const page = after ? query.andWhere('r.id < :after', { after: after[0] }) : query;
        return restsOnDaycares(criteria) ? underLease(page, [INSTITUTIONS], clock()) : page.getMany();
      }),
    countRunsWithin: (criteria) =>
      read(async (manager) => {
        const query = within(manager, criteria);
        if (!restsOnDaycares(criteria)) return query.getCount();
        const [sum] = await sumsUnderLease<{ runs: unknown }>(query.select('COUNT(*)', 'runs'), [INSTITUTIONS], clock());
        return Number(sum?.runs ?? 0);
      }),
  };
}

/** A system's own runs rest on no daycare's state. */
const restsOnDaycares = ({ reach, municipality }: RunCriteria): boolean => 'daycares' in reach || municipality !== null;

function within(
  manager: EntityManager,
  { reach, municipality, daycare, system, states, from, to }: RunCriteria,
): SelectQueryBuilder<KeptRun> {
  const query = manager.createQueryBuilder(importRuns, 'r').where('1 = 1');
  if ('systems' in reach) query.andWhere('r.system IN (:...systems)', reach);
  if ('daycares' in reach || municipality !== null) query.innerJoin('known_daycare', 'd', 'd.number = r.daycare');
  if ('daycares' in reach) inNeighbourhoods(query, reach.daycares);
  if (municipality !== null) query.andWhere('d.municipality = :municipality', { municipality });
  if (daycare !== null) query.andWhere('r.daycare = :daycare', { daycare });
  if (system !== null) query.andWhere('r.system = :system', { system });
  if (states !== null) query.andWhere(states.length > 0 ? 'r.state IN (:...states)' : '1 = 0', { states });
  if (from !== null) query.andWhere('r.receivedAt >= :from', { from });
  if (to !== null) query.andWhere('r.receivedAt < :to', { to });
  return query;
}

function inNeighbourhoods(query: SelectQueryBuilder<KeptRun>, daycares: readonly Neighbourhood[]): void {
  query.andWhere(
    new Brackets((any) => {
      any.where('1 = 0');
      daycares.forEach((each, index) => {
        const owned = `d.ownership IN (:...ownerships${index})`;
        const told = { [`ownerships${index}`]: each.ownerships, [`place${index}`]: 'daycare' in each ? each.daycare : each.municipality };
        const there = 'daycare' in each ? `(d.number = :place${index} OR d.unit = :place${index})` : `d.municipality = :place${index}`;
        any.orWhere(`(${owned} AND ${there})`, told);
      });
    }),
  );
}
