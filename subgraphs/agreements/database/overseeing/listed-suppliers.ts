import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Place } from '../../domain/overseeing/oversight-reader.ts';
import type { Parties } from '../../domain/searching/sought.ts';
import type { Supplier } from '../../domain/systems/system.ts';
import { suppliers, systems } from '../system-tables.ts';

/** All suppliers and systems: a few hundred rows, read to look a text up in their names. */
export async function parties(manager: EntityManager): Promise<Parties> {
  return {
    suppliers: await manager.createQueryBuilder(suppliers, 's').orderBy('s.number').getMany(),
    systems: await manager.createQueryBuilder(systems, 's').orderBy('s.id').getMany(),
  };
}

function listed(manager: EntityManager, numbers: readonly string[] | undefined): SelectQueryBuilder<Supplier> {
  const query = manager.createQueryBuilder(suppliers, 's');
  if (!numbers) return query;
  return query.where(numbers.length === 0 ? '1 = 0' : 's.number IN (:...numbers)', { numbers });
}

/** Suppliers by number; only these where they are named. */
export function listSuppliers(
  manager: EntityManager,
  numbers: readonly string[] | undefined,
  { after, limit }: Place,
): Promise<Supplier[]> {
  const query = listed(manager, numbers);
  if (after) query.andWhere('s.number > :after', { after: after[0] });
  return query.orderBy('s.number').limit(limit).getMany();
}

export const countSuppliers = (manager: EntityManager, numbers: readonly string[] | undefined): Promise<number> =>
  listed(manager, numbers).getCount();
