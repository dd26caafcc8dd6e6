import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const instant = { type: 'bigint' };
const whole = { type: 'int' };
const system = { ...varchar(20), isPrimary: true };
const position = { ...instant, isPrimary: true };

/** Where systems are told of what happens, how far they have been told, and what could not be delivered. */
export class CreateWebhooks1790000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of webhookTables(runner)) await runner.createTable(each);
    // From the beginning, so that a webhook can be replayed from there.
    await runner.query("INSERT INTO log_reader (reader, position) VALUES ('systems', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM log_reader WHERE reader = 'systems'");
    for (const each of webhookTables(runner).reverse()) await runner.dropTable(each);
  }
}

const webhookTables = (runner: QueryRunner): Table[] => [
  table(runner, 'system_event', { system, position }),
  table(runner, 'webhook', {
    system,
    url: varchar(500),
    salt: varchar(36),
    state: varchar(10),
    position: instant,
    tries: whole,
    dueAt: instant,
    claim: varchar(36),
    deadInARow: whole,
    deliveredAt: { ...instant, isNullable: true },
    failure: { type: 'text', isNullable: true },
  }),
  table(runner, 'webhook_dead_letter', {
    system,
    position,
    eventId: varchar(32),
    kind: varchar(20),
    requestId: varchar(36),
    at: instant,
    diedAt: instant,
    tries: whole,
    reason: { type: 'text' },
    replayAfter: { type: 'text' },
  }),
];
