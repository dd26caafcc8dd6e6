import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const primary = (length: number) => ({ ...varchar(length), isPrimary: true });
const whole = { type: 'int' };

/** What daycares are found by, and what accesses were used for. The register is heard of from its beginning once more, to know them by their addresses. */
export class CreateOversight1790000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
    await runner.query("UPDATE follower_state SET `cursor` = NULL, validUntil = 0 WHERE feed = 'institutions'");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(runner, 'daycare_particulars', {
    number: primary(6),
    words: varchar(1000),
    companyNumber: maybe(8),
    municipalityCompanyNumber: maybe(8),
  }),
  table(runner, 'access_use', {
    access: primary(36),
    day: primary(10),
    reads: whole,
    persons: whole,
    imports: whole,
    lastUsedAt: { type: 'bigint' },
  }),
];
