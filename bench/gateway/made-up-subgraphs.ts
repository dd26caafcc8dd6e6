import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { ResolverMap } from '#shared/subgraph.ts';
import { schemaOf, type SubgraphName } from '../../gateway/subgraphs.ts';

// The three subgraphs by their own schemas, answering made-up rows at once: what is looked at is the gateway before them.

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

const request = (nth: number) => ({
  id: `R${nth}`,
  daycareNumber: unit(nth).number,
  daycare: { number: unit(nth).number },
  purpose: 'So that it is known',
});

interface Asked {
  readonly number: string;
}
const reference = { __resolveReference: (asked: object) => asked };

const resolvers: Record<SubgraphName, ResolverMap> = {
  institutions: {
    Municipality: { __resolveReference: ({ code }: { code: string }) => ({ code, name: `Kommune ${code}` }) },
    Daycare: { __resolveReference: ({ number }: Asked) => unit(Number(number.slice(1))) },
    PlacementUnit: { __resolveReference: ({ number }: Asked) => unit(Number(number.slice(1))) },
    Query: {
      daycareChanges: async (_: unknown, { after, waitSeconds }: { after: string | null; waitSeconds: number }) => {
        if (waitSeconds > 0) await new Promise((passed) => setTimeout(passed, waitSeconds * 1000));
        return { changes: [], nextCursor: after ?? 'start', caughtUp: true };
      },
      daycares: (_: unknown, { after }: { after: string }) => ({ nodes: rowsFrom(after), pageInfo: { hasNextPage: true, endCursor: 'c' } }),
    },
  },
  agreements: {
    Query: { inbox: (_: unknown, { first }: { first: number }) => page(first, request) },
    Mutation: { withdrawRequests: (_: unknown, { ids }: { ids: string[] }) => ({ results: ids.map((id) => ({ id })) }) },
    Daycare: {
      ...reference,
      dataAccesses: ({ number }: Asked, { first }: { first: number }) => page(first, (nth) => access(number, nth)),
    },
  },
  identities: {
    Query: {
      userOverview: (_: unknown, { municipality }: { municipality: string }) => ({
        municipalityCode: municipality,
        municipality: { code: municipality },
        units: () => page(3, (nth) => ({ daycareNumber: unit(nth).number, daycare: { number: unit(nth).number } })),
      }),
    },
    Daycare: { ...reference, people: ({ number }: Asked, { first }: { first: number }) => page(first, (nth) => tie(number, nth)) },
  },
};

/** A subgraph's schema with its made-up rows. */
export const madeUpSubgraph = (name: SubgraphName): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: parse(schemaOf(name)), resolvers: resolvers[name] }]);
