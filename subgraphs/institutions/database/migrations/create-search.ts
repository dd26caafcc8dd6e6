import type { MigrationInterface, QueryRunner } from 'typeorm';
import { insertRows } from '#shared/database.ts';
import { isSqlite, table } from '#shared/migrations.ts';
import { type Searched, searchRowOf } from '../searching/search-rows.ts';
import { daycareSearch } from '../searching/search-table.ts';

const ROWS_AT_ONCE = 500;

/** What daycares are found by, for those that are there already. */
export class CreateSearch1790000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL does not take a table back when a migration breaks off, so an earlier try may have left one half filled.
    await runner.dropTable('daycare_search', true);
    await runner.createTable(searchTable(runner));
    for (let rows = await daycaresBehind(runner, ''); rows.length > 0; rows = await daycaresBehind(runner, rows.at(-1)?.number ?? '')) {
      const older = await legacyNumbersOf(runner, rows);
      await insertRows(
        { manager: runner.manager, dialect: isSqlite(runner) ? 'sqlite' : 'mysql' },
        daycareSearch,
        rows.map((daycare) => searchRowOf(daycare, older.get(daycare.number) ?? [])),
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(searchTable(runner));
  }
}

const searchTable = (runner: QueryRunner) =>
  table(runner, 'daycare_search', {
    number: { type: 'varchar', length: '6', isPrimary: true },
    name: { type: 'varchar', length: '800' },
    words: { type: 'varchar', length: '1500' },
  });

/** In SQL of its own, so that columns which the register gets later do not reach back to here. */
const daycaresBehind = (runner: QueryRunner, number: string): Promise<Searched[]> =>
  runner.query(
    `SELECT number, name, street, houseNumber, postalCode, town, supplementaryTown FROM daycare WHERE number > ? ORDER BY number LIMIT ${ROWS_AT_ONCE}`,
    [number],
  );

async function legacyNumbersOf(runner: QueryRunner, rows: readonly Searched[]): Promise<ReadonlyMap<string, string[]>> {
  const known: { legacy: string; number: string }[] = await runner.query(
    'SELECT legacy, number FROM legacy_number WHERE number >= ? AND number <= ? ORDER BY legacy',
    [rows[0]?.number, rows.at(-1)?.number],
  );
  const byNumber = Map.groupBy(known, ({ number }) => number);
  return new Map([...byNumber].map(([number, members]) => [number, members.map(({ legacy }) => legacy)]));
}
