import { setTimeout as pause } from 'node:timers/promises';
import driver, { type Pool, type PoolOptions } from 'mysql2';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { type Engine, engineCode, type Opening } from './database.ts';
import { rooms } from './rooms.ts';

const DEADLOCK = 1213;
const LOCK_TIMEOUT = 1205;
const DUPLICATE = 1062;
const TRIES = 30;
const TRIES_FOR_A_LOST_RACE = 3;
const LONGEST_TRYING = 20_000;
const CONNECTIONS = 16;
// Reads always find a connection of their own.
const TRANSACTIONS = 12;

/** MySQL and MariaDB: transactions side by side at READ COMMITTED; one that met another in a lock rolls back and runs again. */
export async function connectMySql({ url, tables, migrations }: Opening): Promise<Engine> {
  const { type, session } = await prepareServer(url);
  const source = await new DataSource({
    type,
    url,
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    bigNumberStrings: false,
    timezone: 'Z',
    poolSize: CONNECTIONS,
    entities: [...tables],
    migrations: [...migrations],
    synchronize: false,
    driver: { ...driver, createPool: (options: PoolOptions) => poolOf(options, session) },
  }).initialize();
  await migrateAlone(source);
  const take = rooms(TRANSACTIONS);
  return {
    dialect: 'mysql',
    reader: source.manager,
    run: (work, urgent) => withRetries(() => take(() => source.transaction(work), urgent)),
    close: () => source.destroy(),
  };
}

/**
 * Runs again what met another in a lock, and, a few times, what lost a race for a key: the second run sees the winner.
 */
async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const code = engineCode(error);
      const met = (code === DEADLOCK || code === LOCK_TIMEOUT) && attempt < TRIES && performance.now() - began < LONGEST_TRYING;
      const lost = code === DUPLICATE && attempt < TRIES_FOR_A_LOST_RACE;
      if (!met && !lost) throw error;
      await pause(Math.random() * 10 * Math.min(attempt, 10));
    }
  }
}

/** A pool whose every connection waits for locks, and for the cluster, as our transactions rely on. */
function poolOf(options: PoolOptions, session: readonly string[]): Pool {
  const pool = driver.createPool(options);
  pool.on('connection', (connection) => {
    for (const setting of session) connection.query(`SET SESSION ${setting}`);
  });
  return pool;
}

/** Makes the database if it is not there, in the collation that orders as our keys do; answers which server it is and how a session is set. */
async function prepareServer(url: string): Promise<{ type: 'mysql' | 'mariadb'; session: string[] }> {
  const { pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  if (!/^[\w-]+$/.test(name)) throw new Error('The database URL must end in the name of a database: mysql://user:password@host:3306/name');
  const server = new URL(url);
  server.pathname = '/';
  const connection = await mysql.createConnection({ uri: server.href });
  try {
    await connection.query(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const [clustered] = await connection.query<mysql.RowDataPacket[]>("SHOW VARIABLES LIKE 'wsrep_on'");
    const [versions] = await connection.query<mysql.RowDataPacket[]>('SELECT VERSION() AS version');
    const session = [
      'TRANSACTION ISOLATION LEVEL READ COMMITTED',
      'innodb_lock_wait_timeout = 5',
      ...(clustered[0]?.Value === 'ON' ? ['wsrep_sync_wait = 1'] : []),
    ];
    return { type: String(versions[0]?.version).includes('MariaDB') ? 'mariadb' : 'mysql', session };
  } finally {
    await connection.end();
  }
}

/** Several processes may start at once; one migrates, the others wait for it. */
async function migrateAlone(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  const name = 'tilslut-migrations';
  try {
    await holder.query('SELECT GET_LOCK(CONCAT(DATABASE(), ?), 60)', [name]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await holder.query('SELECT RELEASE_LOCK(CONCAT(DATABASE(), ?))', [name]);
    await holder.release();
  }
}
