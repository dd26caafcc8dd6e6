import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { judgeDocument } from '../../../gateway/admission/judge-document.ts';
import { limitsOf } from '../../../gateway/admission/limits.ts';
import { weighedSchema } from './judging.ts';

const weighed = weighedSchema(`
  type Query {
    one: T  plain: [T!]  tags: [String!]
    page(first: Int = 50): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    unsaid(first: Int): Page @listSize(assumedSize: 7, slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
    counted: Int @cost(weight: 30)
  }
  type Mutation { act: T }
  interface Node { page(first: Int = 50): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) }
  type T implements Node { b: Int  few: [T!] @listSize(assumedSize: 3)  heavy: Heavy  page(first: Int = 50): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) }
  type Heavy @cost(weight: 20) { b: Int }
  type Page { nodes: [T!]! edges: [Edge!]! total: Int @cost(weight: 10) }
  type Edge { node: T }
`);

const asks = (query: string, variables: Record<string, unknown> = {}) => {
  const judgement = judgeDocument(query, [limitsOf.trial], weighed);
  expect(judgement.errors()).toEqual([]);
  return judgement.operation(undefined)!.asks(variables);
};
const cost = (...asked: Parameters<typeof asks>) => asks(...asked).cost;

describe('what a question costs', () => {
  // biome-ignore format: a table
  test.each([
    ['an object costs one, its plain fields nothing',            '{ one { b } tags }', 1],
    ['a list of which nothing is said counts ten',                '{ plain { b } }', 10],
    ['a list counts as often as is assumed',                      '{ one { few { b } } }', 1 + 3],
    ['lists inside lists are multiplied',                         '{ one { few { few { few { b } } } } }', 1 + 3 + 9 + 27],
    ['a page counts as it is by default',                         '{ page { nodes { b } } }', 1 + 50],
    ['a page counts as it is asked',                              '{ page(first: 7) { nodes { b } } }', 1 + 7],
    ['both ways to read a page are counted',                      '{ page(first: 7) { nodes { b } edges { node { b } } } }', 1 + 7 + 7 * 2],
    ['pages inside pages are multiplied',                         '{ page(first: 20) { nodes { page(first: 500) { nodes { b } } } } }', 1 + 20 * (1 + 1 + 500)],
    ['a page of which neither is said counts as is assumed',      '{ unsaid { nodes { b } } }', 1 + 7],
    ['a type and a field cost what is said of them',              '{ one { heavy { b } } counted page(first: 0) { total } }', 1 + 20 + 30 + 1 + 10],
    ['an act weighs more than reading',                           'mutation { act { b } x: act { b } }', 2 * (10 + 1)],
    ['a fragment counts wherever it is spread',                   '{ one { ...F few { ...F } } } fragment F on T { heavy { b } }', 1 + 20 + 3 * (1 + 20)],
  ])('%s', (_, query, expected) => expect(cost(query)).toBe(expected));

  test('a page by a variable counts as the variable says, by its default where it is left out', () => {
    const query = 'query ($n: Int = 9, $m: Int) { a: page(first: $n) { nodes { b } } b: page(first: $m) { nodes { b } } }';
    expect(cost(query)).toBe(2 + 9 + 50);
    expect(cost(query, { n: 3, m: 4 })).toBe(2 + 3 + 4);
    expect(cost(query, { n: -1, m: 'many' })).toBe(2 + 0 + 50);
    expect(asks(query, { n: 3, m: 700 }).page).toBe(700);
  });

  test('numbers grow no further than can be counted', () => {
    const deep = `{ ${'page(first: 1000000) { nodes { '.repeat(30)} b ${'} }'.repeat(30)} }`;
    expect(cost(deep)).toBe(Number.MAX_SAFE_INTEGER);
    expect(parse(deep).definitions).toHaveLength(1);
  });

  test('introspection is counted apart, by the lists of this very schema', () => {
    const types = Object.keys(weighed.schema.getTypeMap()).length;
    expect(asks('{ __schema { types { name } } one { b } }')).toMatchObject({ cost: 1, introspection: 1 + types });
    expect(asks('{ __type(name: "T") { fields { name } } }').introspection).toBeGreaterThan(1);
  });
});
