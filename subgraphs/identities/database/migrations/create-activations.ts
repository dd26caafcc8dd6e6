import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = <Column extends object>(column: Column) => ({ ...column, isNullable: true });
const only = <Column extends object>(column: Column) => ({ ...column, isPrimary: true });
const instant = { type: 'bigint' };
const whole = { type: 'int' };

/** Codes of activation, the letters that carry them, and how often they were guessed at. */
export class CreateActivations1790000003621 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(
    runner,
    'activation',
    {
      uniId: only(varchar(10)),
      daycare: varchar(6),
      issuedBy: varchar(120),
      issuedAt: instant,
      confirmedBy: maybe(varchar(120)),
      expiresAt: instant,
      selector: maybe(varchar(8)),
      secretHash: maybe(varchar(200)),
      tries: whole,
      usedAt: maybe(instant),
    },
    [{ name: 'activation_selector', columns: ['selector'], unique: true }],
  ),
  table(runner, 'activation_letter', { id: only(varchar(32)), sealed: { type: 'mediumtext' }, at: instant }),
  table(runner, 'code_guess', { issuer: only(varchar(200)), subject: only(varchar(120)), since: instant, guesses: whole }),
];
