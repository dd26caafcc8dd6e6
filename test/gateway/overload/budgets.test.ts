import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { budgets } from '../../../gateway/overload/budgets.ts';
import type { Client } from '../../../gateway/overload/client.ts';
import { type SharedCounters, sharedCounters } from '../../../gateway/overload/shared-counters.ts';
import { eventually } from '../../support/installation.ts';
import { hasRedis, type PrivateRedis, privateRedis } from '../../support/private-redis.ts';
import { keepingLog } from '../../support/subgraphs.ts';

const few = { administrator: 3, system: 10, dashboard: 2 };
const supplier: Client = { id: 'system S1', kind: 'system' };

describe('budgets of one gateway', () => {
  test('each client has its own, by its kind, and is told what is left', async () => {
    const counted = budgets(undefined, few);
    const spent = [];
    for (let nth = 0; nth < 4; nth++) spent.push(await counted.spend({ id: 'person 1', kind: 'administrator' }));
    expect(spent.map(({ isSpent, left }) => [isSpent, left])).toEqual([
      [false, 2],
      [false, 1],
      [false, 0],
      [true, 0],
    ]);
    expect(spent[3]?.resetsInSeconds).toBeGreaterThan(50);
    expect(await counted.spend({ id: 'person 2', kind: 'administrator' })).toMatchObject({ isSpent: false, left: 2, limit: 3 });
    expect(await counted.spend(supplier)).toMatchObject({ isSpent: false, left: 9, limit: 10 });
  });
});

(hasRedis ? describe : describe.skip)('budgets of two gateways that share a Redis', () => {
  let redis: PrivateRedis;
  const open: SharedCounters[] = [];
  const { kept, log } = keepingLog();
  const gateway = () => {
    const counters = sharedCounters(redis.url, 2, log);
    open.push(counters);
    return budgets(counters.counterFor, few);
  };
  beforeAll(async () => {
    redis = await privateRedis();
  });
  afterEach(() => {
    for (const counters of open.splice(0)) counters.close();
  });
  afterAll(() => redis.stop());

  test('what a client sends to either counts; without Redis each goes on with its own share, and with it they share again', async () => {
    const [one, other] = [gateway(), gateway()];
    await eventually(
      () => one.spend({ id: 'probe', kind: 'system' }),
      ({ left }) => left < 9,
    );
    await eventually(
      () => other.spend({ id: 'probe', kind: 'system' }),
      ({ left }) => left < 7,
    );
    for (let nth = 0; nth < 5; nth++) {
      await one.spend(supplier);
      await other.spend(supplier);
    }
    expect((await one.spend(supplier)).isSpent).toBe(true);
    expect((await other.spend(supplier)).isSpent).toBe(true);

    await redis.stop();
    const another: Client = { id: 'system S2', kind: 'system' };
    const since = performance.now();
    const told = [];
    for (let nth = 0; nth < 6; nth++) told.push((await one.spend(another)).isSpent);
    expect(told).toEqual([false, false, false, false, false, true]);
    expect(performance.now() - since).toBeLessThan(2_000);
    expect((await other.spend(another)).isSpent).toBe(false);
    expect(JSON.stringify(kept)).toContain('Redis is gone');

    await redis.start();
    const third: Client = { id: 'system S3', kind: 'system' };
    await eventually(
      async () => {
        await one.spend({ id: 'probe again', kind: 'system' });
        return JSON.stringify(kept);
      },
      (lines) => lines.includes('Redis is back'),
    );
    await one.spend(third);
    await eventually(
      () => other.spend(third),
      ({ left }) => left < 9,
    );
  });
});
