import type { EntityManager } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import type { Database } from '#shared/database.ts';
import type { PlannedFor } from '../../domain/plans/planned-act.ts';
import type { Pictures } from '../../domain/register-reader.ts';
import { findings } from '../findings/finding-table.ts';
import { daycares, legacyNumbers, successions } from '../tables/daycare-tables.ts';
import { pendingPlans } from '../keeping/pending-plans.ts';
import { grouped } from './grouped.ts';

/** Daycares as they are now. */
export function presentPictures({ read }: Database): Pictures {
  const units = (manager: EntityManager, institution: string) =>
    select(manager).where("d.institution = :institution AND d.level = 'UNIT' AND d.status <> 'CLOSED'", { institution });
  return {
    byNumbers: (numbers) =>
      read(async (manager) => {
        const found = await select(manager).where('d.number IN (:...numbers)', { numbers }).getMany();
        return new Map(found.map((daycare) => [daycare.number, daycare]));
      }),
    openChildren: (parents) =>
      read(async (manager) => {
        const found = await select(manager)
          .where("d.status <> 'CLOSED' AND ((d.level = 'UNIT' AND d.institution IN (:...parents)) OR d.unit IN (:...parents))", { parents })
          .orderBy('d.number')
          .getMany();
        return Map.groupBy(found, ({ institution, unit }) => unit ?? institution ?? '');
      }),
    openUnits: (institution, { after, limit }) =>
      read((manager) => {
        const query = units(manager, institution);
        return (after ? query.andWhere('d.number > :after', { after: after[0] }) : query).orderBy('d.number').limit(limit).getMany();
      }),
    countOpenUnits: (institution) => read((manager) => units(manager, institution).getCount()),
    legacyNumbers: (numbers) =>
      read(async (manager) => {
        const known = manager.createQueryBuilder(legacyNumbers, 'known').where('known.number IN (:...numbers)', { numbers });
        return grouped(await known.orderBy('known.legacy').getMany(), 'number', 'legacy');
      }),
    successors: (numbers) =>
      read(async (manager) => {
        const next = manager.createQueryBuilder(successions, 's').where('s.predecessor IN (:...numbers)', { numbers });
        return grouped(await next.orderBy('s.successor').getMany(), 'predecessor', 'successor');
      }),
    predecessors: (numbers) =>
      read(async (manager) => {
        const earlier = manager.createQueryBuilder(successions, 's').where('s.successor IN (:...numbers)', { numbers });
        return grouped(await earlier.orderBy('s.predecessor').getMany(), 'successor', 'predecessor');
      }),
    findings: (numbers) =>
      read(async (manager) => {
        const standing = manager
          .createQueryBuilder(findings, 'found')
          .where('found.number IN (:...numbers) AND found.until = :forever', { numbers, forever: FOREVER })
          .orderBy('found.code');
        return Map.groupBy(await standing.getMany(), ({ number }) => number);
      }),
    planned: (numbers) => read((manager) => plannedFor(manager, numbers)),
  };
}

const select = (manager: EntityManager) => manager.createQueryBuilder(daycares, 'd');

async function plannedFor(manager: EntityManager, numbers: readonly string[]): Promise<ReadonlyMap<string, readonly PlannedFor[]>> {
  const wanted = new Set(numbers);
  const acts = await pendingPlans(manager, numbers);
  const touching = acts.flatMap((act) => {
    const touched = new Set([act.subject, ...act.sets.map(({ number }) => number)]);
    return [...touched].filter((number) => wanted.has(number)).map((number) => ({ act, number }));
  });
  return Map.groupBy(touching, ({ number }) => number);
}
