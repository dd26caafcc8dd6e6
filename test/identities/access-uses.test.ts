import { describe, expect, test } from '@jest/globals';
import type { Database } from '#shared/database.ts';
import { leases } from '#shared/lease.ts';
import { followerStates } from '#shared/follow.ts';
import { submitImport } from '../../subgraphs/identities/actions/importing/submit-import.ts';
import { readPeople } from '../../subgraphs/identities/actions/reading/read-people.ts';
import { copiesIn } from '../../subgraphs/identities/database/copies/copies.ts';
import { importStoreIn } from '../../subgraphs/identities/database/importing/import-store.ts';
import { readingsOf } from '../../subgraphs/identities/database/reading/readings.ts';
import { accessUses } from '../../subgraphs/identities/database/uses/use-tables.ts';
import { forgetUsesBefore } from '../../subgraphs/identities/database/uses/told-uses.ts';
import { danishDay } from '../../subgraphs/identities/domain/uses/danish-day.ts';
import { hearOfAccesses } from '../../subgraphs/identities/following/agreements.ts';
import { storage } from '../../subgraphs/identities/server.ts';
import { drawUniId, newId } from '../../subgraphs/identities/outside/random-ids.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { serveUses } from '../../subgraphs/identities/use-feed.ts';
import { engines, freshStores } from '../support/databases.ts';
import { dice } from '../support/hammer.ts';
import { accessChange, employee, placement, platform, startNeighbourhood, vaultKeys } from './support/neighbourhood.ts';
import { averageUnit, prepare, statementsOf, submitTo } from './support/store.ts';

const HOUR = 60 * 60 * 1000;
const daycares = ['G10001', 'G10002', 'G10003'];
const [one = ''] = daycares;
const accessTo = (daycare: string) => `A-S2-ws17-full-${daycare}`;
const sendingTo = (daycare: string) => `A-S1-ws10-import-${daycare}`;

