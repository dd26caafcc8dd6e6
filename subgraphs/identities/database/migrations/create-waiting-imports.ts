import { type MigrationInterface, type QueryRunner, type Table, TableColumn, TableIndex } from 'typeorm';
import { table } from '#shared/migrations.ts';

const instant = { type: 'bigint' };
const whole = { type: 'int' };
const key = (length: number) => ({ type: 'varchar', length: String(length), isPrimary: true });
const text = (length: number) => ({ type: 'varchar', length: String(length) });

/** What waits between the arrival of an import and its effect, what stood before it, and who tried without an access. */
export class CreateWaitingImports1790000003610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
    await runner.addColumn('import_source', new TableColumn({ name: 'heldRun', type: 'varchar', length: '32', isNullable: true }));
    await runner.addColumn('import_source', new TableColumn({ name: 'newestDateTime', type: 'bigint', default: 0 }));
    await runner.query('UPDATE import_source SET newestDateTime = sourceDateTime');
    for (const index of runIndices) await runner.createIndex('import_run', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of runIndices) await runner.dropIndex('import_run', index);
    await runner.dropColumn('import_source', 'newestDateTime');
    await runner.dropColumn('import_source', 'heldRun');
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const runIndices = [
  new TableIndex({ name: 'import_run_system', columnNames: ['system', 'id'] }),
  new TableIndex({ name: 'import_run_state', columnNames: ['state', 'id'] }),
];

const tablesFor = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'import_sealed',
    {
      run: key(32),
      kind: key(10),
      part: { ...whole, isPrimary: true },
      keyVersion: whole,
      value: { type: 'mediumtext' },
      eraseAt: instant,
    },
    [{ name: 'import_sealed_erase', columns: ['eraseAt'] }],
  ),
  table(
    runner,
    'import_change',
    { run: key(32), place: { ...whole, isPrimary: true }, keyVersion: whole, value: { type: 'mediumtext' }, eraseAt: instant },
    [{ name: 'import_change_erase', columns: ['eraseAt'] }],
  ),
  table(runner, 'import_hold', { run: key(32), rule: text(10), ending: whole, held: whole }),
  table(runner, 'import_decision', {
    run: key(32),
    act: key(12),
    actor: text(120),
    organisation: text(140),
    standing: text(40),
    at: instant,
    comment: { type: 'mediumtext', isNullable: true },
  }),
  table(runner, 'import_attempt', { daycare: key(6), system: key(60), at: instant, code: text(40) }),
];
