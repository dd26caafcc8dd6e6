import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const key = (length: number) => ({ ...varchar(length), isPrimary: true });
const instant = { type: 'bigint' };
const long = { type: 'mediumtext' };

/** Which login leads to whom, the usernames that were ever given, and who was stopped. */
export class CreateLogins1790000003620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tablesFor(runner).reverse()) await runner.dropTable(each);
  }
}

const tablesFor = (runner: QueryRunner): Table[] => [
  table(runner, 'citizen_link', { issuer: key(200), subject: key(120), uniId: varchar(10), at: instant }, [
    { name: 'citizen_link_person', columns: ['uniId'] },
  ]),
  table(runner, 'username', { name: key(40), uniId: varchar(10), at: instant }, [
    { name: 'username_person', columns: ['uniId'], unique: true },
  ]),
  table(
    runner,
    'identity_block',
    {
      id: key(32),
      uniId: varchar(10),
      since: instant,
      standing: varchar(30),
      reason: long,
      liftedAt: { ...instant, isNullable: true },
      liftReason: { ...long, isNullable: true },
    },
    [{ name: 'identity_block_person', columns: ['uniId'] }],
  ),
];
