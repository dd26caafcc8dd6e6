import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const instant = { type: 'bigint' };

/** What is or was found about daycares, and how far the register has been judged by the rules of today. */
export class CreateFindings1790000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        runner,
        'finding',
        {
          id: { type: isSqlite(runner) ? 'integer' : 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          number: varchar(6),
          code: varchar(40),
          about: varchar(300),
          message: varchar(1000),
          since: instant,
          until: instant,
          deadline: { ...varchar(10), isNullable: true },
        },
        [
          { name: 'finding_number', columns: ['number', 'until'] },
          { name: 'finding_code', columns: ['code', 'until', 'number'] },
        ],
      ),
    );
    await runner.createTable(table(runner, 'review', { id: { type: 'int', isPrimary: true }, edition: varchar(300), upTo: varchar(6) }));
    await runner.manager.query("INSERT INTO review (id, edition, `upTo`) VALUES (1, '', '')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review');
    await runner.dropTable('finding');
  }
}
