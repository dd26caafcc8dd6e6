import { describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { leaseHolds } from '#shared/follow.ts';
import { rooms } from '#shared/rooms.ts';

describe('work that waits its turn', () => {
  test('runs so many at a time, in the order it came, and what is urgent before the rest', async () => {
    const take = rooms(2);
    const began: string[] = [];
    let running = 0;
    let most = 0;
    const work = (name: string) => async () => {
      began.push(name);
      running += 1;
      most = Math.max(most, running);
      await pause(5);
      running -= 1;
      return name;
    };
    const answers = await Promise.all([
      take(work('a')),
      take(work('b')),
      take(work('c')),
      take(work('d')),
      take(work('lease'), true),
      take(work('e')),
    ]);
    expect(answers).toEqual(['a', 'b', 'c', 'd', 'lease', 'e']);
    expect(began).toEqual(['a', 'b', 'lease', 'c', 'd', 'e']);
    expect(most).toBe(2);
  });

  test('work that fails leaves its room to the next', async () => {
    const take = rooms(1);
    const failing = take(async () => {
      throw new Error('fell over');
    });
    const next = take(async () => 'next');
    await expect(failing).rejects.toThrow('fell over');
    expect(await next).toBe('next');
  });
});

describe('a lease', () => {
  test('counts neither when it has run out nor when a clock was set back so far that none could end so late', () => {
    const { sql, parameters } = leaseHolds(['a', 'b'], 1_000_000);
    expect(sql).toContain('validUntil > :leaseNow AND lease.validUntil <= :leaseLatest');
    expect(parameters).toMatchObject({ leaseNow: 1_000_000, leaseLatest: 1_012_000 });
  });
});