describe.each(engines)('what accesses are used for, on $engine', (engine) => {
  const open = freshStores();
  const opened = async () => {
    const clock = { ahead: 0 };
    const database = await open(engine, { ...storage, clock: () => Date.now() + clock.ahead });
    await prepare(database, ...daycares);
    await database.transaction((transaction) =>
      hearOfAccesses(
        copiesIn(transaction),
        daycares.map((daycare) => accessChange({ system: 'S2', daycare, service: 'ws17-full' })),
      ),
    );
    const feed = serveUses(database, () => {});
    const page = (after: string | null, first = 500) => feed.page({ after, first, waitSeconds: 0 });
    return { clock, database, feed, page };
  };
  const renewLeases = async (database: Database) => {
    const validUntil = database.clock() + 10_000;
    await database.transaction(({ manager }) => manager.createQueryBuilder().update(followerStates).set({ validUntil }).execute());
  };
  const read = async (database: Database, ...numbers: string[]) => {
    await renewLeases(database);
    const pages = await readPeople(
      readingsOf(database, vaultCipher(vaultKeys)),
      platform,
      numbers.map((daycare) => ({ daycare, filter: {}, place: { after: undefined, limit: 51 } })),
    );
    expect(pages.every(Array.isArray)).toBe(true);
  };
  const send = async (database: Database, daycare: string, minute: number, count = 1) => {
    await renewLeases(database);
    const persons = Array.from({ length: count }, (_, index) => employee({ id: `E${index}` }));
    const parts = { cipher: vaultCipher(vaultKeys), drawUniId, newId };
    await database.transaction((transaction) =>
      submitImport(importStoreIn(transaction, parts), placement, { daycare, source: 'S', sourceDateTime: minute, persons }),
    );
  };

  test('a page read by a system costs one statement more, and a document none', async () => {
    const { database } = await opened();
    await submitTo(database, averageUnit(one, 1));
    const import_ = await statementsOf(database, () => submitTo(database, averageUnit(one, 2)));
    expect([import_.length <= 10, import_.filter((sql) => sql.includes('access_use'))]).toEqual([true, []]);
    const pages = await statementsOf(database, () => read(database, ...daycares));
    expect(pages.filter((sql) => sql.includes('access_use'))).toHaveLength(1);
  });

  test('reads and documents of a day are summed an access; thirty reads within the hour are told once, and once more after it', async () => {
    const { database, page, clock } = await opened();
    await send(database, one, 1, 2);
    await read(database, one);
    const first = await page(null);
    expect(first.changes.map(({ access, reads, persons, imports }) => ({ access, reads, persons, imports }))).toEqual([
      { access: sendingTo(one), reads: 0, persons: 2, imports: 1 },
      { access: accessTo(one), reads: 1, persons: 2, imports: 0 },
    ]);
    for (let times = 0; times < 30; times++) await read(database, one);
    const soon = await page(first.nextCursor);
    expect(soon).toMatchObject({ changes: [], caughtUp: true });
    clock.ahead = HOUR + 1000;
    const later = await page(soon.nextCursor);
    expect(later.changes).toMatchObject([{ access: accessTo(one), reads: 31, persons: 62 }]);
    expect((await page(later.nextCursor)).changes).toEqual([]);
  });

  test('a document that is refused is use all the same; one that is sent twice, or only tried, is not', async () => {
    const { database, page } = await opened();
    await send(database, one, 5);
    await send(database, one, 5);
    await send(database, one, 3);
    const { changes } = await page(null);
    expect(changes).toMatchObject([{ access: sendingTo(one), imports: 2 }]);
  });

  test('a follower that keeps the last it was told has the very numbers, however reads and pages fall', async () => {
    const { database, page, clock } = await opened();
    const roll = dice(20261125);
    const kept = new Map<string, { reads: number; imports: number }>();
    const follow = async (cursor: string | null, first: number) => {
      const { changes, nextCursor } = await page(cursor, first);
      for (const { access, day, reads, imports } of changes) kept.set(`${day} ${access}`, { reads, imports });
      return { nextCursor, told: changes.length };
    };
    let cursor: string | null = null;
    for (let step = 0; step < 40; step++) {
      if (roll(3) === 0) clock.ahead += roll(5) * 20 * 60 * 1000;
      if (roll(4) === 0) await send(database, daycares[roll(3)] ?? one, step + 1);
      else await read(database, ...daycares.slice(roll(3)));
      if (roll(2) === 0) cursor = (await follow(cursor, 1 + roll(3))).nextCursor;
    }
    clock.ahead += 2 * HOUR;
    for (let told = 1; told > 0; ) {
      const next = await follow(cursor, 2);
      cursor = next.nextCursor;
      told = next.told;
    }
    const rows = await database.read((manager) => manager.createQueryBuilder(accessUses, 'u').getMany());
    const truth = new Map(rows.map(({ day, access, reads, imports }) => [`${day} ${access}`, { reads, imports }]));
    expect(rows.length).toBeGreaterThan(3);
    expect(kept).toEqual(truth);
  });

  test('sixteen at once lose nothing, while the feed is read beside them', async () => {
    const { database, page } = await opened();
    let cursor: string | null = null;
    const reading = Promise.all(
      Array.from({ length: 48 }, (_, index) => read(database, ...(index % 2 ? daycares : [...daycares].reverse()))),
    );
    for (let times = 0; times < 10; times++) cursor = (await page(cursor)).nextCursor;
    await reading;
    const rows = await database.read((manager) => manager.createQueryBuilder(accessUses, 'u').getMany());
    expect(rows.map(({ reads }) => reads)).toEqual([48, 48, 48]);
  });

  test('a cursor of another store starts anew; days that were told are forgotten in time', async () => {
    const { database, page } = await opened();
    await read(database, one);
    const other = await opened();
    await read(other.database, one);
    const { nextCursor } = await other.page(null);
    expect((await page(nextCursor)).changes).toHaveLength(1);
    await forgetUsesBefore(database, danishDay(Date.now()));
    expect((await page(null)).changes).toHaveLength(1);
    await forgetUsesBefore(database, danishDay(Date.now() + 24 * HOUR));
    expect((await page(null)).changes).toHaveLength(0);
  });

  test('the feed is for another subgraph only, and gives no lease that anything would wait for', async () => {
    const town = await startNeighbourhood(engine);
    const query = '{ accessUses(first: 10) { nextCursor caughtUp changes { access day reads } } }';
    expect((await town.ask(platform, query)).errors?.[0]?.extensions.code).toBe('NOT_PERMITTED');
    const asked = await town.askAsSubgraph('agreements', query);
    expect(asked).toMatchObject({ data: { accessUses: { changes: [], caughtUp: true } } });
    await town.stop();
    const { database, page } = await opened();
    await page(null);
    expect(await database.read((manager) => manager.createQueryBuilder(leases, 'lease').getCount())).toBe(0);
  });
});
