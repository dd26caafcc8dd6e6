import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Tie } from '../../domain/people/affiliation.ts';
import { countedOwnerships } from '../../domain/reading/reading-policy.ts';
import { ties } from '../people/people-tables.ts';
import { byKeys } from '../replace-rows.ts';

interface Counted {
  readonly of: string;
  readonly activated: unknown;
}

/** How many persons tied to each daycare have taken their identity into use; counted when it is asked, in one statement. */
export const activatedAt = (manager: EntityManager, daycares: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  summed(daycares, (keys) => inUse(manager).select('t.daycare', 'of').andWhere('t.daycare IN (:...keys)', { keys }).groupBy('t.daycare'));

/** The same over each municipality's counted daycares; who is tied to two counts at both. */
export const activatedIn = (manager: EntityManager, codes: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  summed(codes, (keys) =>
    inUse(manager)
      .innerJoin('known_daycare', 'd', 'd.number = t.daycare')
      .select('d.municipality', 'of')
      .andWhere("d.municipality IN (:...keys) AND d.ownership IN (:...ownerships) AND d.status <> 'CLOSED'", {
        keys,
        ownerships: countedOwnerships,
      })
      .groupBy('d.municipality')
      .addGroupBy('t.daycare'),
  );

const inUse = (manager: EntityManager) =>
  manager.createQueryBuilder(ties, 't').innerJoin('person', 'p', 'p.uniId = t.uniId').where("t.to IS NULL AND p.state = 'ACTIVATED'");

async function summed(
  keys: readonly string[],
  counting: (keys: readonly string[]) => SelectQueryBuilder<Tie>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await byKeys(keys, (some) => counting(some).addSelect('COUNT(DISTINCT t.uniId)', 'activated').getRawMany<Counted>());
  const sums = new Map<string, number>();
  for (const { of, activated } of rows) sums.set(of, (sums.get(of) ?? 0) + Number(activated));
  return sums;
}
