import type { EntityManager, EntitySchema, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import { knownDaycares } from './tables.ts';

/** Rows of a table together with what is known of their daycare, which stands beside each as `daycare`. */
export function withDaycare<
  Row extends ObjectLiteral & { readonly daycareNumber: string },
  Seen extends Row & { readonly daycare: KnownDaycare },
>(manager: EntityManager, table: EntitySchema<Row>): SelectQueryBuilder<Seen> {
  // The join puts the daycare on each row, which its static type cannot know.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const query: any = manager
    .createQueryBuilder(table, 'row')
    .innerJoinAndMapOne('row.daycare', knownDaycares.options.name, 'daycare', 'daycare.number = row.daycareNumber');
  return query;
}
