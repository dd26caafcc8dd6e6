import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const key = (length: number) => ({ type: 'varchar', length: String(length), isPrimary: true });
const instant = { type: 'bigint' };

/** Who was warned that ties end, and who was erased. */
export class CreateRetention1790000003631 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
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
