import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { EntityManager, EntitySchema, MigrationInterface, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Clock } from './clock.ts';

export type Dialect = 'sqlite' | 'mysql';
export type Table = EntitySchema<ObjectLiteral>;
// biome-ignore lint/suspicious/noExplicitAny: TypeORM's list of tables is a list of schemas of anything
export type Tables = readonly EntitySchema<any>[];
export type Migration = new () => MigrationInterface;

/** How a store is opened: `sqlite:FILE` or `mysql://user:password@host:port/database`. */
export interface Opening {
  readonly url: string;
  readonly tables: Tables;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
}

/** What one engine gives: a manager for reading, and whole transactions one after the other or side by side. */
export interface Engine {
  readonly dialect: Dialect;
  readonly reader: EntityManager;
  run<T>(work: (manager: EntityManager) => Promise<T>, urgent: boolean): Promise<T>;
  close(): Promise<void>;
}

/** Something that came true, as an action tells it: by whom, of what, and the facts, which name no national number. */
export interface NewEvent {
  readonly kind: string;
  readonly actor: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A transaction under way: what is written here becomes true together with its events, or not at all. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly dialect: Dialect;
  /** The instant that all of this transaction is recorded at. */
  readonly at: number;
  /** The instant it is now, for what must not have run out. */
  readonly now: Clock;
  /** Adds to the log, as the last act before the commit. */
  record(event: NewEvent): void;
}

/** What a transaction left behind; the position is that of its last event. */
export interface Committed<T> {
  readonly result: T;
  readonly position: number | undefined;
}

export interface Database {
  readonly dialect: Dialect;
  readonly clock: Clock;
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Urgent is what everything else rests on: a lease, a follower's step; it goes before what else waits. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, urgent?: 'urgent'): Promise<Committed<T>>;
  /** Calls back after each commit of this process that wrote events; returns how to stop. */
  onCommit(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The rows a decision rests on, held until the transaction ends. SQLite has one writer and needs no lock. */
export function forUpdate<T extends ObjectLiteral>(
  { dialect }: Pick<Transaction, 'dialect'>,
  query: SelectQueryBuilder<T>,
): SelectQueryBuilder<T> {
  return dialect === 'mysql' ? query.setLock('pessimistic_write') : query;
}

/** The same rows, kept from changing while others may read them. */
export function forShare<T extends ObjectLiteral>(
  { dialect }: Pick<Transaction, 'dialect'>,
  query: SelectQueryBuilder<T>,
): SelectQueryBuilder<T> {
  return dialect === 'mysql' ? query.setLock('pessimistic_read') : query;
}

const rowsPerStatement: Record<Dialect, number> = { sqlite: 50, mysql: 500 };

/** Writes new rows with few statements, giving others their turn between them. */
export async function insertRows<T extends ObjectLiteral>(
  { manager, dialect }: Pick<Transaction, 'manager' | 'dialect'>,
  table: EntitySchema<T>,
  rows: readonly T[],
): Promise<void> {
  const { tableName, columns } = manager.connection.getMetadata(table);
  const written = columns.filter((column) => !column.isGenerated);
  const names = written.map((column) => `\`${column.databaseName}\``).join(', ');
  const marks = `(${written.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += rowsPerStatement[dialect]) {
    const chunk = rows.slice(from, from + rowsPerStatement[dialect]);
    if (from > 0) await yieldToOthers();
    const values = chunk.flatMap((row) =>
      written.map((column) => manager.connection.driver.preparePersistentValue(row[column.propertyName], column) ?? null),
    );
    await manager.query(`INSERT INTO \`${tableName}\` (${names}) VALUES ${chunk.map(() => marks).join(', ')}`, values);
  }
}

const duplicateCodes = new Set([1062, 1555, 2067]);

/** Whether a write failed because such a row is there already (MySQL 1062; SQLite's primary-key and unique codes). */
export function isDuplicate(error: unknown): boolean {
  return duplicateCodes.has(engineCode(error) ?? 0);
}

/** The number by which the engine tells what went wrong. */
export function engineCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('driverError' in error)) return undefined;
  const told: unknown = error.driverError;
  if (typeof told !== 'object' || told === null) return undefined;
  if ('errno' in told && typeof told.errno === 'number') return told.errno;
  return 'errcode' in told && typeof told.errcode === 'number' ? told.errcode : undefined;
}
