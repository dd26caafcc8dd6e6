import { type MigrationInterface, type QueryRunner, type Table, TableColumn, TableIndex } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const instant = { type: 'bigint' };
const document = { type: 'mediumtext' };
const versionIndices = ['institution', 'unit'] as const;

/** What is planned, what is handed over, who followed since when, and pairs that are no doubles. */
export class CreatePlansAndTransfers1790000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of planTables(runner)) await runner.createTable(each);
    for (const name of ['validFrom', 'recordedFrom'])
      await runner.addColumn('succession', new TableColumn({ name, ...instant, default: 0 }));
    for (const column of versionIndices)
      await runner.createIndex(
        'daycare_version',
        new TableIndex({ name: `daycare_version_${column}`, columnNames: [column, 'recordedTo', 'validTo'] }),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of versionIndices) await runner.dropIndex('daycare_version', `daycare_version_${column}`);
    for (const name of ['recordedFrom', 'validFrom']) await runner.dropColumn('succession', name);
    for (const each of planTables(runner).reverse()) await runner.dropTable(each);
  }
}

const planTables = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'planned_act',
    {
      id: { ...varchar(36), isPrimary: true },
      subject: varchar(6),
      action: varchar(12),
      kind: varchar(20),
      onDay: varchar(10),
      dueAt: instant,
      sets: document,
      successors: document,
      reason: maybe(1000),
      doneBy: document,
      actor: document,
      plannedAt: instant,
      state: varchar(10),
      endedAt: { ...instant, isNullable: true },
    },
    [{ name: 'planned_act_due', columns: ['state', 'dueAt'] }],
  ),
  table(runner, 'planned_number', { number: { ...varchar(6), isPrimary: true }, act: { ...varchar(36), isPrimary: true } }),
  table(
    runner,
    'transfer',
    {
      id: { ...varchar(36), isPrimary: true },
      number: varchar(6),
      fromMunicipality: varchar(4),
      toMunicipality: varchar(4),
      onDay: varchar(10),
      reason: varchar(1000),
      state: varchar(10),
      proposedBy: document,
      actor: document,
      proposedAt: instant,
      answeredBy: { ...document, isNullable: true },
      answeredAt: { ...instant, isNullable: true },
      answerReason: maybe(1000),
    },
    [
      { name: 'transfer_number', columns: ['number', 'state'] },
      { name: 'transfer_from', columns: ['fromMunicipality', 'id'] },
      { name: 'transfer_to', columns: ['toMunicipality', 'id'] },
    ],
  ),
  table(runner, 'dismissed_double', {
    first: { ...varchar(6), isPrimary: true },
    second: { ...varchar(6), isPrimary: true },
    doneBy: document,
    reason: maybe(1000),
    at: instant,
  }),
];
