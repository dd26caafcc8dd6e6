import { describe, expect, test } from '@jest/globals';
import type { Limits } from '../../../gateway/admission/limits.ts';
import { askedRules } from '../../../gateway/admission/rules/asked-rules.ts';
import { documentRules } from '../../../gateway/admission/rules/document-rules.ts';
import { onlyLimits, refusedBy, weighedSchema } from './judging.ts';

const weighed = weighedSchema(`
  type Query { a: T rows(first: Int = 50): Rows @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) }
  type Rows { nodes: [T!]! }
  type T { a: T b: Int c: Int }
`);

interface Row {
  readonly what: string;
  readonly limits: Partial<Limits>;
  readonly taken: string;
  readonly beyond: string;
  readonly told: { readonly code: string; readonly status: number; readonly limit: number; readonly asked: number };
}

// biome-ignore format: a table
const table: readonly Row[] = [
  { what: 'characters', limits: { document: 9 }, taken: '{a {b} } ', beyond: '{a { b} } ', told: { code: 'DOCUMENT_TOO_LONG', status: 413, limit: 9, asked: 10 } },
  { what: 'tokens', limits: { tokens: 6 }, taken: '{ a { b } } # { a', beyond: '{ a { b c } }', told: { code: 'TOO_MANY_TOKENS', status: 413, limit: 6, asked: 7 } },
  { what: 'brackets that are open at once', limits: { nesting: 2 }, taken: '{ a { b } }', beyond: '{ rows(first: [[[1]]]) { nodes { b } } }', told: { code: 'NESTED_TOO_DEEPLY', status: 400, limit: 2, asked: 5 } },
  { what: 'fragments that lead back to themselves', limits: {}, taken: '{ a { ...F } } fragment F on T { b }', beyond: '{ a { ...F } } fragment F on T { a { ...G } } fragment G on T { ...F }', told: { code: 'FRAGMENT_CIRCLE', status: 400, limit: 0, asked: 1 } },
  { what: 'expanded size', limits: { expanded: 8 }, taken: '{ a { ...F ...F } } fragment F on T { b }', beyond: '{ a { ...F ...F } } fragment F on T { b c }', told: { code: 'EXPANDS_TOO_FAR', status: 413, limit: 8, asked: 10 } },
  { what: 'depth', limits: { depth: 3 }, taken: '{ a { a { ... on T { b } } } }', beyond: '{ a { ...F } } fragment F on T { a { a { b } } }', told: { code: 'TOO_DEEP', status: 400, limit: 3, asked: 4 } },
  { what: 'directives', limits: { directives: 2 }, taken: '{ a @include(if: true) @skip(if: false) { b } }', beyond: '{ a @x @x @x { b } }', told: { code: 'TOO_MANY_DIRECTIVES', status: 400, limit: 2, asked: 3 } },
  { what: 'root fields', limits: { rootFields: 2 }, taken: '{ a { b c } x: a { b } }', beyond: '{ a { b } ...R } fragment R on Query { x: a { b } y: a { b } }', told: { code: 'TOO_MANY_ROOT_FIELDS', status: 400, limit: 2, asked: 3 } },
  { what: 'fields renamed', limits: { repeated: 1 }, taken: '{ a { x: b c } }', beyond: '{ a { x: b y: b } }', told: { code: 'TOO_MANY_REPEATED_FIELDS', status: 400, limit: 1, asked: 2 } },
  { what: 'fields repeated, in fragments too', limits: { repeated: 1 }, taken: '{ a { b ...F } } fragment F on T { b c }', beyond: '{ a { __typename __typename ...F } } fragment F on T { __typename }', told: { code: 'TOO_MANY_REPEATED_FIELDS', status: 400, limit: 1, asked: 2 } },
  { what: 'names that are the system\'s', limits: { reserved: 0 }, taken: '{ a { __typename x: __typename } }', beyond: '{ a { __typename: b __x: c } }', told: { code: 'RESERVED_NAME', status: 400, limit: 0, asked: 2 } },
  { what: 'rows of a page', limits: { page: 500 }, taken: '{ rows(first: 500) { nodes { b } } }', beyond: '{ rows(first: 501) { nodes { b } } }', told: { code: 'PAGE_TOO_LARGE', status: 400, limit: 500, asked: 501 } },
  { what: 'cost', limits: { cost: 51 }, taken: '{ rows { nodes { b } } }', beyond: '{ rows { nodes { b } } a { b } }', told: { code: 'COSTS_TOO_MUCH', status: 413, limit: 51, asked: 52 } },
  { what: 'introspection', limits: { introspection: 2 }, taken: '{ __schema { queryType { name } } }', beyond: '{ __schema { queryType { name } mutationType { name } } }', told: { code: 'INTROSPECTS_TOO_MUCH', status: 413, limit: 2, asked: 3 } },
];

describe('a document is let in up to the limit and refused beyond it, with its own code', () => {
  test.each(table)('$what', ({ limits, taken, beyond, told }) => {
    expect(refusedBy(taken, onlyLimits(limits), weighed)).toBeUndefined();
    expect(refusedBy(beyond, onlyLimits(limits), weighed)).toEqual(told);
  });

  test('every rule is in the table', () => {
    const codes = [...documentRules, ...askedRules].map(({ code }) => code);
    expect([...new Set(table.map(({ told }) => told.code))].sort()).toEqual([...codes].sort());
  });
});
