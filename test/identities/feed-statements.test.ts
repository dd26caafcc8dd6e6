import { describe, expect, test } from '@jest/globals';
import { type Feed, serveFeed } from '#shared/feed.ts';
import type { Database } from '#shared/database.ts';
import { readChanges } from '../../subgraphs/identities/actions/reading/read-changes.ts';
import { readPeople } from '../../subgraphs/identities/actions/reading/read-people.ts';
import { tracePerson } from '../../subgraphs/identities/actions/tracing/trace-person.ts';
import { copiesIn } from '../../subgraphs/identities/database/copies/copies.ts';
import { readingsOf } from '../../subgraphs/identities/database/reading/readings.ts';
import { traceReader } from '../../subgraphs/identities/database/tracing/trace-reader.ts';
import { type FeedFacts, feedChangeOf } from '../../subgraphs/identities/domain/reading/feed-change.ts';
import type { Readings } from '../../subgraphs/identities/domain/reading/readings.ts';
import { hearOfAccesses } from '../../subgraphs/identities/following/agreements.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { storage } from '../../subgraphs/identities/server.ts';
import { engines, freshStores } from '../support/databases.ts';
import { accessChange, employee, numberOf, platform, responsible, vaultKeys } from './support/neighbourhood.ts';
import { averageUnit, prepare, statementsOf, submitTo } from './support/store.ts';

const numbers = Array.from({ length: 40 }, (_, index) => `G1${String(1000 + index)}`);

describe.each(engines)('what a page of the feed, a trace and the log of reads cost on $engine', (engine) => {
  const open = freshStores();
  const fetches = async (database: Database) =>
    database.transaction((transaction) =>
      hearOfAccesses(
        copiesIn(transaction),
        numbers.map((daycare) => accessChange({ system: 'S2', daycare, service: 'ws17-full' })),
      ),
    );
  const pageOf = (feed: Feed<FeedFacts>, readings: Readings, first: number, after: string) =>
    feed.page({ actor: platform, after, first, waitSeconds: 0 }, async (events) => {
      await readChanges(readings, platform, events.flatMap(feedChangeOf));
      return events;
    });

  test('a page of all one may read is a bounded number of statements, however many daycares it is of; so is a trace', async () => {
    const database = await open(engine, storage);
    await prepare(database, ...numbers);
    await fetches(database);
    const feed = serveFeed<FeedFacts>(database);
    const start = await feed.position();
    for (const daycare of numbers)
      await submitTo(database, { daycare, source: 'S', sourceDateTime: 1, persons: [employee({ id: 'A', number: numberOf(1) })] });
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const pages: number[] = [];
    const looked = (first: number) =>
      statementsOf(database, async () => pages.push((await pageOf(feed, readings, first, start)).events.length));
    const [few, many] = [await looked(4), await looked(80)];
    expect(pages).toEqual([4, 80]);
    expect([many.length, many.length <= 14]).toEqual([few.length, true]);
    const traced = (daycare: string) =>
      statementsOf(database, () =>
        tracePerson({ readings, traces: traceReader(database, vaultCipher(vaultKeys)) }, responsible, {
          daycare,
          by: { localPersonId: 'A' },
        }),
      );
    const one = await traced('G11000');
    for (let at = 2; at < 30; at++)
      await submitTo(database, { daycare: 'G11000', source: 'S', sourceDateTime: at, persons: [employee({ id: 'A', first: `N${at}` })] });
    expect([(await traced('G11000')).length, one.length <= 25]).toEqual([one.length, true]);
    feed.stop();
  });

  test('logging who reads is a small part of reading: pages of a large daycare, and one page of many daycares', async () => {
    const database = await open(engine, storage);
    await prepare(database, ...numbers);
    await fetches(database);
    for (const [index, daycare] of numbers.slice(0, 10).entries()) await submitTo(database, averageUnit(daycare, index, index * 600));
    const logged = readingsOf(database, vaultCipher(vaultKeys));
    const unlogged: Readings = { ...logged, log: async () => undefined };
    const exports = {
      'a page of 180 persons': (readings: Readings) =>
        readPeople(readings, platform, [{ daycare: 'G11000', filter: {}, place: { after: undefined, limit: 501 } }]),
      'a page of 10 daycares, 50 persons each': (readings: Readings) =>
        readPeople(
          readings,
          platform,
          numbers.slice(0, 10).map((daycare) => ({ daycare, filter: {}, place: { after: undefined, limit: 51 } })),
        ),
    };
    for (const [what, read] of Object.entries(exports)) {
      const took = { logged: [] as number[], unlogged: [] as number[] };
      for (let round = 0; round < 15; round++) {
        took.unlogged.push(await timeOf(() => read(unlogged)));
        took.logged.push(await timeOf(() => read(logged)));
      }
      const [withLog, without] = [median(took.logged), median(took.unlogged)];
      console.log(
        `${what} on ${engine.engine}: ${withLog.toFixed(1)} ms logged, ${without.toFixed(1)} ms not, ${(withLog / without).toFixed(2)} times`,
      );
      expect(withLog).toBeLessThan(without * 3 + 20);
    }
  });
});

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const median = (times: readonly number[]): number => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
