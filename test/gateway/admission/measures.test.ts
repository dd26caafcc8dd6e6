import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { measureNames } from '../../../gateway/admission/measuring/measure-names.ts';
import { measureShape } from '../../../gateway/admission/measuring/measure-shape.ts';
import { measureText } from '../../../gateway/admission/measuring/measure-text.ts';

const without = { noLocation: true };

describe('measuring', () => {
  test('a fragment is measured once, however often it is spread', () => {
    const bomb = (size: number) =>
      `{ a { ...F0 } } ${Array.from({ length: size }, (_, at) => `fragment F${at} on T { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F${size} on T { b }`;
    const since = performance.now();
    expect(measureShape(parse(bomb(1_000), without)).expanded).toBe(Number.MAX_SAFE_INTEGER);
    expect(performance.now() - since).toBeLessThan(200);
    expect(measureShape(parse(bomb(10), without)).expanded).toBeGreaterThan(2 ** 10);
  });

  test('circles of fragments end, and are counted, spread or not', () => {
    expect(measureShape(parse('{ a } fragment F on T { ...F }', without)).circles).toBe(1);
    expect(
      measureShape(parse('{ ...F } fragment F on T { a { ...G } } fragment G on T { b { ...H } } fragment H on T { ...F ...G }')).circles,
    ).toBe(2);
  });

  test('what an unspread fragment holds counts too', () => {
    expect(measureShape(parse('{ a } fragment F on T { b { c { d } } }', without))).toMatchObject({ depth: 3, expanded: 1 + 1 + 1 + 3 });
  });

  test('counting ends one beyond the most', () => {
    expect(measureText('{ a b c d e f }', { document: 100, tokens: 3 }).tokens).toBe(4);
    expect(measureText('x'.repeat(101), { document: 100, tokens: 3 })).toEqual({ document: 101, tokens: 0, nesting: 0 });
    expect(measureText('{ a "', { document: 100, tokens: 30 }).tokens).toBe(2);
  });

  test('names are told apart by where they stand in the answer', () => {
    expect(measureNames(parse('{ a { b } a { b c } x: a { b } ... on Query { a { c } } }')).repeated).toBe(1 + 1 + 1 + 1 + 1);
    expect(measureNames(parse('query A { a } query B { a b c }')).rootFields).toBe(3);
  });
});
