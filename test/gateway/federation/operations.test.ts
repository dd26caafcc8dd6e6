import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { federate, placesOf, type SmallFederation, small } from './support/small-federation.ts';

let total = 0;
const count = (change: (total: number) => number) => {
  total = change(total);
  return { id: `t${total}`, total };
};

/** Counts, and keeps what is counted. */
const till = () =>
  small(
    'till',
    `type Query { tickets: [Ticket!]! ticket(id: ID!, with: Options): Ticket nobody: Ticket }
     type Mutation { add(number: Int!): Ticket reset: Boolean refuse: Ticket! }
     type Ticket @key(fields: "id") { id: ID! total: Int seat(row: Int = 1, of: Options): String }
     input Options { row: Int! wide: Boolean = true tags: [String!] }`,
    {
      Query: {
        tickets: () => [
          { id: 't1', total: 1 },
          { id: 't2', total: 2 },
        ],
        ticket: (_: unknown, { id, with: options }: any) => ({ id, total: options?.row ?? 0 }),
      },
      Mutation: {
        add: (_: unknown, { number }: any) => count((before) => before + number),
        reset: () => count(() => 0) !== null,
        refuse: () => {
          throw new Error('no');
        },
      },
      Ticket: {
        __resolveReference: ({ id }: any) => ({ id, total: Number(id.slice(1)) }),
        seat: (_: unknown, { row, of }: any) => `row ${row} ${JSON.stringify(of ?? null)}`,
      },
    },
  );

/** Doubles what is counted, and adds to each ticket. */
const doubling = () =>
  small(
    'doubling',
    `type Mutation { double: Ticket } type Query { second: Boolean } type Ticket @key(fields: "id") { id: ID! colour: String next: Ticket print(copies: Int): [String] }`,
    {
      Mutation: { double: () => count((before) => before * 2) },
      Ticket: {
        __resolveReference: ({ id }: any) => ({ id }),
        colour: ({ id }: any) => `colour of ${id}`,
        next: ({ id }: any) => ({ id: `${id}+` }),
        print: ({ id }: any, { copies }: any) => Array.from({ length: copies ?? 1 }, () => id),
      },
    },
  );

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(till(), doubling());
}, 20_000);
afterAll(() => federation.close());
beforeEach(() => {
  total = 0;
  federation.asked();
});
const ask = (query: string, variables?: object) => federation.ask(query, variables);

describe('mutations', () => {
  test('are done one after the other across subgraphs, each answered with what others know', async () => {
    expect(
      await ask('mutation { a: add(number: 3) { total } b: double { total colour } c: add(number: 1) { id colour } d: double { id } }'),
    ).toEqual({
      data: { a: { total: 3 }, b: { total: 6, colour: 'colour of t6' }, c: { id: 't7', colour: 'colour of t7' }, d: { id: 't14' } },
    });
  });

  test('after one that must answer and fails, nothing is told of the others', async () => {
    const { data, errors } = await ask('mutation { add(number: 3) { total } refuse { total } double { total } }');
    expect(data).toBeNull();
    expect(placesOf(errors)).toEqual(['INTERNAL refuse']);
  });

  test('are left out by conditions', async () => {
    expect(
      await ask('mutation ($yes: Boolean!) { add(number: 3) @skip(if: $yes) { total } double @include(if: $yes) { total } reset }', {
        yes: true,
      }),
    ).toEqual({
      data: { double: { total: 0 }, reset: true },
    });
    expect(federation.asked().filter(([, query]) => query.includes('add'))).toEqual([]);
  });
});

