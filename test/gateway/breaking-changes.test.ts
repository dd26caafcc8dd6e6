import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { breakingChanges } from '../../gateway/breaking-changes.ts';
import { composed, released } from '../../gateway/compose.ts';
import { readSupergraph } from '../../gateway/planning/tell-supergraph.ts';

test('what composes now breaks nothing that the last release promised', async () => {
  expect(await breakingChanges(released(), readSupergraph(composed()).schema)).toEqual([]);
});

describe('against a release', () => {
  const promised =
    'type Query { a(x: Int): A b: String @deprecated(reason: "Ask a.") } type A { c: Int! d: Kind } enum Kind { ONE TWO } input In { e: Int }';
  const change = (from: string, to: string) => breakingChanges(buildSchema(promised), buildSchema(promised.replace(from, to)));

  test.each([
    ['a field that goes', 'c: Int! ', ''],
    ['an answer that may be null from now on', 'c: Int!', 'c: Int'],
    ['a value of an enum that goes', 'ONE TWO', 'ONE'],
    ['an argument that goes', '(x: Int)', ''],
    ['an argument that is wanted from now on', '(x: Int)', '(x: Int!)'],
    ['an input that is wanted from now on', 'e: Int', 'e: Int f: Int!'],
    ['a type that goes', 'type A { c: Int! d: Kind }', 'type B { c: Int! d: Kind }'],
  ])('%s breaks clients', async (_, from, to) => {
    const changed = from.startsWith('type A') ? promised.replace(from, to).replace('): A', '): B') : promised.replace(from, to);
    expect((await breakingChanges(buildSchema(promised), buildSchema(changed))).length).toBeGreaterThan(0);
  });

  test.each([
    ['a field that was deprecated there goes', ' b: String @deprecated(reason: "Ask a.")', ''],
    ['a field is deprecated', 'c: Int!', 'c: Int! @deprecated'],
    ['a field comes', 'c: Int!', 'c: Int! f: Int'],
    ['an answer is never null from now on', 'd: Kind', 'd: Kind!'],
    ['an argument comes', '(x: Int)', '(x: Int, y: Int = 1)'],
  ])('%s, and breaks nobody', async (_, from, to) => {
    expect(await change(from, to)).toEqual([]);
  });
});
