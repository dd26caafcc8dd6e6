import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { emptyLog } from './event-log.ts';
import { logHeads } from './event-log-tables.ts';

type Columns = Readonly<Record<string, Omit<TableColumnOptions, 'name'>>>;

/** A table by its columns, in the same words on both engines. `mediumtext` is plain text where there is no such thing. */
export function table(
  runner: QueryRunner,
  name: string,
  columns: Columns,
  indices: readonly { name: string; columns: string[]; unique?: boolean }[] = [],
): Table {
  const typed = Object.entries(columns).map(([columnName, column]) => ({
    ...column,
    name: columnName,
    type: column.type === 'mediumtext' && isSqlite(runner) ? 'text' : column.type,
  }));
  return new Table({
    name,
    columns: typed,
    indices: indices.map(({ name: index, columns: columnNames, unique = false }) => ({ name: index, columnNames, isUnique: unique })),
  });
}

/** Whether the table is made on SQLite, whose words for types differ here and there. */
export const isSqlite = (runner: QueryRunner): boolean => runner.connection.options.type === 'better-sqlite3';

const position = { type: 'bigint' };
const varchar = (length: number) => ({ type: 'varchar', length: String(length) });

/** What every subgraph keeps beside its own: the event log, leases given and held, idempotency keys. */
export class CreateLogLeasesAndKeys1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of sharedTables(runner)) await runner.createTable(each);
    await runner.manager.insert(logHeads, emptyLog());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of sharedTables(runner).reverse()) await runner.dropTable(each);
  }
}

const sharedTables = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'event_log',
    {
      position: { ...position, isPrimary: true },
      at: position,
      actor: varchar(120),
      kind: varchar(60),
      subject: varchar(60),
      factsDigest: varchar(64),
      hash: varchar(64),
    },
    [{ name: 'event_log_subject', columns: ['subject', 'position'] }],
  ),
  table(runner, 'event_facts', {
    position: { ...position, isPrimary: true },
    salt: { ...varchar(32), isNullable: true },
    facts: { type: 'mediumtext', isNullable: true },
  }),
  table(runner, 'event_log_head', { id: { type: 'int', isPrimary: true }, logId: varchar(36), position, hash: varchar(64) }),
  table(runner, 'follower_lease', { follower: { ...varchar(60), isPrimary: true }, leaseEnds: position, askedAfter: position }),
  table(runner, 'follower_state', {
    feed: { ...varchar(60), isPrimary: true },
    cursor: { type: 'mediumtext', isNullable: true },
    validUntil: position,
  }),
  table(
    runner,
    'idempotency_key',
    {
      actor: { ...varchar(120), isPrimary: true },
      name: { ...varchar(200), isPrimary: true },
      inputDigest: varchar(64),
      answer: { type: 'mediumtext', isNullable: true },
      at: position,
    },
    [{ name: 'idempotency_key_at', columns: ['at'] }],
  ),
];
