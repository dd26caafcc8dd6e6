import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { isSqlite, table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const only = <Column extends object>(column: Column) => ({ ...column, isPrimary: true });
const instant = { type: 'bigint' };
const end = { ...instant, isNullable: true };
const whole = { type: 'int' };
const flag = { type: 'boolean' };
const long = { type: 'mediumtext' };

const believed = { validFrom: instant, validTo: instant, recordedFrom: instant, recordedTo: instant };
const shown = { state: varchar(10), isProtected: flag, firstName: varchar(132), familyName: varchar(132) };
const source = { daycare: varchar(6), system: varchar(60), source: varchar(100) };
// biome-ignore format: a table
const tie = {
  uniId: varchar(10), ...source, role: varchar(10), localPersonId: maybe(60), firstName: varchar(132), familyName: varchar(132), aliasFirstName: maybe(132), aliasFamilyName: maybe(132),
  isProtected: flag, birthDate: maybe(10), gender: maybe(1), email: maybe(254), phones: long, address: { ...long, isNullable: true }, nationalNumberKind: varchar(12), positions: long,
  mainGroup: maybe(60), groupIds: long, shortName: maybe(40), occupation: maybe(132), level: maybe(10), searchName: varchar(270), from: instant,
};

/** Persons, their vault, their ties and contacts as they are and as they were believed to be, groups, and what the other subgraphs told. */
export class CreatePeople1790000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of [...personTables(runner), ...tieTables(runner), ...copyTables(runner)]) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...personTables(runner), ...tieTables(runner), ...copyTables(runner)].reverse()) await runner.dropTable(each);
  }
}

const rowId = (runner: QueryRunner) => ({
  type: isSqlite(runner) ? 'integer' : 'int',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment' as const,
});

const personTables = (runner: QueryRunner): Table[] => [
  table(runner, 'person', { uniId: only(varchar(10)), ...shown, validFrom: instant, recordedAt: instant }),
  table(runner, 'person_version', { id: rowId(runner), uniId: varchar(10), ...shown, ...believed }, [
    { name: 'person_version_person', columns: ['uniId', 'recordedTo', 'validTo'] },
  ]),
  table(runner, 'vault_number', { uniId: only(varchar(10)), keyVersion: whole, value: varchar(120) }),
  table(runner, 'number_hash', { hash: only(varchar(64)), keyVersion: whole, uniId: varchar(10) }, [
    { name: 'number_hash_person', columns: ['uniId'] },
  ]),
];

const tieTables = (runner: QueryRunner): Table[] => [
  table(runner, 'affiliation', { id: only(varchar(32)), ...tie, to: end, frozenSince: end, validFrom: instant, recordedAt: instant }, [
    { name: 'affiliation_daycare', columns: ['daycare', 'to', 'id'] },
    { name: 'affiliation_person', columns: ['uniId'] },
  ]),
  table(runner, 'affiliation_version', { id: rowId(runner), affiliation: varchar(32), ...tie, ...believed }, [
    { name: 'affiliation_version_tie', columns: ['affiliation', 'recordedTo', 'validTo'] },
    { name: 'affiliation_version_daycare', columns: ['daycare', 'recordedTo', 'affiliation'] },
  ]),
  table(
    runner,
    'contact_relation',
    {
      id: only(varchar(32)),
      child: varchar(32),
      contact: varchar(32),
      relation: varchar(30),
      hasCustody: flag,
      accessLevel: whole,
      ...source,
      from: instant,
      to: end,
    },
    [
      { name: 'contact_relation_daycare', columns: ['daycare', 'to'] },
      { name: 'contact_relation_child', columns: ['child'] },
      { name: 'contact_relation_contact', columns: ['contact'] },
    ],
  ),
  table(
    runner,
    'person_group',
    {
      id: only(varchar(32)),
      ...source,
      localId: varchar(60),
      name: varchar(100),
      type: varchar(20),
      level: maybe(10),
      line: maybe(40),
      from: maybe(10),
      to: maybe(10),
      goneSince: end,
    },
    [{ name: 'person_group_source', columns: ['daycare', 'system', 'source', 'localId'], unique: true }],
  ),
  table(runner, 'people_count', { daycare: only(varchar(6)), children: whole, employees: whole, externals: whole, contacts: whole }),
];

const copyTables = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'known_daycare',
    {
      number: only(varchar(6)),
      level: varchar(12),
      name: varchar(132),
      status: varchar(10),
      municipality: varchar(4),
      ownership: varchar(12),
      type: maybe(24),
      acceptsUsers: flag,
      institution: maybe(6),
      unit: maybe(6),
    },
    [{ name: 'known_daycare_municipality', columns: ['municipality', 'number'] }],
  ),
  table(
    runner,
    'known_access',
    {
      id: only(varchar(60)),
      requestId: varchar(60),
      daycare: varchar(6),
      system: varchar(60),
      service: varchar(60),
      direction: varchar(10),
      categories: long,
      purposeKind: varchar(30),
      purpose: long,
      state: varchar(20),
      activeSince: end,
    },
    [{ name: 'known_access_daycare', columns: ['daycare', 'system'] }],
  ),
];
