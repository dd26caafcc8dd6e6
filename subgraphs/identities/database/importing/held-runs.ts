import type { EntityManager } from 'typeorm';
import { countedOwnerships } from '../../domain/reading/reading-policy.ts';
import { byKeys } from '../replace-rows.ts';
import { importRuns } from './import-tables.ts';

/** How many documents wait to be confirmed, by daycare, or by municipality without its private and its closed daycares. */
export async function heldIn(
  manager: EntityManager,
  by: 'number' | 'municipality',
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counted = by === 'municipality' ? " AND d.ownership IN (:...ownerships) AND d.status <> 'CLOSED'" : '';
  const held = await byKeys(keys, (some) =>
    manager
      .createQueryBuilder(importRuns, 'r')
      .innerJoin('known_daycare', 'd', 'd.number = r.daycare')
      .select(`d.${by}`, 'of')
      .addSelect('COUNT(*)', 'held')
      .where(`r.state = 'HELD' AND d.${by} IN (:...some)${counted}`, { some, ownerships: countedOwnerships })
      .groupBy(`d.${by}`)
      .getRawMany<{ readonly of: string; readonly held: unknown }>(),
  );
  return new Map(held.map(({ of, held: count }) => [of, Number(count)]));
}
