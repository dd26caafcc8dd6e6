import { type MigrationInterface, type QueryRunner, type Table, TableColumn, TableIndex } from 'typeorm';
import { table } from '#shared/migrations.ts';
import { useHeads } from '../uses/use-tables.ts';

const instant = { type: 'bigint' };
const whole = { type: 'int' };
const key = (length: number) => ({ type: 'varchar', length: String(length), isPrimary: true });

/** What accesses were used for, a row a day; a run carries its access until its use is counted. */
export class CreateAccessUses1790000003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
    await runner.manager.insert(useHeads, { id: 1, position: 0 });
    await runner.addColumn('import_run', new TableColumn({ name: 'uncountedAccess', type: 'varchar', length: '60', isNullable: true }));
    await runner.createIndex('import_run', new TableIndex({ name: 'import_run_uncounted', columnNames: ['uncountedAccess'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('import_run', 'import_run_uncounted');
    await runner.dropColumn('import_run', 'uncountedAccess');
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'access_use',
    {
      day: key(10),
      access: key(60),
      reads: whole,
      persons: whole,
      imports: whole,
      lastUsedAt: instant,
      position: instant,
      due: { ...instant, isNullable: true },
    },
    [
      { name: 'access_use_due', columns: ['due'] },
      { name: 'access_use_position', columns: ['position', 'day', 'access'] },
    ],
  ),
  table(runner, 'access_use_head', { id: { ...whole, isPrimary: true }, position: instant }),
];
