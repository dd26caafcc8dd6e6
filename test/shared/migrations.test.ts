import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type Database, type Migration, openDatabase, type Tables } from '#shared/database.ts';
import { engines } from '../support/databases.ts';
import { root } from '../support/sources.ts';

type Storage = { readonly tables: Tables; readonly migrations: readonly Migration[] };

const names = readdirSync(join(root, 'subgraphs')).filter((name) => existsSync(join(root, 'subgraphs', name, 'server.ts')));
const stores = await Promise.all(names.map(async (name) => ({ name, storage: (await import(`../../subgraphs/${name}/server.ts`)).storage as Storage })));
const cases = stores.flatMap(({ name, storage }) => engines.map((engine) => ({ ...engine, name, storage })));

describe.each(cases)('the store of $name on $engine', ({ place, storage }) => {
  let database: Database;
  let source: DataSource;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const here = await place();
    remove = here.remove;
    database = await openDatabase({ url: here.url, clock: Date.now, ...storage });
    // The one that writes: it alone knows the migrations on SQLite.
    source = (await database.transaction(async ({ manager }) => manager.connection)).result;
  });
  afterAll(async () => {
    await database.close();
    await remove();
  });

  test('every migration has run, once', async () => {
    const rows: { name: string }[] = await source.query('SELECT name FROM migrations ORDER BY id');
    expect(rows.map(({ name }) => name)).toEqual(storage.migrations.map(({ name }) => name));
  });

  test('the migrations made what the tables are', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('undone, they leave nothing behind', async () => {
    for (const _ of storage.migrations) await source.undoLastMigration({ transaction: 'each' });
    expect(await tablesIn(source)).toEqual(['migrations']);
    await source.runMigrations({ transaction: 'each' });
  });
});

async function tablesIn(source: DataSource): Promise<string[]> {
  const query =
    source.options.type === 'better-sqlite3'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const rows: { name: string }[] = await source.query(query);
  return rows.map(({ name }) => name).sort();
}
