import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const key = (length: number) => ({ type: 'varchar', length: String(length), isPrimary: true });

/** Whom a source says to be protected on a line that was refused, so that no tie says it. */
export class CreateProtectionClaims1790000003002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(claims(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(claims(runner));
  }
}

const claims = (runner: QueryRunner): Table =>
  table(runner, 'protection_claim', { uniId: key(10), daycare: key(6), system: key(60), source: key(100) }, [
    { name: 'protection_claim_source', columns: ['daycare', 'system', 'source'] },
  ]);
