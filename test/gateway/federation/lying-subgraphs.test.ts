import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '#shared/subgraph.ts';
import { federate, placesOf, type SmallFederation, small } from './support/small-federation.ts';

const people = ['p1', 'p2'].map((id) => ({ __typename: 'Person', id, name: `name of ${id}` }));

/** Tells the truth always: who there is. */
const honest = () =>
  small('honest', 'type Query { people: [Person!]! } type Person @key(fields: "id") { id: ID! name: String! }', {
    Query: { people: () => people },
    Person: { __resolveReference: ({ id }: any) => people.find((person) => person.id === id) },
  });

/** Lies as it is told to: about its own fields of people, and about lists of its own. */
const liar = () =>
  small(
    'liar',
    `type Query { pets: [Pet!] }
     type Person @key(fields: "id") { id: ID! age: Int wants: [String!] home: Home pet: Pet }
     type Home { street: String number: Int mood: Mood } enum Mood { GLAD SAD }
     interface Pet { id: ID! } type Cat implements Pet { id: ID! lives: Int } type Dog implements Pet { id: ID! owner: Person }`,
    {
      Query: {
        pets: () => [
          { __typename: 'Cat', id: 'c1', lives: 9 },
          { __typename: 'Dog', id: 'd1', owner: { id: 'p1' } },
        ],
      },
      Person: {
        __resolveReference: (told: object) => told,
        age: () => 40,
        wants: () => ['tea'],
        home: () => ({ street: 'Vej', number: 1, mood: 'GLAD' }),
        pet: () => ({ __typename: 'Cat', id: 'c1', lives: 9 }),
      },
    },
  );

const query =
  '{ people { id name age wants home { street number mood } pet { id ... on Cat { lives } } } pets { __typename id ... on Dog { owner { name } } } }';

const home = { street: 'Vej', number: 1, mood: 'GLAD' };
const whole = people.map(({ id, name }) => ({ id, name, age: 40, wants: ['tea'], home, pet: { id: 'c1', lives: 9 } }));
const pets = [
  { __typename: 'Cat', id: 'c1' },
  { __typename: 'Dog', id: 'd1', owner: { name: 'name of p1' } },
];
const lost = people.map(({ id, name }) => ({ id, name, age: null, wants: null, home: null, pet: null }));
const lostPlaces = [0, 1].flatMap((row) => ['age', 'home', 'pet', 'wants'].map((name) => `INTERNAL people.${row}.${name}`));

/** Changes what the liar tells of entities; its answers at the root are left as they are. */
const ofEntities =
  (change: (entities: any[]) => unknown) =>
  (answer: Answer): Answer =>
    answer.data?._entities ? { data: { _entities: change(answer.data._entities as any[]) } } : answer;
/** Changes what the liar tells of its own list. */
const ofPets =
  (change: (pets: any[]) => unknown) =>
  (answer: Answer): Answer =>
    answer.data?.pets ? { data: { pets: change(answer.data.pets as any[]) } } : answer;
/** Every entity with something in it changed. */
const each = (change: object) => ofEntities((entities) => entities.map((entity) => ({ ...entity, ...change })));
const withField = (name: string, value: unknown) => whole.map((person) => ({ ...person, [name]: value }));
const inEach = (...paths: string[]) => [0, 1].flatMap((row) => paths.map((path) => `INTERNAL people.${row}.${path}`)).sort();

/** Keys that plain assignment would take for something else; only text can hold them. */
const poisoned = JSON.parse('{"__proto__":{"polluted":true,"isAdmin":true},"constructor":{"prototype":{"polluted":true}},"toString":"x"}');
const deep = (depth: number): unknown => JSON.parse(`${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`);
const page = '<html>SELECT * FROM person</html>';

type Lie = (answer: Answer) => unknown;

