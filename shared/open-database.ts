import type { EntityManager } from 'typeorm';
import type { Clock } from './clock.ts';
import type { Committed, Database, Dialect, NewEvent, Opening, Transaction } from './database.ts';
import { connectMySql } from './database-mysql.ts';
import { connectSqlite } from './database-sqlite.ts';
import { appendEvents } from './event-log.ts';

/** Opens and migrates a database. Nobody else opens one. */
export async function openDatabase(opening: Opening): Promise<Database> {
  const engine = opening.url.startsWith('sqlite:') ? await connectSqlite(opening) : await connectMySql(opening);
  const listeners = new Set<() => void>();
  return {
    dialect: engine.dialect,
    clock: opening.clock,
    read: (work) => work(engine.reader),
    transaction: async (work, urgent) => {
      const committed = await engine.run((manager) => inTransaction(manager, engine.dialect, opening.clock, work), urgent === 'urgent');
      if (committed.position !== undefined) for (const listener of listeners) listener();
      return committed;
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: engine.close,
  };
}

async function inTransaction<T>(
  manager: EntityManager,
  dialect: Dialect,
  clock: Clock,
  work: (transaction: Transaction) => Promise<T>,
): Promise<Committed<T>> {
  const events: NewEvent[] = [];
  const at = clock();
  const result = await work({ manager, dialect, at, now: clock, record: (event) => events.push(event) });
  return { result, position: await appendEvents({ manager, dialect, at }, events) };
}
