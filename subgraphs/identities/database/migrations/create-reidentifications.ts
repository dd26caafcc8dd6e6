import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const key = (length: number) => ({ ...varchar(length), isPrimary: true });
const instant = { type: 'bigint' };
const maybe = <Column extends object>(column: Column) => ({ ...column, isNullable: true });
const whole = { type: 'int' };

/** Changes of number, who consented to them, and the numbers that were before. */
export class CreateReidentifications1790000003630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'reidentification',
    {
      id: key(32),
      uniId: varchar(10),
      hash: varchar(64),
      keyVersion: whole,
      daycare: varchar(6),
      reason: { type: 'mediumtext' },
      openedBy: varchar(120),
      openedAt: instant,
      expiresAt: instant,
      doneAt: maybe(instant),
      stays: maybe(varchar(10)),
      retired: maybe(varchar(10)),
    },
    [
      { name: 'reidentification_hash', columns: ['hash'] },
      { name: 'reidentification_retired', columns: ['retired'] },
    ],
  ),
  table(runner, 'reidentification_consent', {
    reidentification: key(32),
    controller: key(30),
    daycare: varchar(6),
    actor: varchar(120),
    standing: varchar(30),
    at: instant,
  }),
  table(runner, 'former_number', { reidentification: key(32), uniId: key(10), keyVersion: whole, value: varchar(120) }),
];
