import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Database, Migration, Tables } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import { engines } from '../support/databases.ts';
import { root } from '../support/sources.ts';

interface Storage {
  readonly tables: Tables;
  readonly migrations: readonly Migration[];
}

const names = readdirSync(join(root, 'subgraphs')).filter((name) => existsSync(join(root, 'subgraphs', name, 'server.ts')));
const stores = await Promise.all(
  names.map(async (name) => ({ name, storage: (await import(`../../subgraphs/${name}/server.ts`)).storage as Storage })),
);
const cases = stores.flatMap(({ name, storage }) => engines.map((engine) => ({ ...engine, name, storage })));

describe.each(cases)('the store of $name on $engine', ({ place, storage }) => {
  let database: Database;
  let source: DataSource;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const here = await place();
    remove = here.remove;
    database = await openDatabase({ url: here.url, clock: Date.now, ...storage });
    // The one that writes: on SQLite it alone knows the migrations.
    source = (await database.transaction(async ({ manager }) => manager.connection)).result;
  });
  afterAll(async () => {
    await database.close();
    await remove();
  });

  test('every migration has run, once and in order', async () => {
    const rows: { name: string }[] = await source.query('SELECT name FROM migrations ORDER BY id');
    expect(rows.map(({ name }) => name)).toEqual(storage.migrations.map(({ name }) => name));
  });

  test('the migrations made the tables that the code knows, and no others', async () => {
    expect(await tablesIn(source)).toEqual(['migrations', ...source.entityMetadatas.map(({ tableName }) => tableName)].sort());
    expect(await changesOfWeight(source)).toEqual([]);
  });

  test('a column that a table lacks is found', async () => {
    await source.query('ALTER TABLE idempotency_key DROP COLUMN answer');
    expect(await changesOfWeight(source)).toEqual([expect.stringContaining('answer')]);
    await source.query(`ALTER TABLE idempotency_key ADD answer ${isSqlite(source) ? 'text' : 'mediumtext'} NULL`);
    expect(await changesOfWeight(source)).toEqual([]);
  });

  test('undone, they leave nothing behind, and can be done again', async () => {
    for (const _ of storage.migrations) await source.undoLastMigration({ transaction: 'each' });
    expect(await tablesIn(source)).toEqual(['migrations']);
    await source.runMigrations({ transaction: 'each' });
    expect(await changesOfWeight(source)).toEqual([]);
  });
});

const isSqlite = ({ options }: DataSource) => options.type === 'better-sqlite3';

async function tablesIn(source: DataSource): Promise<string[]> {
  const query = isSqlite(source)
    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const rows: { name: string }[] = await source.query(query);
  return rows.map(({ name }) => name).sort();
}

/** What TypeORM would change to make the database what the tables are, but for what is only said in other words. */
async function changesOfWeight(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const statements = upQueries.map(({ query }) => query.trim());
  return isSqlite(source) ? otherOnSqlite(source, statements) : otherOnServer(source, statements);
}

/**
 * SQLite changes a table by making it anew, so each statement that makes something is held to what stands: it is of no weight when it
 * is the same but for `int` and `integer`, which SQLite keeps alike. The copying, dropping and renaming around it say nothing more.
 */
async function otherOnSqlite(source: DataSource, statements: readonly string[]): Promise<string[]> {
  const standing: { sql: string }[] = await source.query('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL');
  const known = new Set(standing.map(({ sql }) => inOneWord(sql)));
  const made = statements
    .filter((statement) => statement.startsWith('CREATE '))
    .map((statement) => inOneWord(statement.replace('"temporary_', '"')));
  const dropped = statements.filter((statement) => statement.startsWith('DROP INDEX ')).map((statement) => statement.slice('DROP '.length));
  return [...new Set(made.filter((sql) => !known.has(sql))), ...dropped.filter((index) => !made.some((sql) => sql.includes(index)))];
}

const inOneWord = (sql: string) =>
  sql
    .replaceAll(/\bint\b/g, 'integer')
    .replaceAll(/\s*([(),])\s*/g, '$1')
    .trim();

/** The servers hold long text in `mediumtext`, which the tables call `text` since SQLite has one word for both: same column, more room. */
async function otherOnServer(source: DataSource, statements: readonly string[]): Promise<string[]> {
  const longer: { name: string }[] = await source.query(
    "SELECT CONCAT('`', table_name, '` ADD `', column_name, '` text ', IF(is_nullable = 'YES', 'NULL', 'NOT NULL')) AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND data_type = 'mediumtext'",
  );
  const alike = new Set(
    longer.flatMap(({ name }) => [`ALTER TABLE ${name}`, `ALTER TABLE ${name.replace(/ ADD (`\w+`).*/, ' DROP COLUMN $1')}`]),
  );
  return statements.filter((statement) => !alike.has(statement));
}
