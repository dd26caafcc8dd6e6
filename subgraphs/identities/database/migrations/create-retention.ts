import { type MigrationInterface, type QueryRunner, type Table, TableIndex } from 'typeorm';
import { table } from '#shared/migrations.ts';

const key = (length: number) => ({ type: 'varchar', length: String(length), isPrimary: true });
const instant = { type: 'bigint' };

/** By what old rows are found without a look at the others. */
const indices: readonly (readonly [table: string, index: TableIndex])[] = [
  ['affiliation', new TableIndex({ name: 'affiliation_frozen', columnNames: ['frozenSince'] })],
  ['import_run', new TableIndex({ name: 'import_run_received', columnNames: ['receivedAt'] })],
];

/** Who was warned that ties end, and who was erased. */
export class CreateRetention1790000003631 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
    for (const [name, index] of indices) await runner.createIndex(name, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, index] of indices) await runner.dropIndex(name, index);
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(runner, 'source_warning', {
    daycare: key(6),
    system: key(60),
    source: key(100),
    takenAt: { ...instant, isPrimary: true },
    at: instant,
  }),
  table(runner, 'erased_person', { uniId: key(10), at: instant }),
];
