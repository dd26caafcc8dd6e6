import { describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import { fromCursor, toCursor } from '#shared/cursor.ts';
import type { Database } from '#shared/database.ts';
import { type Feed, serveFeed } from '#shared/feed.ts';
import { follow, followerStates } from '#shared/follow.ts';
import { leases } from '#shared/lease.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { engines, freshStores } from '../support/databases.ts';
import { eventually } from '../support/installation.ts';

const reader: Actor = { id: 'r', name: 'r', kind: 'system', assurance: 'HIGH', mandates: [] };
const follower: Actor = { ...reader, id: 'mirror/store', kind: 'subgraph' };
const parts = { tables: sharedTables, migrations: [CreateLogLeasesAndKeys1790000000000] };
type Facts = { readonly n: number };
const happen = (database: Database, n: number) =>
  database.transaction(async ({ record }) => record({ kind: 'Happened', actor: 'a', subject: 's', facts: { n } }));
const numbers = (page: Awaited<ReturnType<Feed<Facts>['page']>>) => page.events.map(({ facts }) => facts?.n);

describe.each(engines)('a feed on $engine', (engine) => {
  const open = freshStores();
  const opened = async () => {
    const database = await open(engine, parts);
    return { database, feed: serveFeed<Facts>(database) };
  };

  test('pages join: nothing is missed and nothing comes twice, whatever happens between them', async () => {
    const { database, feed } = await opened();
    const seen: (number | undefined)[] = [];
    let after: string | undefined;
    for (let n = 0; n < 30; n++) {
      await happen(database, n);
      if (n % 4 !== 0) continue;
      const page = await feed.page({ actor: reader, after, first: 3, waitSeconds: 0 });
      seen.push(...numbers(page));
      after = page.nextCursor;
    }
    for (let caughtUp = false; !caughtUp; ) {
      const page = await feed.page({ actor: reader, after, first: 7, waitSeconds: 0 });
      seen.push(...numbers(page));
      after = page.nextCursor;
      caughtUp = page.caughtUp;
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  test('a reader who waits is answered when something happens, and with its own cursor when nothing does or the process drains', async () => {
    const { database, feed } = await opened();
    const { nextCursor } = await feed.page({ actor: reader, first: 10, waitSeconds: 0 });
    const waiting = feed.page({ actor: reader, after: nextCursor, first: 10, waitSeconds: 20 });
    await happen(database, 7);
    expect(numbers(await waiting)).toEqual([7]);
    const after = (await waiting).nextCursor;
    expect(await feed.page({ actor: reader, after, first: 10, waitSeconds: 1 })).toEqual({ events: [], nextCursor: after, caughtUp: true });
    const drained = feed.page({ actor: reader, after, first: 10, waitSeconds: 20 });
    feed.stop();
    expect((await drained).nextCursor).toBe(after);
  });

  test('a reader who sees only some of it is woken for these alone, and its cursor goes on past the rest', async () => {
    const { database, feed } = await opened();
    const even = (page: Parameters<Parameters<Feed<Facts>['page']>[1] & object>[0]) =>
      page.filter(({ facts }) => facts && facts.n % 2 === 0);
    const waiting = feed.page({ actor: reader, first: 10, waitSeconds: 10 }, even);
    for (const n of [1, 3, 5, 6]) await happen(database, n);
    const page = await waiting;
    expect(numbers(page)).toEqual([6]);
    expect((await feed.page({ actor: reader, after: page.nextCursor, first: 10, waitSeconds: 0 })).events).toEqual([]);
  });

  test('so many of one client wait at once and no more; another client still does, and a seat that is left is free', async () => {
    const { feed } = await opened();
    const { nextCursor: after } = await feed.page({ actor: reader, first: 1, waitSeconds: 0 });
    const waiting = Array.from({ length: 8 }, () => feed.page({ actor: reader, after, first: 1, waitSeconds: 4 }));
    await pause(1_000);
    await expect(feed.page({ actor: reader, after, first: 1, waitSeconds: 1 })).rejects.toMatchObject({
      refusal: { code: 'RATE_LIMITED' },
    });
    expect((await feed.page({ actor: { ...reader, id: 'another' }, after, first: 1, waitSeconds: 1 })).caughtUp).toBe(true);
    await Promise.all(waiting);
    expect((await feed.page({ actor: reader, after, first: 1, waitSeconds: 1 })).caughtUp).toBe(true);
  });

  test('a cursor of another log, or one that was changed, is refused', async () => {
    const { database, feed } = await opened();
    const other = await opened();
    await happen(other.database, 1);
    await happen(database, 1);
    const foreign = (await other.feed.page({ actor: reader, first: 1, waitSeconds: 0 })).nextCursor;
    for (const after of [foreign, toCursor('inbox', ['1']), `${foreign.slice(0, -2)}AA`])
      await expect(feed.page({ actor: reader, after, first: 1, waitSeconds: 0 })).rejects.toMatchObject({
        refusal: { code: 'INVALID_INPUT' },
      });
    await expect(feed.page({ actor: reader, first: 501, waitSeconds: 0 })).rejects.toMatchObject({ refusal: { code: 'INVALID_INPUT' } });
    await expect(feed.page({ actor: reader, first: 1, waitSeconds: 26 })).rejects.toMatchObject({ refusal: { code: 'INVALID_INPUT' } });
  });

  test("a follower's asking is a lease, committed before its page is read; nobody else's is", async () => {
    const { database, feed } = await opened();
    await feed.page({ actor: reader, first: 1, waitSeconds: 0 });
    const given = () => database.read((manager) => manager.createQueryBuilder(leases, 'l').getMany());
    expect(await given()).toEqual([]);
    const before = Date.now();
    await feed.page({ actor: follower, first: 1, waitSeconds: 0 });
    const [lease] = await given();
    expect(lease).toMatchObject({ follower: 'mirror/store', askedAfter: 0 });
    expect(lease!.leaseEnds).toBeGreaterThanOrEqual(before + 10_000);
  });

  test('a follower applies each change once, and its lease begins only when it is caught up', async () => {
    const { database, feed } = await opened();
    const mirror = await open(engine, parts);
    for (let n = 0; n < 20; n++) await happen(database, n);
    const applied: number[] = [];
    let failing = true;
    const ask = async ({ after, waitSeconds }: { after: string | null; waitSeconds: number }) => {
      const page = await feed.page({ actor: follower, after, first: 6, waitSeconds });
      return {
        changes: page.events.flatMap(({ facts }) => (facts ? [facts.n] : [])),
        nextCursor: page.nextCursor,
        caughtUp: page.caughtUp,
      };
    };
    const faults: unknown[] = [];
    const apply = async (_: unknown, changes: readonly number[]) => {
      if (failing && changes.includes(8)) throw new Error('not yet');
      applied.push(...changes);
    };
    const state = async () => (await mirror.read((manager) => manager.createQueryBuilder(followerStates, 's').getMany()))[0];
    const running = follow(mirror, { feed: 'happenings', ask, apply }, (fault) => faults.push(fault));
    await eventually(
      async () => faults.length,
      (count) => count > 0,
    );
    expect(applied).toEqual([0, 1, 2, 3, 4, 5]);
    expect((await state())?.validUntil).toBe(0);
    failing = false;
    await eventually(
      async () => (await state())?.validUntil ?? 0,
      (until) => until > Date.now() + 5_000,
    );
    await happen(database, 20);
    await eventually(
      async () => applied.length,
      (count) => count === 21,
    );
    feed.stop();
    await running.stop();
    expect(applied).toEqual(Array.from({ length: 21 }, (_, n) => n));
  });

  test('the same key answers the same once, also for two who come at once; a refused act leaves no key', async () => {
    const { database } = await opened();
    let done = 0;
    const act = (input: unknown, work = async () => ({ done: ++done })) =>
      conduct(database, { actor: 'a', act: 'count', input, idempotencyKey: 'k' }, work);
    await expect(act(1, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    const [one, two] = await Promise.all([act(1), act(1)]);
    expect([one, two, await act(1)]).toEqual([{ done: one.done }, { done: one.done }, { done: one.done }]);
    await expect(act(2)).rejects.toMatchObject({ refusal: { code: 'IDEMPOTENCY_MISMATCH' } });
  });
});

describe('a cursor', () => {
  test('comes back as it was given, in its own list only', () => {
    expect(fromCursor('list', toCursor('list', ['æ', 7]))).toEqual(['æ', 7]);
    expect(() => fromCursor('other', toCursor('list', ['æ', 7]))).toThrow('another list');
    for (const wrong of ['', 'x', 'AAAA', toCursor('list', [1]).slice(1)])
      expect(() => fromCursor('list', wrong)).toThrow('not one that was given out');
  });
});
