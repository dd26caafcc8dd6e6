import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { isSqlite, table } from '#shared/migrations.ts';
import { numberIssues } from '../tables/daycare-tables.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const instant = { type: 'bigint' };
const degrees = { type: 'double', isNullable: true };

const facts = {
  name: varchar(132),
  status: varchar(10),
  municipality: varchar(4),
  ownership: varchar(12),
  legalBasis: maybe(24),
  institution: maybe(6),
  unit: maybe(6),
  type: maybe(24),
  street: maybe(132),
  houseNumber: maybe(20),
  postalCode: maybe(4),
  town: maybe(132),
  supplementaryTown: maybe(132),
  municipalityCode: maybe(4),
  latitude: degrees,
  longitude: degrees,
  addressId: maybe(60),
  email: maybe(132),
  phone: maybe(20),
  companyNumber: maybe(8),
  productionUnitNumber: maybe(10),
};

/** The register: the present picture, all that was ever believed, older numbers, who followed after whom, the last number issued. */
export class CreateRegister1790000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of registerTables(runner)) await runner.createTable(each);
    await runner.manager.insert(numberIssues, { id: 1, last: 30_000 });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of registerTables(runner).reverse()) await runner.dropTable(each);
  }
}

const registerTables = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'daycare',
    {
      number: { ...varchar(6), isPrimary: true },
      level: varchar(12),
      ...facts,
      version: { type: 'int' },
      validFrom: instant,
      recordedAt: instant,
    },
    [
      { name: 'daycare_municipality', columns: ['municipality', 'number'] },
      { name: 'daycare_institution', columns: ['institution', 'number'] },
      { name: 'daycare_unit', columns: ['unit', 'number'] },
    ],
  ),
  table(
    runner,
    'daycare_version',
    {
      id: { type: isSqlite(runner) ? 'integer' : 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      number: varchar(6),
      ...facts,
      version: { type: 'int' },
      validFrom: instant,
      validTo: instant,
      recordedFrom: instant,
      recordedTo: instant,
    },
    [{ name: 'daycare_version_number', columns: ['number', 'recordedTo', 'validTo'] }],
  ),
  table(runner, 'legacy_number', { legacy: { ...varchar(20), isPrimary: true }, number: varchar(6) }, [
    { name: 'legacy_number_number', columns: ['number'] },
  ]),
  table(runner, 'succession', { predecessor: { ...varchar(6), isPrimary: true }, successor: { ...varchar(6), isPrimary: true } }, [
    { name: 'succession_successor', columns: ['successor'] },
  ]),
  table(runner, 'number_issue', { id: { type: 'int', isPrimary: true }, last: { type: 'int' } }),
];
