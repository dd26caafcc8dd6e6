import { describe, expect, test } from '@jest/globals';
import { type Turns, turns } from '../../../gateway/planning/turns.ts';

const all = <Item>(line: Turns<Item>): Item[] => {
  const next = line.next();
  return next ? [next.item, ...all(line)] : [];
};

describe('questions that wait to be planned', () => {
  test('come in turn, one of each client', () => {
    const line = turns<string>({ mostEach: 10, backFor: 1 });
    for (const item of ['a1', 'a2', 'a3', 'a4']) line.add('a', item);
    line.add('b', 'b1');
    expect(line.next()).toEqual({ client: 'a', item: 'a1' });
    line.add('c', 'c1');
    expect(all(line)).toEqual(['b1', 'a2', 'c1', 'a3', 'a4']);
    expect(line.next()).toBeUndefined();
  });

  test('are only so many of one client', () => {
    const line = turns<number>({ mostEach: 2, backFor: 1 });
    expect([1, 2, 3].map((item) => line.add('a', item))).toEqual([true, true, false]);
    expect(line.add('b', 1)).toBe(true);
    line.next();
    expect(line.add('a', 4)).toBe(true);
    expect(line.clear()).toHaveLength(3);
    expect(line.next()).toBeUndefined();
  });

  test('of whoever held up the others come after theirs, for a while', () => {
    let now = 0;
    const line = turns<string>({ mostEach: 10, backFor: 1_000 }, () => now);
    line.putBack('a');
    for (const item of ['a1', 'a2']) line.add('a', item);
    for (const item of ['b1', 'b2', 'b3']) line.add('b', item);
    expect([line.next(), line.next()].map((next) => next?.item)).toEqual(['b1', 'b2']);
    now = 1_000;
    expect(all(line)).toEqual(['a1', 'b3', 'a2']);
  });
});