/** What the liar makes of its honest answer, what is left of the data, and which places are told to be lost. */
const lies: readonly (readonly [string, Lie, { people?: unknown; pets?: unknown; places: readonly string[] }])[] = [
  ['calls an entity by another type', each({ __typename: 'Cat' }), { places: [] }],
  ['adds what nobody asked for', each({ name: 'someone else', secret: page, id: 'p9' }), { places: [] }],
  ['sends keys that would change what every object inherits', each(poisoned), { places: [] }],
  ['sends such keys deeper down', each({ home: { ...poisoned, ...home } }), { places: [] }],
  ['sends one entity fewer', ofEntities((entities) => entities.slice(1)), { people: lost, places: lostPlaces }],
  ['sends one entity more', ofEntities((entities) => [...entities, entities[0]]), { people: lost, places: lostPlaces }],
  ['sends no list of entities', ofEntities(() => ({ length: 2 })), { people: lost, places: lostPlaces }],
  ['sends text for entities', ofEntities((entities) => entities.map(() => page)), { people: lost, places: lostPlaces }],
  ['says that there are no entities', ofEntities((entities) => entities.map(() => null)), { people: lost, places: [] }],
  ['tells text for a number', each({ age: '40' }), { people: withField('age', null), places: inEach('age') }],
  ['tells a number beyond any', each({ age: 2 ** 40 }), { people: withField('age', null), places: inEach('age') }],
  ['tells an object for a number', each({ age: { valueOf: 1 } }), { people: withField('age', null), places: inEach('age') }],
  [
    'tells an unknown value of an enum',
    each({ home: { ...home, mood: page } }),
    { people: withField('home', { ...home, mood: null }), places: inEach('home.mood') },
  ],
  ['tells a leaf for an object', each({ home: page }), { people: withField('home', null), places: inEach('home') }],
  ['tells a list for an object', each({ home: [home] }), { people: withField('home', null), places: inEach('home') }],
  ['tells an object for a list', each({ wants: { 0: 'tea', length: 1 } }), { people: withField('wants', null), places: inEach('wants') }],
  [
    'tells nothing where there must be something',
    each({ wants: ['tea', null] }),
    { people: withField('wants', null), places: inEach('wants.1') },
  ],
  ['tells lists in lists', each({ wants: [['tea']] }), { people: withField('wants', null), places: inEach('wants.0') }],
  [
    'leaves fields out',
    ofEntities((entities) => entities.map(({ age: _, ...rest }) => rest)),
    { people: withField('age', null), places: [] },
  ],
  ['nests without end where a leaf is asked for', each({ age: deep(2_000) }), { people: withField('age', null), places: inEach('age') }],
  ['nests without end where nothing is asked for', each({ more: deep(2_000) }), { places: [] }],
  [
    'calls an interface by its own name',
    ofPets((rows) => rows.map((row) => ({ ...row, __typename: 'Pet' }))),
    { pets: null, places: ['INTERNAL pets.0', 'INTERNAL pets.1'] },
  ],
  [
    'calls it by a type that it has not',
    ofPets((rows) => rows.map((row) => ({ ...row, __typename: 'Person' }))),
    { pets: null, places: ['INTERNAL pets.0', 'INTERNAL pets.1'] },
  ],
  [
    'calls it by something that is no type',
    ofPets((rows) => rows.map((row) => ({ ...row, __typename: '__proto__' }))),
    { pets: null, places: ['INTERNAL pets.0', 'INTERNAL pets.1'] },
  ],
  [
    'does not say what it is',
    ofPets((rows) => rows.map(({ __typename: _, ...row }) => row)),
    { pets: null, places: ['INTERNAL pets.0', 'INTERNAL pets.1'] },
  ],
  [
    'tells of an owner whom nobody knows',
    ofPets(([cat, dog]) => [cat, { ...dog, owner: { ...dog.owner, id: 'p7' } }]),
    {
      pets: [pets[0], { ...pets[1], owner: null }],
      places: ['INTERNAL pets.1.owner.name'],
    },
  ],
  ['tells another row for the one that was asked for', ofEntities((entities) => [entities[1], entities[0]]), { places: [] }],
];

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(honest(), liar());
}, 20_000);
afterEach(() => federation.behave('liar', (answer) => answer()));
afterAll(() => federation.close());

const lying = (lie: Lie) => federation.behave('liar', async (answer) => JSON.parse(JSON.stringify(lie(await answer()))) as Answer);

test('everything is told while nobody lies', async () => {
  expect(await federation.ask(query)).toEqual({ data: { people: whole, pets } });
});

describe('a subgraph that lies hurts its own fields only', () => {
  test.each(lies)('it %s', async (_, lie, { people: left = whole, pets: leftPets = pets, places }) => {
    lying(lie);
    const { data, errors } = await federation.ask(query);
    expect(data).toEqual({ people: left, pets: leftPets });
    expect(placesOf(errors)).toEqual([...places].sort());
    expect(JSON.stringify({ data, errors })).not.toMatch(/secret|SELECT|polluted|someone else|liar/);
    expect(Object.hasOwn(Object.prototype, 'polluted') || 'polluted' in {} || 'isAdmin' in []).toBe(false);
  });
});

describe('errors of a subgraph', () => {
  const leak = { message: page, extensions: { code: 'ER_DUP', stacktrace: [page] } };
  /** Its errors beside an answer without data, and the places that are told. */
  const paths: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['without a place', undefined, lostPlaces],
    ['at a place of no entity', ['_entities', 99, 'age'], lostPlaces],
    ["at somebody else's place", ['people', 0, 'name'], lostPlaces],
    ['at a place of the very root', [], lostPlaces],
    ['at a place that is none', ['__proto__', 'constructor'], lostPlaces],
    ['at one entity', ['_entities', 1, 'age'], lostPlaces],
  ];

  test.each(paths)('%s reach the client as an error at what is lost, without a word of theirs', async (_, path, expected) => {
    lying((answer) => (answer.data?._entities ? { data: null, errors: [{ ...leak, ...(path !== undefined && { path }) }] } : answer));
    const { data, errors } = await federation.ask(query);
    expect(data).toEqual({ people: lost, pets });
    expect(placesOf(errors)).toEqual(expected);
    expect(JSON.stringify(errors)).not.toMatch(/SELECT|ER_DUP|stacktrace/);
  });
});
