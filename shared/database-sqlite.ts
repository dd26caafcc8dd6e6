import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Engine, Opening } from './database.ts';
import { NodeSqlite } from './node-sqlite.ts';
import { rooms } from './rooms.ts';

/**
 * SQLite: one writer behind a queue, begun at once as a writer, and a reading connection beside it that never opens a
 * transaction, so that it always sees what is committed. TypeORM itself would let transactions run inside each other.
 */
export async function connectSqlite({ url, tables, migrations }: Opening): Promise<Engine> {
  const file = url.slice('sqlite:'.length);
  const common = {
    type: 'better-sqlite3' as const,
    driver: NodeSqlite,
    database: file,
    enableWAL: true,
    entities: [...tables],
    synchronize: false,
  };
  const prepareDatabase = (database: NodeSqlite) =>
    database.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA optimize = 0x10002');
  const writer = await new DataSource({
    ...common,
    prepareDatabase,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  }).initialize();
  await writer.runMigrations();
  const reader = await new DataSource({ ...common, prepareDatabase }).initialize();
  const take = rooms(1);
  return {
    dialect: 'sqlite',
    reader: reader.manager,
    run: (work, urgent) => take(() => within(writer, () => work(writer.manager)), urgent),
    close: async () => {
      await take(async () => undefined);
      await Promise.all([writer.destroy(), reader.destroy()]);
    },
  };
}

async function within<T>(writer: DataSource, work: () => Promise<T>): Promise<T> {
  await writer.query('BEGIN IMMEDIATE');
  try {
    const result = await work();
    await writer.query('COMMIT');
    return result;
  } catch (error) {
    // Where the engine has rolled back itself there is nothing left to do, and its reason is the one to tell.
    await writer.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await yieldToOthers();
  }
}
