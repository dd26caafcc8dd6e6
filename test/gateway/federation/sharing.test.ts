import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { federate, placesOf, type SmallFederation, small } from './support/small-federation.ts';

const songs = [
  { __typename: 'Song', id: 's1', title: 'Solsort', artist: { id: 'a1', name: 'Ida' }, mood: 'CALM', plays: 5 },
  { __typename: 'Song', id: 's2', title: 'Torden', artist: { id: 'a2', name: 'Per' }, mood: 'SECRET', plays: 7 },
];
const songOf = ({ id }: any) => songs.find((song) => song.id === id) ?? null;

/** Owns songs and artists. */
const archive = () =>
  small(
    'archive',
    `type Query { songs(where: Filter): [Song!]! settings: Settings @shareable }
     type Song @key(fields: "id") { id: ID! title: String @shareable artist: Artist! @shareable mood: Mood @shareable plays: Int length: Int @shareable secret: String @inaccessible }
     type Artist @key(fields: "id") { id: ID! name: String! @shareable country: String }
     type Settings @shareable { theme: String }
     enum Mood { CALM WILD SECRET @inaccessible } input Filter { mood: Mood title: String }
     interface Medium { id: ID! } type Film implements Medium @key(fields: "id") { id: ID! title: String @shareable minutes: Int }`,
    {
      Query: {
        songs: (_: unknown, { where }: any) => songs.filter(({ title }) => !where?.title || title === where.title),
        settings: () => ({ theme: 'dark' }),
      },
      Song: { __resolveReference: songOf, length: () => 180, secret: () => 'hidden' },
      Artist: { __resolveReference: ({ id }: any) => songs.find(({ artist }) => artist.id === id)!.artist, country: () => 'DK' },
      Film: { __resolveReference: ({ id }: any) => ({ id }), title: () => 'archive title', minutes: () => 90 },
    },
  );

/** Provides some of it along its own ways; took over how often songs are played. */
const charts = () =>
  small(
    'charts',
    `type Query { top: Song @provides(fields: "title artist { name }") media: [Medium] @provides(fields: "... on Film { title }") picks: [Pick] @provides(fields: "... on Song { title }") settings: Settings @shareable }
     type Song @key(fields: "id") { id: ID! title: String @external artist: Artist! @external plays: Int @override(from: "archive") rank: Int }
     type Artist @key(fields: "id") { id: ID! name: String! @external }
     interface Medium { id: ID! } type Film implements Medium @key(fields: "id") { id: ID! title: String @external }
     union Pick = Song | Film
     type Settings @shareable { theme: String limit: Int }`,
    {
      Query: {
        top: () => ({ id: 's1', title: 'provided title', artist: { id: 'a1', name: 'provided name' } }),
        media: () => [{ __typename: 'Film', id: 'f1', title: 'provided film' }],
        picks: () => [
          { __typename: 'Song', id: 's2', title: 'provided pick' },
          { __typename: 'Film', id: 'f1' },
        ],
        settings: () => ({ theme: 'dark', limit: 10 }),
      },
      Song: { __resolveReference: ({ id }: any) => ({ id }), plays: () => 1_000, rank: ({ id }: any) => Number(id.slice(1)) },
      Film: { __resolveReference: ({ id }: any) => ({ id }) },
    },
  );

/** Writes its schema in the first version's manner, and knows fewer moods and filters. */
const notes = () => ({
  ...small(
    'notes',
    `type Song @key(fields: "id") @extends { id: ID! @external note: String } extend type Artist @key(fields: "id") { id: ID! fans: Int }
     type Query { noted(where: Filter): [Song] moods(of: Mood): [Mood] } enum Mood { CALM WILD SECRET @inaccessible } input Filter { title: String extra: Int }`,
    {
      Query: {
        noted: (_: unknown, { where }: any) => [{ id: where?.title === 'Torden' ? 's2' : 's1' }],
        moods: (_: unknown, { of }: any) => ['WILD', 'SECRET', of ?? null],
      },
      Song: { __resolveReference: ({ id }: any) => ({ id }), note: ({ id }: any) => `note on ${id}` },
      Artist: { __resolveReference: ({ id }: any) => ({ id }), fans: () => 12 },
    },
  ),
});

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(archive(), charts(), notes());
}, 20_000);
afterAll(() => federation.close());
const ask = (query: string, variables?: object) => federation.ask(query, variables);
const whoWasAsked = () => federation.asked().map(([subgraph]) => subgraph);

