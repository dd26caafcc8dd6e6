import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { federate, type SmallFederation, small } from './support/small-federation.ts';

const boats = [
  { id: 'b1', name: 'Ask', length: 12, berth: { __typename: 'Quay', number: 3, metres: 20 } },
  { id: 'b2', name: 'Embla', length: 30, berth: { __typename: 'Buoy', depth: 9 } },
];
const boatOf = ({ id }: { id: string }) => boats.find((boat) => boat.id === id) ?? null;
const rate = { DKK: 1, EUR: 7.5, NOK: 0.6 } as const;

/** Who keeps the boats; its fees are asked in a currency, its logs by number. */
const register = () =>
  small(
    'register',
    `type Query { boats: [Boat] boat(id: ID!): Boat }
     type Boat @key(fields: "id") { id: ID! name: String length: Int fee(in: Currency! = DKK): Float log(last: Int): [Entry!] berth: Berth }
     type Entry { text: String }
     interface Berth { kind(in: Language): String }
     type Quay implements Berth { kind(in: Language): String number: Int metres: Int }
     type Buoy implements Berth { kind(in: Language): String depth: Int }
     enum Currency { DKK EUR NOK } enum Language { DA EN }`,
    {
      Query: { boats: () => boats, boat: (_: unknown, key: { id: string }) => boatOf(key) },
      Boat: {
        __resolveReference: boatOf,
        fee: ({ length }: any, { in: currency }: { in: keyof typeof rate }) => (length * 10) / rate[currency],
        log: ({ name }: any, { last }: { last?: number }) => [1, 2, 3].slice(-(last ?? 3)).map((day) => ({ text: `${name} day ${day}` })),
      },
      Quay: { kind: (_: unknown, { in: language }: any) => (language === 'DA' ? 'kaj' : 'quay') },
      Buoy: { kind: (_: unknown, { in: language }: any) => (language === 'DA' ? 'bøje' : 'buoy') },
    },
  );

/** Who reckons with what the register knows, and answers with what it was told. */
const office = () =>
  small(
    'office',
    `type Boat @key(fields: "id") {
       id: ID! length: Int @external fee(in: Currency! = DKK): Float @external log(last: Int): [Entry!] @external berth: Berth @external
       isLong: Boolean @requires(fields: "length")
       invoice: String @requires(fields: "fee(in: EUR) length")
       levy: String @requires(fields: "fee(in: NOK)")
       tax: String @requires(fields: "fee")
       latest: String @requires(fields: "log(last: 1) { text }")
       place(upper: Boolean): String @requires(fields: "berth { kind(in: DA) ... on Quay { number } ... on Buoy { depth } }")
     }
     type Entry @external { text: String }
     interface Berth { kind(in: Language): String }
     type Quay implements Berth @external { kind(in: Language): String number: Int }
     type Buoy implements Berth @external { kind(in: Language): String depth: Int }
     enum Currency { DKK EUR NOK } enum Language { DA EN }`,
    {
      Boat: {
        __resolveReference: (told: object) => told,
        isLong: ({ length }: any) => length > 20,
        invoice: ({ fee, length }: any) => `${fee} EUR for ${length} m`,
        levy: ({ fee }: any) => `${fee} NOK`,
        tax: ({ fee }: any) => `${fee} DKK`,
        latest: ({ log }: any) => log[0].text,
        place: ({ berth }: any, { upper }: { upper?: boolean }) => {
          const text = `${berth.kind} ${berth.number ?? `${berth.depth} m deep`}`;
          return upper ? text.toUpperCase() : text;
        },
      },
    },
  );

/** Who goes by what the office found out. */
const harbour = () =>
  small(
    'harbour',
    `type Boat @key(fields: "id") { id: ID! isLong: Boolean @external name: String @external greeting: String @requires(fields: "isLong name") }`,
    {
      Boat: {
        __resolveReference: (told: object) => told,
        greeting: ({ isLong, name }: any) => `${isLong ? 'Make way for' : 'Welcome'} ${name}`,
      },
    },
  );

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(register(), office(), harbour());
}, 20_000);
afterAll(() => federation.close());
const ask = (query: string, variables?: object) => federation.ask(query, variables);

