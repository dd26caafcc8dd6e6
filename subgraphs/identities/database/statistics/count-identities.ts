import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import {
  type CountQuestion,
  countsImports,
  countsPersons,
  type IdentityCounter,
  type IdentityTally,
} from '../../domain/statistics/identity-count.ts';
import { type DaycareWithAccesses, knownDaycares } from '../copies/copy-tables.ts';
import { INSTITUTIONS, sumsUnderLease } from '../copies/gate.ts';
import { importSources } from '../importing/import-tables.ts';
import { type KeyExpression, keyExpressions } from './key-expressions.ts';

type Row = Readonly<Record<string, unknown>>;
type Query = SelectQueryBuilder<DaycareWithAccesses>;

const rolesKept = { CHILD: 'children', EMPLOYEE: 'employees', EXTERNAL: 'externals', CONTACT: 'contacts' } as const;
const nothing = { persons: 0, imports: 0, notices: 0, begun: 0, ended: 0, refused: 0 };

/** Counts persons by the sums that each import keeps, and what was sent in by the documents of the days asked: no person is read. */
export function identityCounter({ read, clock }: Database): IdentityCounter {
  return {
    clock,
    counts: (question) =>
      read(async (manager) => {
        const persons = countsPersons(question.by) ? await personsCounted(manager, question) : [];
        const sent = countsImports(question.by) ? await importsCounted(manager, question) : [];
        return merged([...persons, ...sent]);
      }),
    activated: (question) =>
      read(async (manager) => (countsPersons(question.by) ? activatedCounted(manager, question) : new Map<string, number>())),
  };
}

/** As they stand at daycares that are not closed; a role with nobody in it is left out. */
async function personsCounted(manager: EntityManager, question: CountQuestion): Promise<IdentityTally[]> {
  const query = daycaresOf(manager, question).innerJoin('people_count', 'c', 'c.daycare = d.number').andWhere("d.status <> 'CLOSED'");
  for (const name of Object.values(rolesKept)) query.addSelect(`SUM(c.${name})`, name);
  const { rows, keysOf } = await grouped(query, question);
  const byRole = question.by.includes('ROLE');
  return rows.flatMap((row) => {
    const roles = Object.entries(rolesKept).map(([role, name]) => ({ role, persons: Number(row[name] ?? 0) }));
    if (byRole)
      return roles.filter(({ persons }) => persons > 0).map(({ role, persons }) => ({ ...nothing, keys: keysOf(row, role), persons }));
    return [{ ...nothing, keys: keysOf(row), persons: roles.reduce((sum, { persons }) => sum + persons, 0) }];
  });
}

/** Whoever is tied to two daycares counts at both, as among the persons. */
async function activatedCounted(manager: EntityManager, question: CountQuestion): Promise<ReadonlyMap<string, number>> {
  const query = daycaresOf(manager, question)
    .innerJoin('affiliation', 't', 't.daycare = d.number AND t.to IS NULL')
    .innerJoin('person', 'p', "p.uniId = t.uniId AND p.state = 'ACTIVATED'")
    .andWhere("d.status <> 'CLOSED'")
    .addSelect('COUNT(t.id)', 'activated');
  if (question.by.includes('ROLE')) query.addSelect('t.role', 'role').addGroupBy('t.role');
  const { rows, keysOf } = await grouped(query, question);
  return new Map(rows.map((row) => [keysOf(row, String(row.role ?? '')).join(' '), Number(row.activated)]));
}

/** By notice the documents that have it; one of them has several, so the ties it began or ended are not told by notice. */
async function importsCounted(manager: EntityManager, question: CountQuestion): Promise<IdentityTally[]> {
  const byNotice = question.by.includes('NOTICE_CODE');
  const query = daycaresOf(manager, question)
    .innerJoin('import_run', 'r', 'r.daycare = d.number')
    .andWhere('r.receivedAt >= :from AND r.receivedAt < :until', { from: question.from, until: question.until })
    .addSelect(byNotice ? 'COUNT(DISTINCT r.id)' : 'COUNT(r.id)', 'imports')
    .addSelect(byNotice ? 'COUNT(*)' : 'SUM(r.notices)', 'notices');
  if (byNotice) query.innerJoin('import_notice', 'n', 'n.run = r.id');
  for (const name of ['begun', 'ended', 'refused']) query.addSelect(byNotice ? '0' : `SUM(r.${name})`, name);
  const { rows, keysOf } = await grouped(query, question);
  return rows.map((row) => ({
    keys: keysOf(row),
    persons: 0,
    imports: Number(row.imports),
    notices: Number(row.notices ?? 0),
    begun: Number(row.begun ?? 0),
    ended: Number(row.ended ?? 0),
    refused: Number(row.refused ?? 0),
  }));
}

function daycaresOf(manager: EntityManager, { by, of }: CountQuestion): Query {
  const query = manager
    .createQueryBuilder(knownDaycares, 'd')
    .select([])
    .where('d.ownership IN (:...ownerships)', { ownerships: of.ownerships });
  if (of.municipalities !== null) query.andWhere('d.municipality IN (:...codes)', { codes: of.municipalities });
  if (!by.includes('FRESHNESS')) return query;
  return query.leftJoin(
    (inner) => inner.select('s.daycare', 'daycare').addSelect('MAX(s.takenAt)', 'takenAt').from(importSources, 's').groupBy('s.daycare'),
    'taken',
    'taken.daycare = d.number',
  );
}

async function grouped(query: Query, question: CountQuestion) {
  const keys = question.by.map((dimension) => (dimension === 'ROLE' ? undefined : keyExpressions[dimension](question)));
  for (const [index, key] of keys.entries()) if (key) groupBy(query, key, `key${index}`);
  const rows = await sumsUnderLease<Row>(query, [INSTITUTIONS], question.now);
  const keysOf = (row: Row, role = ''): string[] => keys.map((key, index) => (key ? key.keyOf(row[`key${index}`]) : role));
  return { rows, keysOf };
}

const groupBy = (query: Query, { sql, parameters }: KeyExpression, name: string) =>
  query.addSelect(sql, name).setParameters(parameters).addGroupBy(name);

/** One tally for what has the same keys, in their order. */
function merged(tallies: readonly IdentityTally[]): IdentityTally[] {
  return [...Map.groupBy(tallies, ({ keys }) => keys.join(' ')).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, alike]) => alike.slice(1).reduce(added, alike[0] ?? { keys: [], ...nothing }));
}

const added = (one: IdentityTally, other: IdentityTally): IdentityTally => ({
  keys: one.keys,
  persons: one.persons + other.persons,
  imports: one.imports + other.imports,
  notices: one.notices + other.notices,
  begun: one.begun + other.begun,
  ended: one.ended + other.ended,
  refused: one.refused + other.refused,
});
