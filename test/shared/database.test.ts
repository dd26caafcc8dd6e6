import { describe, expect, test } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { key, text, whole } from '#shared/columns.ts';
import { type Database, forUpdate, insertRows, isDuplicate } from '#shared/database.ts';
import { eventsAfter, linkTo, readHead } from '#shared/event-log.ts';
import { loggedEvents } from '#shared/event-log-tables.ts';
import { CreateLogLeasesAndKeys1790000000000, table } from '#shared/migrations.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engines, freshStores } from '../support/databases.ts';

interface Counter {
  readonly name: string;
  readonly count: number;
}
const counters = new EntitySchema<Counter>({ name: 'counter', columns: { name: key(text(40)), count: whole } });
class CreateCounter1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.createTable(
      table(runner, 'counter', { name: { type: 'varchar', length: '40', isPrimary: true }, count: { type: 'int' } }),
    );
  }
  async down() {}
}

const event = (subject: string) => ({ kind: 'Counted', actor: 'someone', subject, facts: { to: 'ø' } });
const countOf = (database: Database, name: string) =>
  database.read((manager) => manager.createQueryBuilder(counters, 'c').where('c.name = :name', { name }).getOne());

describe.each(engines)('a store on $engine', (engine) => {
  const open = freshStores();
  const parts = { tables: [...sharedTables, counters], migrations: [CreateLogLeasesAndKeys1790000000000, CreateCounter1790000000009] };

  test('twenty writers at once add up, and their events stand in order without a gap', async () => {
    const database = await open(engine, parts);
    await database.transaction((transaction) => insertRows(transaction, counters, [{ name: 'a', count: 0 }]));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.transaction(async (transaction) => {
          const { count } = await forUpdate(
            transaction,
            transaction.manager.createQueryBuilder(counters, 'c').where("c.name = 'a'"),
          ).getOneOrFail();
          await transaction.manager.update(counters, { name: 'a' }, { count: count + 1 });
          transaction.record(event(`one ${count}`));
          transaction.record(event(`two ${count}`));
        }),
      ),
    );
    expect((await countOf(database, 'a'))?.count).toBe(20);
    const events = await database.read((manager) => eventsAfter(manager, 0, 1000, 1000));
    expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(events.map(({ subject }) => subject)).toEqual(Array.from({ length: 20 }, (_, index) => [`one ${index}`, `two ${index}`]).flat());
  });

  test('work that fails leaves neither row nor event, whatever ran beside it', async () => {
    const database = await open(engine, parts);
    const failing = database.transaction(async (transaction) => {
      await insertRows(transaction, counters, [{ name: 'lost', count: 1 }]);
      transaction.record(event('lost'));
      throw new Error('thought better of it');
    });
    const kept = database.transaction(async (transaction) => {
      await insertRows(transaction, counters, [{ name: 'kept', count: 1 }]);
      transaction.record(event('kept'));
    });
    await expect(failing).rejects.toThrow('thought better of it');
    expect((await kept).position).toBe(1);
    expect(await countOf(database, 'lost')).toBeNull();
    expect(await countOf(database, 'kept')).toEqual({ name: 'kept', count: 1 });
  });

  test('a reader sees what was committed before it asked, and nothing of a transaction under way', async () => {
    const database = await open(engine, parts);
    await database.transaction(async (transaction) => {
      await insertRows(transaction, counters, [{ name: 'under way', count: 1 }]);
      expect(await countOf(database, 'under way')).toBeNull();
    });
    expect(await countOf(database, 'under way')).not.toBeNull();
  });

  test('a row that is there already is told apart from any other failure, and the transaction goes on', async () => {
    const database = await open(engine, parts);
    const twice = () =>
      database.transaction(async (transaction) => {
        try {
          await insertRows(transaction, counters, [{ name: 'twice', count: 1 }]);
          return 'first';
        } catch (error) {
          return isDuplicate(error) ? 'second' : 'fault';
        }
      });
    expect([(await twice()).result, (await twice()).result]).toEqual(['first', 'second']);
    expect(isDuplicate(new Error('no'))).toBe(false);
  });

  test('each event is bound to all before it', async () => {
    const database = await open(engine, parts);
    await database.transaction(async ({ record }) => ['a', 'b', 'c'].forEach((subject) => record(event(subject))));
    const links = await database.read((manager) => manager.createQueryBuilder(loggedEvents, 'e').orderBy('e.position').getMany());
    let before = '0'.repeat(64);
    for (const { hash, ...link } of links) {
      expect(linkTo(before, link).hash).toBe(hash);
      before = hash;
    }
    expect((await database.read(readHead)).hash).toBe(before);
  });
});
