import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { federate, placesOf, type SmallFederation, small } from './support/small-federation.ts';

const wells = [
  { id: 'w1', spot: { map: 'north', at: { row: 1, column: 2 } }, code: 'N12', depth: 30 },
  { id: 'w2', spot: { map: 'south', at: { row: 4, column: 4 } }, code: null, depth: 55 },
];

/** Lists wells by their spots, and two that nobody knows. */
const atlas = () =>
  small(
    'atlas',
    `type Query { wells: [Well!]! pairs: [[Well]!]! gaps: [Well] depthOf: Reading }
     type Well @key(fields: "spot { map at { row column } }") @key(fields: "id", resolvable: false) { id: ID! spot: Spot! }
     type Spot @shareable { map: String! at: Place! } type Place @shareable { row: Int! column: Int! }
     type Reading @key(fields: "well { id }") { well: Well! }`,
    {
      Query: {
        wells: () => wells,
        pairs: () => [
          [wells[0], wells[1]],
          [null, wells[0]],
        ],
        gaps: () => [wells[0], null, { id: 'w9', spot: { map: 'none', at: { row: 0, column: 0 } } }, wells[0]],
        depthOf: () => ({ well: wells[1] }),
      },
      Well: { __resolveReference: ({ spot }: any) => wells.find((well) => well.spot.map === spot.map) ?? null },
    },
  );

/** Knows wells by any of three keys; not by the one that it names first. */
const survey = () =>
  small(
    'survey',
    `type Well @key(fields: "code", resolvable: false) @key(fields: "id spot { map }") @key(fields: "spot { map at { row column } }") {
       id: ID! spot: Spot! code: String depth: Int owner: Owner flow: Int @external pressure: Int @requires(fields: "flow")
     }
     type Spot @shareable { map: String! at: Place! } type Place @shareable { row: Int! column: Int! }
     type Owner @key(fields: "name") { name: String! }`,
    {
      Well: {
        __resolveReference: ({ spot, flow }: any) => {
          const well = wells.find((each) => each.spot.map === spot.map);
          return well ? { ...well, owner: { name: `owner of ${well.id}` }, flow } : null;
        },
        pressure: ({ flow }: any) => flow * 10,
      },
    },
  );

/** Knows owners, readings and the flow of wells, the last by id alone. */
const meters = () =>
  small(
    'meters',
    `type Owner @key(fields: "name") { name: String! phone: String }
     type Well @key(fields: "id") { id: ID! flow: Int }
     type Reading @key(fields: "well { id }") { well: Well! metres: Int }`,
    {
      Owner: { __resolveReference: ({ name }: any) => ({ name, phone: name === 'owner of w1' ? '11' : null }) },
      Well: { __resolveReference: ({ id }: any) => ({ id }), flow: ({ id }: any) => (id === 'w1' ? 3 : 4) },
      Reading: { __resolveReference: ({ well }: any) => ({ well, metres: wells.find(({ id }) => id === well.id)!.depth }) },
    },
  );

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(atlas(), survey(), meters());
}, 20_000);
afterAll(() => federation.close());
const ask = (query: string) => federation.ask(query);

describe('an entity', () => {
  test('is found again by a key of several fields, one of them nested', async () => {
    expect(await ask('{ wells { depth } }')).toEqual({ data: { wells: [{ depth: 30 }, { depth: 55 }] } });
    expect(federation.asked().at(-1)![2].representations[0]).toEqual({
      __typename: 'Well',
      id: 'w1',
      spot: { map: 'north' },
    });
  });

  test('is found by a key that holds another entity', async () => {
    expect(await ask('{ depthOf { metres well { id flow } } }')).toEqual({
      data: { depthOf: { metres: 55, well: { id: 'w2', flow: 4 } } },
    });
  });

  test('is found by the key of one subgraph after another', async () => {
    expect(await ask('{ wells { id owner { name phone } flow pressure } }')).toEqual({
      data: {
        wells: [
          { id: 'w1', owner: { name: 'owner of w1', phone: '11' }, flow: 3, pressure: 30 },
          { id: 'w2', owner: { name: 'owner of w2', phone: null }, flow: 4, pressure: 40 },
        ],
      },
    });
  });

  test('that requires something is asked for by a key that resolves, though one that does not is named first', async () => {
    federation.asked();
    expect(await ask('{ wells { pressure } }')).toEqual({ data: { wells: [{ pressure: 30 }, { pressure: 40 }] } });
    const [last] = federation.asked().at(-1)![2].representations;
    expect(last).toEqual({ __typename: 'Well', id: 'w1', spot: { map: 'north' }, flow: 3 });
  });

  test('is asked for once, wherever it stands, in lists of lists too', async () => {
    federation.asked();
    expect(await ask('{ pairs { depth } }')).toEqual({
      data: {
        pairs: [
          [{ depth: 30 }, { depth: 55 }],
          [null, { depth: 30 }],
        ],
      },
    });
    expect(federation.asked().at(-1)![2].representations).toHaveLength(2);
  });
});

describe('what is not there', () => {
  test('is null, in a list of entities and where a subgraph does not know one', async () => {
    expect(await ask('{ gaps { id depth owner { phone } } }')).toEqual({
      data: {
        gaps: [
          { id: 'w1', depth: 30, owner: { phone: '11' } },
          null,
          { id: 'w9', depth: null, owner: null },
          { id: 'w1', depth: 30, owner: { phone: '11' } },
        ],
      },
    });
  });

  test('costs the fields of one entity alone where a subgraph says that it went wrong', async () => {
    federation.behave('meters', async (honest) => {
      const { data, errors = [] } = await honest();
      const entities = data?._entities as object[];
      return { data: { _entities: [entities[0], null] }, errors: [...errors, { message: 'broken meter', path: ['_entities', 1] }] };
    });
    const { data, errors } = await ask('{ wells { id flow } }');
    federation.behave('meters', (honest) => honest());
    expect(data).toEqual({
      wells: [
        { id: 'w1', flow: 3 },
        { id: 'w2', flow: null },
      ],
    });
    expect(placesOf(errors)).toEqual(['INTERNAL wells.1']);
  });
});
