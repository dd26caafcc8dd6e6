import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { isSqlite, table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const only = <Column extends object>(column: Column) => ({ ...column, isPrimary: true });
const instant = { type: 'bigint' };
const whole = { type: 'int' };
const long = { type: 'mediumtext' };
const source = { daycare: varchar(6), system: varchar(60), source: varchar(100) };
const counts = { persons: whole, begun: whole, ended: whole, changed: whole, unchanged: whole, refused: whole, notices: whole };

/** What was sent in and what became of it, and who read whom. */
export class CreateImportsAndReadLog1790000003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(runner, 'import_source', {
    daycare: only(source.daycare),
    system: only(source.system),
    source: only(source.source),
    sourceDateTime: instant,
    lastRun: maybe(32),
    takenAt: { ...instant, isNullable: true },
    ties: whole,
    openNotices: whole,
  }),
  table(
    runner,
    'import_run',
    {
      id: only(varchar(32)),
      ...source,
      sourceDateTime: instant,
      receivedAt: instant,
      state: varchar(12),
      refusal: { ...long, isNullable: true },
      ...counts,
      digest: varchar(64),
    },
    [
      { name: 'import_run_daycare', columns: ['daycare', 'id'] },
      { name: 'import_run_digest', columns: ['digest'] },
    ],
  ),
  table(runner, 'import_notice', {
    run: only(varchar(32)),
    place: only(whole),
    code: varchar(40),
    severity: varchar(10),
    localPersonId: maybe(60),
    field: maybe(80),
  }),
  table(
    runner,
    'read_log',
    {
      id: { type: isSqlite(runner) ? 'integer' : 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      at: instant,
      logPosition: instant,
      reader: varchar(120),
      standing: varchar(30),
      daycare: varchar(6),
      accesses: long,
      categories: long,
      what: varchar(20),
      filter: long,
      first: maybe(200),
      last: maybe(200),
      shown: whole,
      purpose: long,
    },
    [{ name: 'read_log_daycare', columns: ['daycare', 'at'] }],
  ),
];
