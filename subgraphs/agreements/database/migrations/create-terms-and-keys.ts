import { type MigrationInterface, type QueryRunner, type Table, TableColumn, type TableColumnOptions, TableIndex } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const primary = (length: number) => ({ ...varchar(length), isPrimary: true });
const prose = { type: 'text' };
const instant = { type: 'bigint' };
const optional = { isNullable: true };

const added: readonly (readonly [string, TableColumnOptions])[] = [
  ['supplier_system', { name: 'archivedAt', ...instant, ...optional }],
  ['access_request', { name: 'reminders', type: 'int', default: 0 }],
  ['data_access', { name: 'requestedBy', ...varchar(120), default: "''" }],
  ['data_access', { name: 'askedToConfirm', ...varchar(10), ...optional }],
  ['data_access', { name: 'unusedSince', ...instant, default: 0 }],
  ['data_access', { name: 'endsOn', ...varchar(10), ...optional }],
  ['data_access', { name: 'notice', ...prose, ...optional }],
  ['data_access', { name: 'replaces', ...varchar(36), ...optional }],
];
const indexName = 'data_access_request';

/** What terms run from, what is to end, keys of systems, and what institutions asked suppliers to send. */
export class CreateTermsAndKeys1790000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, column] of added) await runner.addColumn(name, new TableColumn(column));
    // A year without use counts from when an access began, for those that are there.
    await runner.query('UPDATE data_access SET `unusedSince` = COALESCE(`lastUsedAt`, `activeSince`, `suspendedAt`, 0)');
    await runner.query(
      'UPDATE data_access SET `requestedBy` = (SELECT r.`requestedBy` FROM access_request r WHERE r.id = data_access.`requestId`)',
    );
    // An approval that is undone leaves its access behind, and the next approval of the same request makes another.
    await runner.dropIndex('data_access', indexName);
    await runner.createIndex('data_access', new TableIndex({ name: indexName, columnNames: ['requestId'] }));
    for (const each of newTables(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of newTables(runner).reverse()) await runner.dropTable(each);
    await runner.dropIndex('data_access', indexName);
    await runner.createIndex('data_access', new TableIndex({ name: indexName, columnNames: ['requestId'], isUnique: true }));
    for (const [name, column] of [...added].reverse()) await runner.dropColumn(name, column.name);
  }
}

const newTables = (runner: QueryRunner): Table[] => [
  table(runner, 'system_key', {
    system: primary(20),
    id: primary(64),
    jwk: prose,
    addedAt: instant,
    withdrawnAt: { ...instant, ...optional },
  }),
  table(
    runner,
    'sought_request',
    {
      daycareNumber: primary(6),
      system: primary(20),
      service: primary(40),
      id: varchar(36),
      supplier: varchar(20),
      comment: prose,
      doneBy: prose,
      at: instant,
    },
    [{ name: 'sought_request_supplier', columns: ['supplier', 'id'] }],
  ),
];
