import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { federate, placesOf, type SmallFederation, small } from './support/small-federation.ts';

const loans = [
  { __typename: 'Book', id: 'i1', title: 'Havet', pages: 200, shelf: 'A' },
  { __typename: 'Game', id: 'i2', title: 'Ludo', players: 4 },
  { __typename: 'Record', id: 'i3', title: 'Sange', minutes: 41 },
];
const loanOf = ({ id }: { id: string }) => loans.find((loan) => loan.id === id) ?? null;

/** The library knows what it lends, as an interface with a key and as a union. */
const library = () =>
  small(
    'library',
    `type Query { loans: [Loan!]! things: [Thing] newest: Loan shelfOf(id: ID!): Shelved }
     interface Loan @key(fields: "id") { id: ID! title: String! }
     interface Shelved { shelf: String }
     type Book implements Loan & Shelved @key(fields: "id") { id: ID! title: String! pages: Int shelf: String }
     type Game implements Loan @key(fields: "id") { id: ID! title: String! players: Int }
     type Record implements Loan @key(fields: "id") { id: ID! title: String! minutes: Int }
     union Thing = Book | Game`,
    {
      Query: {
        loans: () => loans,
        things: () => [loans[1], null, loans[0]],
        newest: () => loans[2],
        shelfOf: (_: unknown, key: any) => loanOf(key),
      },
      Loan: { __resolveReference: loanOf },
      Book: { __resolveReference: loanOf },
      Game: { __resolveReference: loanOf },
      Record: { __resolveReference: loanOf },
    },
  );

/** The desk adds to every loan at once, without knowing what it is; and lists some. */
const desk = () =>
  small(
    'desk',
    `type Query { due: [Loan!]! } type Mutation { lend(id: ID!): Loan }
     type Loan @key(fields: "id") @interfaceObject { id: ID! days: Int title: String! @external label: String @requires(fields: "title") }`,
    {
      Query: { due: () => [{ id: 'i2' }, { id: 'i1' }] },
      Mutation: { lend: (_: unknown, { id }: any) => ({ id }) },
      Loan: {
        __resolveReference: (told: object) => told,
        days: ({ id }: any) => Number(id.slice(1)) * 7,
        label: ({ title }: any) => `<${title}>`,
      },
    },
  );

/** The shop adds to books and games, by fields of their own, and knows the union with another member. */
const shop = () =>
  small(
    'shop',
    `type Query { offers: [Thing!]! }
     type Book @key(fields: "id") { id: ID! price: Int also: [Thing!] } type Game @key(fields: "id") { id: ID! price: Int }
     type Card { text: String }
     union Thing = Book | Game | Card`,
    {
      Query: {
        offers: () => [
          { __typename: 'Card', text: 'Tak' },
          { __typename: 'Book', id: 'i1' },
          { __typename: 'Game', id: 'i2' },
        ],
      },
      Book: { __resolveReference: (told: object) => told, price: () => 90, also: () => [{ __typename: 'Game', id: 'i2' }] },
      Game: { __resolveReference: (told: object) => told, price: () => 120 },
    },
  );

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(library(), desk(), shop());
}, 20_000);
afterAll(() => federation.close());