describe('a field that requires others', () => {
  test('is told what it requires, whether the client asked for it or not', async () => {
    expect(await ask('{ boats { isLong } }')).toEqual({ data: { boats: [{ isLong: false }, { isLong: true }] } });
    expect(await ask('{ boats { length isLong } }')).toEqual({
      data: {
        boats: [
          { length: 12, isLong: false },
          { length: 30, isLong: true },
        ],
      },
    });
  });

  test('may require what itself requires something', async () => {
    expect(await ask('{ boat(id: "b2") { greeting } }')).toEqual({ data: { boat: { greeting: 'Make way for Embla' } } });
  });

  test('may require fields of the types behind an interface', async () => {
    expect(await ask('{ boats { place } }')).toEqual({ data: { boats: [{ place: 'kaj 3' }, { place: 'bøje 9 m deep' }] } });
  });
});

describe('a field that requires another with arguments', () => {
  test('is told it by its name', async () => {
    expect(await ask('{ boats { invoice latest } }')).toEqual({
      data: {
        boats: [
          { invoice: '16 EUR for 12 m', latest: 'Ask day 3' },
          { invoice: '40 EUR for 30 m', latest: 'Embla day 3' },
        ],
      },
    });
  });

  test('is told its own beside what the client asks for with other arguments', async () => {
    expect(await ask('query ($of: Currency!) { boat(id: "b1") { fee(in: $of) invoice log { text } latest } }', { of: 'NOK' })).toEqual({
      data: {
        boat: {
          fee: 200,
          invoice: '16 EUR for 12 m',
          log: [{ text: 'Ask day 1' }, { text: 'Ask day 2' }, { text: 'Ask day 3' }],
          latest: 'Ask day 3',
        },
      },
    });
  });

  test('is told its own beside what another field of the same subgraph requires with other arguments', async () => {
    federation.asked();
    expect(await ask('{ boat(id: "b1") { invoice levy tax isLong } }')).toEqual({
      data: { boat: { invoice: '16 EUR for 12 m', levy: '200 NOK', tax: '120 DKK', isLong: false } },
    });
    const questions = federation.asked().filter(([subgraph]) => subgraph === 'office');
    expect(questions.flatMap(([, , { representations }]) => representations.map(({ fee }: any) => fee)).sort()).toEqual([120, 16, 200]);
  });

  test('is asked apart with the variables that are left in each part', async () => {
    const query = 'query ($up: Boolean, $long: Boolean!) { boat(id: "b1") { invoice levy place(upper: $up) isLong @include(if: $long) } }';
    expect(await ask(query, { up: true, long: true })).toEqual({
      data: { boat: { invoice: '16 EUR for 12 m', levy: '200 NOK', place: 'KAJ 3', isLong: false } },
    });
  });

  test('is told its own in the fields of an interface', async () => {
    expect(await ask('{ boats { place berth { kind(in: EN) } } }')).toEqual({
      data: {
        boats: [
          { place: 'kaj 3', berth: { kind: 'quay' } },
          { place: 'bøje 9 m deep', berth: { kind: 'buoy' } },
        ],
      },
    });
  });
});

describe("a client's names for fields", () => {
  test('may be those of keys, of what is required, and of what the gateway needs for itself', async () => {
    expect(await ask('{ boats { id: name length: id isLong } }')).toEqual({
      data: {
        boats: [
          { id: 'Ask', length: 'b1', isLong: false },
          { id: 'Embla', length: 'b2', isLong: true },
        ],
      },
    });
    expect(await ask('{ boats { fee__required_0: name fee: name invoice toString: name } }')).toEqual({
      data: {
        boats: [
          { fee__required_0: 'Ask', fee: 'Ask', invoice: '16 EUR for 12 m', toString: 'Ask' },
          { fee__required_0: 'Embla', fee: 'Embla', invoice: '40 EUR for 30 m', toString: 'Embla' },
        ],
      },
    });
  });

  test('tell no subgraph what only another may tell it', async () => {
    federation.asked();
    await ask('{ boats { length: name fee: length invoice isLong } }');
    const told = federation.asked().flatMap(([subgraph, , { representations }]) => (subgraph === 'office' ? representations : []));
    expect(told).toEqual([
      { __typename: 'Boat', id: 'b1', length: 12, fee: 16 },
      { __typename: 'Boat', id: 'b2', length: 30, fee: 40 },
    ]);
  });

  test('stand in the paths of errors', async () => {
    federation.behave('office', () => ({ data: null, errors: [{ message: 'no' }] }));
    const { data, errors } = await ask('{ id: boat(id: "b1") { name: isLong } }');
    federation.behave('office', (honest) => honest());
    expect(data).toEqual({ id: { name: null } });
    expect(errors).toMatchObject([{ path: ['id', 'name'] }]);
  });
});