describe('what a subgraph provides', () => {
  test('on an object is taken from there, one level deeper too', async () => {
    federation.asked();
    expect(await ask('{ top { title artist { name } rank } }')).toEqual({
      data: { top: { title: 'provided title', artist: { name: 'provided name' }, rank: 1 } },
    });
    expect(whoWasAsked()).toEqual(['charts']);
  });

  test('on a type behind an interface and on a member of a union is taken from there, the rest from its owner', async () => {
    federation.asked();
    expect(await ask('{ media { id ... on Film { title } } picks { ... on Song { title } ... on Film { minutes } } }')).toEqual({
      data: { media: [{ id: 'f1', title: 'provided film' }], picks: [{ title: 'provided pick' }, { minutes: 90 }] },
    });
    expect(whoWasAsked()).toEqual(['charts', 'archive']);
  });

  test('is not provided along other ways', async () => {
    expect(await ask('{ picks { ... on Film { title } ... on Song { artist { name country } } } }')).toEqual({
      data: { picks: [{ artist: { name: 'Per', country: 'DK' } }, { title: 'archive title' }] },
    });
  });
});

describe('who answers a field', () => {
  test('is who took it over', async () => {
    federation.asked();
    expect(await ask('{ songs { plays } }')).toEqual({ data: { songs: [{ plays: 1_000 }, { plays: 1_000 }] } });
    expect(whoWasAsked()).toEqual(['archive', 'charts']);
  });

  test('is any that shares it, and both where each knows a part', async () => {
    expect(await ask('{ settings { theme limit } }')).toEqual({ data: { settings: { theme: 'dark', limit: 10 } } });
  });

  test('is who extends the type in the manner of the first version', async () => {
    expect(await ask('{ songs { note artist { fans } } noted { title note } }')).toEqual({
      data: {
        songs: [
          { note: 'note on s1', artist: { fans: 12 } },
          { note: 'note on s2', artist: { fans: 12 } },
        ],
        noted: [{ title: 'Solsort', note: 'note on s1' }],
      },
    });
  });
});

describe('what is hidden from clients', () => {
  test('cannot be asked for, and is not there when the schema is asked', async () => {
    const { data, errors } = await ask('{ songs { secret } }');
    expect([data, errors?.[0].extensions.code]).toEqual([undefined, 'INVALID_INPUT']);
    const { data: introspected } = await ask(
      '{ mood: __type(name: "Mood") { values: enumValues { name } } song: __type(name: "Song") { fields { name } } filter: __type(name: "Filter") { inputFields { name } } }',
    );
    expect(introspected.mood).toEqual({ values: [{ name: 'CALM' }, { name: 'WILD' }] });
    expect(introspected.song.fields.map(({ name }: any) => name).sort()).toEqual([
      'artist',
      'id',
      'length',
      'mood',
      'note',
      'plays',
      'rank',
      'title',
    ]);
    expect(introspected.filter).toEqual({ inputFields: [{ name: 'title' }] });
  });

  test('is nothing in an answer, and no fault', async () => {
    expect(await ask('{ songs { mood } moods }')).toEqual({
      data: { songs: [{ mood: 'CALM' }, { mood: null }], moods: ['WILD', null, null] },
    });
  });

  test('cannot be given, neither in a document nor in a variable', async () => {
    expect(placesOf((await ask('{ moods(of: SECRET) }')).errors)).toEqual(['INVALID_INPUT undefined']);
    expect(placesOf((await ask('query ($of: Mood) { moods(of: $of) }', { of: 'SECRET' })).errors)).toEqual(['INVALID_INPUT undefined']);
    expect(placesOf((await ask('{ noted(where: { extra: 1 }) { id } }')).errors)).toEqual(['INVALID_INPUT undefined']);
  });
});

test('an input that subgraphs know in part is given in what all of them know', async () => {
  expect(await ask('query ($f: Filter) { songs(where: $f) { id } noted(where: $f) { id } }', { f: { title: 'Torden' } })).toEqual({
    data: { songs: [{ id: 's2' }], noted: [{ id: 's2' }] },
  });
});
