import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { federate, type SmallFederation, small } from './support/small-federation.ts';

const box = { id: 'x1' };
const note = { __typename: 'Note', text: 'a note' };
const photo = { __typename: 'Photo', width: 4, of: 'a boat' };
const sound = { __typename: 'Sound', seconds: 9 };

/** Two subgraphs share a box and what lies in it, of which each knows a kind that the other does not. */
const half = (name: string, kind: string, own: object, type: string) =>
  small(
    name,
    `type Query { ${name}: Box both: Box @shareable } type Box @key(fields: "id") { id: ID! content: Content @shareable }
     type Content @shareable { things: [Thing!]! first: Thing } union Thing = Note | ${kind} type Note @shareable { text: String } ${type}`,
    {
      Query: { [name]: () => ({ ...box, own: true }), both: () => box },
      Box: {
        __resolveReference: (key: object) => ({ ...key, own: true }),
        content: ({ own: isOwn }: any) => ({ things: isOwn ? [note, own] : [note], first: isOwn ? own : note }),
      },
    },
  );

let federation: SmallFederation;
beforeAll(async () => {
  federation = await federate(
    half('album', 'Photo', photo, 'type Photo { width: Int of: String }'),
    half('tape', 'Sound', sound, 'type Sound { seconds: Int }'),
  );
}, 20_000);
afterAll(() => federation.close());

const things = 'things { __typename ... on Note { text } ... on Photo { width what: of } ...S } fragment S on Sound { seconds }';
const asPhoto = { __typename: 'Photo', width: 4, what: 'a boat' };

test.each([
  ['album', [note, asPhoto]],
  ['tape', [note, sound]],
  ['both', [note]],
])('what only %s knows behind a union that others have too is answered from there', async (root, expected) => {
  const [asked, fragment] = things.split(' fragment ');
  expect(await federation.ask(`{ ${root} { content { ${asked} } } } fragment ${fragment}`)).toEqual({
    data: { [root]: { content: { things: expected } } },
  });
});

test('one of several operations is asked for, and what cannot be there is left out', async () => {
  const query = 'query A { album { content { first { ... on Photo { width } ... on Sound { seconds } } } } }';
  expect(await federation.ask(query)).toEqual({ data: { album: { content: { first: { width: 4 } } } } });
});
