import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import mysql from 'mysql2/promise';
import type { Row } from '../log-source.ts';
import { placeOf } from '../sqlite-log.ts';
import { codeOf } from './finding.ts';
import type { Place } from './installation.ts';

const ANSWER_MS = 5_000;

/** A subgraph's database, opened to look at and never to write. Whole numbers come as bigint or digits. */
export interface Store extends Place {
  readonly engine: 'sqlite' | 'mysql';
  ask(sql: string, ...values: (string | number)[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A database that could not be opened, and by which code. */
export interface ClosedStore extends Place {
  readonly code: string;
}

/** Opens each database that is there. */
export async function openStores(places: readonly Place[]): Promise<{ readonly open: Store[]; readonly closed: ClosedStore[] }> {
  const open: Store[] = [];
  const closed: ClosedStore[] = [];
  for (const place of places) {
    try {
      open.push(place.url.startsWith('sqlite:') ? sqliteStore(place) : await mysqlStore(place));
    } catch (fault) {
      closed.push({ ...place, code: codeOf(fault) });
    }
  }
  return { open, closed };
}

function sqliteStore(place: Place): Store {
  const file = place.url.slice('sqlite:'.length);
  if (!existsSync(file)) throw Object.assign(new Error('There is no such file.'), { code: 'ENOENT' });
  const database = new DatabaseSync(placeOf(file, !existsSync(`${file}-wal`)), { readOnly: true, timeout: ANSWER_MS });
  database.prepare('SELECT COUNT(*) FROM sqlite_master').get();
  return {
    ...place,
    engine: 'sqlite',
    ask: async (sql, ...values) => {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      return statement.all(...values);
    },
    close: async () => database.close(),
  };
}

async function mysqlStore(place: Place): Promise<Store> {
  const connection = await mysql.createConnection({
    uri: place.url,
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: ANSWER_MS,
  });
  // As the processes' own sessions are, but for writing.
  for (const setting of ['TRANSACTION ISOLATION LEVEL READ COMMITTED', 'innodb_lock_wait_timeout = 5', 'TRANSACTION READ ONLY'])
    await connection.query(`SET SESSION ${setting}`);
  return {
    ...place,
    engine: 'mysql',
    ask: async (sql, ...values) => (await connection.query<mysql.RowDataPacket[]>({ sql, values, timeout: ANSWER_MS }))[0],
    close: () => connection.end(),
  };
}

/** Whether a database has a table; an empty one has none yet. */
export async function hasTable({ engine, ask }: Store, name: string): Promise<boolean> {
  const from =
    engine === 'sqlite'
      ? "sqlite_master WHERE type = 'table' AND name = ?"
      : 'information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?';
  const [row] = await ask(`SELECT COUNT(*) AS found FROM ${from}`, name);
  return Number(row?.found) > 0;
}