describe('conditions', () => {
  const query = `query ($more: Boolean!, $less: Boolean = true) {
    tickets { id ...More @include(if: $more) ... @skip(if: $less) { total seat } total @include(if: false) }
  } fragment More on Ticket { colour next @skip(if: $less) { colour } }`;

  test.each([
    [{ more: false }, [{ id: 't1' }, { id: 't2' }], ['till']],
    [
      { more: true },
      [
        { id: 't1', colour: 'colour of t1' },
        { id: 't2', colour: 'colour of t2' },
      ],
      ['till', 'doubling'],
    ],
    [
      { more: true, less: false },
      ['t1', 't2'].map((id, index) => ({
        id,
        colour: `colour of ${id}`,
        next: { colour: `colour of ${id}+` },
        total: index + 1,
        seat: 'row 1 null',
      })),
      ['till', 'doubling'],
    ],
    [{ more: false, less: false }, [1, 2].map((number) => ({ id: `t${number}`, total: number, seat: 'row 1 null' })), ['till']],
  ])('%j decide what is answered and who is asked', async (variables, tickets, who) => {
    expect(await ask(query, variables)).toEqual({ data: { tickets } });
    expect(federation.asked().map(([subgraph]) => subgraph)).toEqual(who);
  });

  test('on one of two that ask for the same field leave what the other asks for', async () => {
    const twice =
      'query ($no: Boolean!) { tickets @include(if: $no) { total } tickets { colour } a: ticket(id: "t9") @skip(if: $no) { next { colour } } }';
    expect(await ask(twice, { no: false })).toEqual({
      data: { tickets: [{ colour: 'colour of t1' }, { colour: 'colour of t2' }], a: { next: { colour: 'colour of t9+' } } },
    });
    expect(await ask(twice, { no: true })).toEqual({
      data: {
        tickets: [
          { total: 1, colour: 'colour of t1' },
          { total: 2, colour: 'colour of t2' },
        ],
      },
    });
  });

  test('may leave nothing at all', async () => {
    expect(await ask('{ tickets @skip(if: true) { id } }')).toEqual({ data: {} });
    expect(await ask('{ tickets { colour @include(if: false) } }')).toEqual({ data: { tickets: [{}, {}] } });
    expect(federation.asked().map(([subgraph]) => subgraph)).toEqual(['till']);
  });
});

describe('a question', () => {
  test('may ask for one field by several names and arguments, in fragments of fragments', async () => {
    const query = `query Seats($row: Int, $of: Options) {
      one: ticket(id: "t1") { ...A b: seat(row: $row, of: $of) } two: ticket(id: "t2", with: { row: 4 }) { ... on Ticket { ... { ...A } } total }
    } fragment A on Ticket { a: seat ...B } fragment B on Ticket { c: seat(of: { row: 2, tags: ["x"] }) p: print(copies: 2) q: print next { again: next { id } } }`;
    const a = (id: string) => ({
      a: 'row 1 null',
      c: 'row 1 {"row":2,"wide":true,"tags":["x"]}',
      p: [id, id],
      q: [id],
      next: { again: { id: `${id}++` } },
    });
    expect(await ask(query, { row: 7, of: { row: 1, wide: false } })).toEqual({
      data: { one: { ...a('t1'), b: 'row 7 {"row":1,"wide":false}' }, two: { ...a('t2'), total: 4 } },
    });
  });

  test('answers fields in the order in which they are asked for, not in which they came', async () => {
    const { data } = await ask('{ ticket(id: "t1") { colour total ... on Ticket { next { colour id } } id colour } __typename second }');
    expect(JSON.stringify(data)).toBe(
      '{"ticket":{"colour":"colour of t1","total":0,"next":{"colour":"colour of t1+","id":"t1+"},"id":"t1"},"__typename":"Query","second":null}',
    );
  });

  test('about the schema is answered without asking anybody, beside what is asked of subgraphs', async () => {
    expect(
      await ask(
        'query ($name: String!) { t: __type(name: $name) { kind name fields { name } } __schema { queryType { name } mutationType { name } } nobody { id } }',
        { name: 'Ticket' },
      ),
    ).toEqual({
      data: {
        t: { kind: 'OBJECT', name: 'Ticket', fields: ['id', 'colour', 'next', 'print', 'total', 'seat'].map((name) => ({ name })) },
        __schema: { queryType: { name: 'Query' }, mutationType: { name: 'Mutation' } },
        nobody: null,
      },
    });
    await ask('{ __type(name: "Ticket") { name } }');
    expect(federation.asked().map(([subgraph]) => subgraph)).toEqual(['till']);
  });
});
