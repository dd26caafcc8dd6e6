import type { EntityManager } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import type { Database } from '#shared/database.ts';
import type { PlannedFor } from '../../domain/plans/planned-act.ts';
import type { Pictures } from '../../domain/register-reader.ts';
import { findings } from '../findings/finding-table.ts';
import { daycares, legacyNumbers, successions } from '../tables/daycare-tables.ts';
import { pendingPlans } from '../keeping/pending-plans.ts';
import { askTogether } from './ask-together.ts';
import { countedBy, grouped } from './grouped.ts';
import { histories } from './histories.ts';

/** Daycares as they are now. */
export function presentPictures(database: Database): Pictures {
  const { read } = database;
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
    openUnits: (institutions, { after, limit }) =>
      read(async (manager) => {
        const answers = await askTogether(
          manager,
          institutions.map((institution) => {
            const units = select(manager)
              .select('d.number', 'answer')
              .where(openUnits, { institutions: [institution] });
            if (after) units.andWhere('d.number > :after', { after: after[0] });
            return units.orderBy('d.number').limit(limit);
          }),
        );
        if (answers.length === 0) return new Map();
        const found = select(manager).where('d.number IN (:...answers)', { answers }).orderBy('d.number');
        return Map.groupBy(await found.getMany(), ({ institution }) => institution ?? '');
      }),
    countOpenUnits: (institutions) => read((manager) => countedBy(select(manager).where(openUnits, { institutions }), 'd.institution')),
    history: histories(database),
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

const openUnits = "d.institution IN (:...institutions) AND d.level = 'UNIT' AND d.status <> 'CLOSED'";
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
