import type { EntityManager } from 'typeorm';
import type { Database } from '#shared/database.ts';
import { accessUses, type KeptUse } from './use-tables.ts';

/** The place of a told use: where it was told, and its key among those told there. */
export interface UsePlace {
  readonly position: number;
  readonly day: string;
  readonly access: string;
}

/** Uses as they are now, in the order in which they were last told, behind a place. */
export function usesBehind(manager: EntityManager, place: UsePlace, limit: number): Promise<KeptUse[]> {
  return manager
    .createQueryBuilder(accessUses, 'u')
    .where(
      'u.position > 0 AND (u.position > :position OR (u.position = :position AND (u.day > :day OR (u.day = :day AND u.access > :access))))',
      {
        ...place,
      },
    )
    .orderBy('u.position')
    .addOrderBy('u.day')
    .addOrderBy('u.access')
    .limit(limit)
    .getMany();
}

/** Forgets the days before this one, told as they are. */
export async function forgetUsesBefore(database: Database, day: string): Promise<void> {
  await database.transaction(({ manager }) =>
    manager.createQueryBuilder().delete().from(accessUses).where('`day` < :day AND due IS NULL', { day }).execute(),
  );
}