/** Each a question with its whole answer. */
const answers: readonly (readonly [string, string, unknown])[] = [
  [
    'fields of an interface and of each type behind it, across subgraphs',
    '{ loans { __typename id days ... on Book { pages price } ... on Game { players price } ... on Record { minutes } } }',
    {
      loans: [
        { __typename: 'Book', id: 'i1', days: 7, pages: 200, price: 90 },
        { __typename: 'Game', id: 'i2', days: 14, players: 4, price: 120 },
        { __typename: 'Record', id: 'i3', days: 21, minutes: 41 },
      ],
    },
  ],
  [
    'an interface from where its types are not known',
    '{ due { id days } }',
    {
      due: [
        { id: 'i2', days: 14 },
        { id: 'i1', days: 7 },
      ],
    },
  ],
  [
    'what an interface really is, from where its types are not known',
    '{ due { __typename kind: __typename title ... on Game { players } } }',
    {
      due: [
        { __typename: 'Game', kind: 'Game', title: 'Ludo', players: 4 },
        { __typename: 'Book', kind: 'Book', title: 'Havet' },
      ],
    },
  ],
  [
    'what an interface requires of itself',
    '{ due { label } newest { label } }',
    { due: [{ label: '<Ludo>' }, { label: '<Havet>' }], newest: { label: '<Sange>' } },
  ],
  [
    'a union with nulls, of types that other subgraphs know more of',
    '{ things { __typename ... on Book { title price } ... on Game { price } } }',
    {
      things: [{ __typename: 'Game', price: 120 }, null, { __typename: 'Book', title: 'Havet', price: 90 }],
    },
  ],
  [
    'a union that has more members elsewhere',
    '{ offers { __typename ... on Card { text } ... on Loan { title } ... on Book { also { __typename ... on Game { players days } } } } }',
    {
      offers: [
        { __typename: 'Card', text: 'Tak' },
        { __typename: 'Book', title: 'Havet', also: [{ __typename: 'Game', players: 4, days: 14 }] },
        { __typename: 'Game', title: 'Ludo' },
      ],
    },
  ],
  [
    'fragments that nothing fits',
    '{ newest { ... on Book { pages } } things { ... on Shelved { shelf } } }',
    { newest: {}, things: [{}, null, { shelf: 'A' }] },
  ],
  [
    'one interface through another',
    '{ shelfOf(id: "i1") { shelf ... on Loan { id days ... on Book { price } } } loans { ... on Shelved { shelf } } }',
    { shelfOf: { shelf: 'A', id: 'i1', days: 7, price: 90 }, loans: [{ shelf: 'A' }, {}, {}] },
  ],
  [
    'typenames at the root',
    '{ __typename a: __typename loans { b: __typename } }',
    {
      __typename: 'Query',
      a: 'Query',
      loans: [{ b: 'Book' }, { b: 'Game' }, { b: 'Record' }],
    },
  ],
];

test.each(answers)('is answered: %s', async (_, query, data) => {
  expect(await federation.ask(query)).toEqual({ data });
});

test('a mutation in a subgraph that knows only the interface is answered with what others know', async () => {
  expect(
    await federation.ask('mutation { a: lend(id: "i1") { days title ... on Book { pages } } b: lend(id: "i3") { __typename } }'),
  ).toEqual({
    data: { a: { days: 7, title: 'Havet', pages: 200 }, b: { __typename: 'Record' } },
  });
});

describe('an interface whose types nobody can tell', () => {
  test('is null, with an error that says so, and takes along what must be there', async () => {
    federation.behave('library', () => ({ data: null, errors: [{ message: 'away' }] }));
    const { data, errors } = await federation.ask('{ due { id __typename } }');
    const byType = await federation.ask('{ offers { __typename } due { ... on Book { pages } } }');
    const plain = await federation.ask('{ due { id days } }');
    federation.behave('library', (honest) => honest());
    expect(data).toBeNull();
    expect(placesOf(errors)).toEqual(['INTERNAL due.0', 'INTERNAL due.1']);
    expect(byType.data).toBeNull();
    expect(placesOf(byType.errors)).toEqual(['INTERNAL due.0.pages', 'INTERNAL due.1.pages']);
    expect(plain).toEqual({
      data: {
        due: [
          { id: 'i2', days: 14 },
          { id: 'i1', days: 7 },
        ],
      },
    });
  });

  test.each(['Query', 'Thing', 'Loan', '__proto__', 7])('is not %s because a subgraph says so', async (__typename) => {
    federation.behave('library', () => ({ data: { _entities: [{ __typename }, { __typename: 'Game' }] } }));
    const { data, errors } = await federation.ask('{ offers { __typename } due { days __typename } }');
    federation.behave('library', (honest) => honest());
    expect(data).toBeNull();
    expect(placesOf(errors)).toEqual(['INTERNAL due.0']);
  });

  test('a type that the interface does not have is not shown', async () => {
    const { data, errors } = await federation.ask('{ shelfOf(id: "i2") { shelf } }');
    expect(data).toEqual({ shelfOf: null });
    expect(placesOf(errors)).toEqual(['INTERNAL shelfOf']);
  });
});
