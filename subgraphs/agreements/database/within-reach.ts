import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { cellsOf, type Governance, type Held } from '../domain/requests/decision-policy.ts';
import type { AgreementClass } from '../domain/systems/service.ts';
import type { Reach } from '../domain/reach.ts';

/** Limits requests or accesses, joined with their `daycare`, to what an actor may read; nothing where the reach is empty. */
export function withinReach<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, reach: readonly Reach[]): SelectQueryBuilder<Row> {
  if (reach.some((part) => part.of === 'everything')) return query;
  if (reach.length === 0) return query.andWhere('1 = 0');
  return query.andWhere(
    new Brackets((any) => {
      for (const [index, part] of reach.entries()) {
        const { sql, value } = conditionOf(query.alias, part, `reach${index}`);
        any.orWhere(sql, { [`reach${index}`]: value });
      }
    }),
  );
}

/** Limits what carries its supplier to what is an actor's own: of its suppliers and systems, or all of it for the agency. */
export function suppliedWithin<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  reach: readonly Reach[],
): SelectQueryBuilder<Row> {
  const own = reach.filter(({ of }) => of === 'everything' || of === 'supplier' || of === 'system');
  return withinReach(query, own);
}

function conditionOf(row: string, part: Reach, name: string): { sql: string; value: string } {
  switch (part.of) {
    case 'everything':
      return { sql: `:${name} = ''`, value: '' };
    case 'supplier':
      return { sql: `${row}.supplier = :${name}`, value: part.supplier };
    case 'system':
      return { sql: `${row}.supplier = (SELECT s.supplier FROM supplier_system s WHERE s.id = :${name})`, value: part.system };
    case 'municipality':
      return { sql: `(daycare.municipality = :${name} AND daycare.ownership <> 'PRIVATE')`, value: part.municipality };
    case 'daycare':
      return { sql: `(daycare.number = :${name} OR daycare.unit = :${name})`, value: part.daycare };
  }
}

/** Limits requests to those that one of these standings decides, besides what the asker's own side sent: the decision table itself, as a condition. */
export function decidableBy<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { held, besides, by }: { held: readonly Held[]; besides: readonly string[]; by: string },
): SelectQueryBuilder<Row> {
  if (held.length === 0) return query.andWhere('1 = 0');
  query.andWhere(`${query.alias}.requestedBy <> :by`, { by });
  if (besides.length > 0) query.andWhere(`${query.alias}.supplier NOT IN (:...besides)`, { besides });
  return query.andWhere(
    new Brackets((any) => {
      for (const [index, { standing, over }] of held.entries()) {
        const name = `held${index}`;
        const place = 'municipality' in over ? `daycare.municipality = :${name}` : `(daycare.number = :${name} OR daycare.unit = :${name})`;
        const cells = cellsOf(standing).map((cell) => cellCondition(query.alias, cell));
        any.orWhere(`(${place} AND (${cells.join(' OR ')}))`, { [name]: 'municipality' in over ? over.municipality : over.daycare });
      }
    }),
  );
}

function cellCondition(row: string, { governance, agreementClass }: { governance: Governance; agreementClass: AgreementClass }): string {
  const governed: Record<Governance, string> = {
    MUNICIPAL: "daycare.ownership = 'MUNICIPAL' AND daycare.isChildminding = 0",
    MUNICIPAL_CHILDMINDING: "daycare.ownership = 'MUNICIPAL' AND daycare.isChildminding = 1",
    SELF_OWNED: "daycare.ownership = 'SELF_OWNED'",
    PRIVATE: "daycare.ownership = 'PRIVATE'",
    OUTSOURCED: "daycare.ownership = 'OUTSOURCED'",
  };
  return `(${governed[governance]} AND ${row}.agreementClass = '${agreementClass}')`;
}
