import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import mysql from 'mysql2/promise';
import type { Clock } from '#shared/clock.ts';
import type { Database, Migration, Tables } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';

/** A fresh, empty store: where it is, and how it goes away again. */
interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

/** The engines a test runs on: SQLite always, and each real server that the test run was given. */
export const engines: readonly { readonly engine: string; readonly place: () => Promise<Place> }[] = [
  { engine: 'SQLite', place: async () => sqlitePlace() },
  ...realServers().map((url, index) => ({ engine: `server ${index + 1}`, place: () => serverPlace(url) })),
];

function realServers(): string[] {
  return (process.env.TILSLUT_TEST_MYSQL ?? '').split(',').filter(Boolean);
}

function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
  return { url: `sqlite:${join(folder, 'store.sqlite')}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function serverPlace(url: string): Promise<Place> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const place = new URL(url);
  place.pathname = `/${name}`;
  return {
    url: place.href,
    remove: async () => {
      const connection = await mysql.createConnection(url);
      await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
      await connection.end();
    },
  };
}

/** Opens fresh stores for a test file and removes them when it is done. */
export function freshStores() {
  const opened: { database: Database; place: Place }[] = [];
  afterAll(async () => {
    for (const { database, place } of opened) {
      await database.close();
      await place.remove();
    }
  });
  return async (
    engine: (typeof engines)[number],
    parts: { tables: Tables; migrations: readonly Migration[]; clock?: Clock },
  ): Promise<Database> => {
    const place = await engine.place();
    const database = await openDatabase({ url: place.url, clock: Date.now, ...parts });
    opened.push({ database, place });
    return database;
  };
}
