import { describe, expect, test } from '@jest/globals';
import { admissionRule } from '../../../gateway/overload/admission.ts';
import type { Client } from '../../../gateway/overload/client.ts';
import { quantile } from '../../support/open-loop.ts';
import { type Counted, simulate, type Stream } from '../support/simulated-gateway.ts';

const WORK = 5;
const CAPACITY = 1000 / WORK;
const system = (nth: number): Client => ({ id: `S${nth}`, kind: 'system' });
const administrator: Client = { id: 'P1', kind: 'administrator' };
const base = { processors: 1, refusal: 0.05, milliseconds: 16_000, warmUp: 4_000, rule: admissionRule };
const all = (counts: ReadonlyMap<string, Counted>) => [...counts.values()].flatMap(({ answered }) => answered);
const perSecond = (answered: readonly number[], { milliseconds, warmUp }: typeof base) =>
  (answered.length * 1000) / (milliseconds - warmUp);
const seeds = [11, 12, 13];

describe('admission, against a machine of one processor whose clock is the test’s own', () => {
  test.each([1, 1.2, 2, 5, 10].flatMap((times) => seeds.map((seed) => ({ times, seed }))))(
    'at $times times what can be done, most of it is done, in good time (seed $seed)',
    async ({ times, seed }) => {
      const streams = Array.from(
        { length: 20 },
        (_, nth): Stream => ({ client: system(nth), perSecond: (CAPACITY * times) / 20, work: WORK }),
      );
      const answered = all(await simulate({ ...base, streams, seed }));
      // What turning away costs is gone; at 1x, chance alone leaves gaps.
      const possible = 1 - (times * 0.05) / WORK;
      expect(perSecond(answered, base) / CAPACITY).toBeGreaterThan(possible * (times === 1 ? 0.84 : 0.9));
      expect(quantile(answered, 0.99)).toBeLessThan(WORK * 10);
    },
  );

  test('at half of it nobody is turned away', async () => {
    const streams = [{ client: system(1), perSecond: CAPACITY / 2, work: WORK }];
    for (const seed of seeds) expect((await simulate({ ...base, streams, seed })).get('S1')?.refused).toBe(0);
  });

  test.each(seeds)(
    'a supplier that asks ten times what can be done takes nothing from one that asks for little, nor from an administrator (seed %i)',
    async (seed) => {
      const streams = [
        { client: system(1), perSecond: CAPACITY * 10, work: WORK },
        { client: system(2), perSecond: CAPACITY * 0.1, work: WORK },
        { client: administrator, perSecond: CAPACITY * 0.05, work: WORK },
      ];
      const counts = await simulate({ ...base, streams, seed });
      for (const id of ['S2', 'P1']) {
        const { answered, refused } = counts.get(id)!;
        expect(refused / (answered.length + refused)).toBeLessThan(0.02);
        expect(quantile(answered, 0.99)).toBeLessThan(WORK * 10);
      }
      expect(perSecond(all(counts), base) / CAPACITY).toBeGreaterThan(0.8);
    },
  );

  test('two that ask far too much share: whoever asks four times as much gets less than twice', async () => {
    const streams = [
      { client: system(1), perSecond: CAPACITY * 8, work: WORK },
      { client: system(2), perSecond: CAPACITY * 2, work: WORK },
    ];
    const counts = await simulate({ ...base, streams, seed: 21 });
    const [greedy, other] = ['S1', 'S2'].map((id) => counts.get(id)!.answered.length);
    expect(other! / greedy!).toBeGreaterThan(0.5);
    expect(other! / greedy!).toBeLessThan(1.5);
  });

  test('where answers wait for others and not for a processor, as many as come are let in', async () => {
    const streams = Array.from({ length: 20 }, (_, nth): Stream => ({ client: system(nth), perSecond: 40, work: 100 }));
    const counts = await simulate({ ...base, processors: 10_000, streams, seed: 31 });
    const refused = [...counts.values()].reduce((sum, each) => sum + each.refused, 0);
    expect(refused / all(counts).length).toBeLessThan(0.02);
  });

  test('after a flood it comes back to itself', async () => {
    const flood = { client: system(1), perSecond: CAPACITY * 10, work: WORK, until: 6_000 };
    const calm = { client: system(2), perSecond: CAPACITY * 0.4, work: WORK };
    const { answered, refused } = (await simulate({ ...base, warmUp: 8_000, streams: [flood, calm], seed: 41 })).get('S2')!;
    expect(refused).toBe(0);
    expect(quantile(answered, 0.5)).toBeLessThan(WORK * 2.5);
  });
});
