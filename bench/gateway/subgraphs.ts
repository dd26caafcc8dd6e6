import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { ResolverMap } from '#shared/subgraph.ts';
import { schemaOf, type SubgraphName, subgraphNames } from '../../gateway/subgraphs.ts';

// The three subgraphs by their own schemas, answering made-up rows at once: what is measured is the gateway before them.

const rowsFrom = (after: string) => Array.from({ length: 20 }, (_, index) => unit(Number(after.slice(1)) * 20 + index));

const unit = (nth: number) => ({
  __typename: 'PlacementUnit',
  number: `G${String(nth % 100_000).padStart(5, '0')}`,
  name: `Børnehuset nummer ${nth}`,
  status: 'ACTIVE',
  ownership: 'MUNICIPAL',
  version: nth % 7,
  validFrom: '2026-01-01T00:00:00.000Z',
  municipality: { code: '0751', name: 'Aarhus' },
  type: 'AGE_INTEGRATED',
  email: `g${nth}@daycare.example`,
  phone: '00 00 00 00',
  acceptsUsers: true,
  address: { street: 'Søndergade', houseNumber: String(nth % 100), postalCode: '8000', town: 'Aarhus C' },
});

const access = (daycare: string, nth: number) => ({
  id: `${daycare}-A${nth}`,
  state: 'ACTIVE',
  daycareNumber: daycare,
  categories: ['IDENTITY', 'ROLE', 'GROUPS'],
  activeSince: '2026-03-01T08:00:00.000Z',
  service: { code: 'ws17-small', name: 'Lille eksport' },
  system: { id: `S${1000 + nth}`, name: 'Et system til pladsanvisning' },
});

const tie = (daycare: string, nth: number) => ({
  id: `${daycare}-T${nth}`,
  role: 'CHILD',
  from: '2026-02-01T00:00:00.000Z',
  localPersonId: `L${nth}`,
  birthDate: '2023-05-04',
  name: { first: 'Ærlinge', family: 'Østergård' },
  groups: [{ id: `${daycare}-stue`, name: 'Den grønne stue', type: 'MAIN' }],
  person: { uniId: `U${daycare}${nth}` },
});

const page = <Row>(count: number, row: (nth: number) => Row) => ({
  nodes: Array.from({ length: count }, (_, nth) => row(nth)),
  pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: `c${count}` },
});

interface Asked {
  readonly number: string;
}
const reference = { __resolveReference: (asked: object) => asked };

const resolvers: Record<SubgraphName, ResolverMap> = {
  institutions: {
    Query: {
      daycares: (_: unknown, { after }: { after: string }) => ({ nodes: rowsFrom(after), pageInfo: { hasNextPage: true, endCursor: 'c' } }),
    },
  },
  agreements: {
    Daycare: {
      ...reference,
      dataAccesses: ({ number }: Asked, { first }: { first: number }) => page(first, (nth) => access(number, nth)),
    },
  },
  identities: {
    Daycare: { ...reference, people: ({ number }: Asked, { first }: { first: number }) => page(first, (nth) => tie(number, nth)) },
  },
};

/** Serves one subgraph; its documents are parsed once. */
function serve(name: SubgraphName, port: number): void {
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs: parse(schemaOf(name)), resolvers: resolvers[name] }]);
  const documents = new Map<string, DocumentNode>();
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const answer = JSON.stringify(await execute({ schema, document, variableValues: variables }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer);
  }).listen(port, '127.0.0.1');
}

const [first = 4101] = process.argv.slice(2).map(Number);
for (const [index, name] of subgraphNames.entries()) serve(name, first + index);
process.send?.('up');
