import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const counted = ['daycare', 'receivedAt', 'state', 'begun', 'ended', 'refused', 'notices'];

/** Documents are counted by daycare and day without a look at any other. */
export class IndexCountedRuns1790000003645 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('import_run', new TableIndex({ name: 'import_run_counted', columnNames: counted }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('import_run', 'import_run_counted');
  }
}
