import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { Answer } from '#shared/subgraph.ts';
import { openEntrance } from '../../../../gateway/entrance.ts';
import { beginPlanner } from '../../../../gateway/planning/planner.ts';
import { startGateway } from '../../../../gateway/start-gateway.ts';
import { keepingLog } from '../../../support/subgraphs.ts';

export interface SmallSubgraph {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly schema: GraphQLSchema;
}

const directives = ['key', 'requires', 'provides', 'external', 'shareable', 'override', 'inaccessible', 'interfaceObject', 'extends'];
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [${directives.map((name) => `"@${name}"`)}])`;

/** A subgraph in this process: its schema without the link to the specification, and what it answers. */
export function small(name: string, schema: string, resolvers: Readonly<Record<string, any>> = {}): SmallSubgraph {
  const typeDefs = parse(`${LINK}\n${schema}`);
  return { name, typeDefs, schema: buildSubgraphSchema([{ typeDefs, resolvers }]) };
}

/** What a subgraph does with a question; its honest answer where it does not want to do anything else. */
export type Manner = (honest: () => Promise<Answer>) => Answer | Promise<Answer>;

export interface SmallFederation {
  ask(query: string, variables?: object): Promise<{ readonly data?: any; readonly errors?: any[] }>;
  /** Questions that each subgraph was asked, in order, since the last time this was looked at. */
  asked(): readonly (readonly [subgraph: string, query: string, variables: any])[];
  behave(subgraph: string, manner: Manner): void;
  readonly logged: () => string;
  close(): Promise<void>;
}

export const composed = (subgraphs: readonly SmallSubgraph[]): string => {
  const { supergraphSdl, errors } = composeServices(subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}` })));
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
};

/** The real gateway before small subgraphs, which refuse whatever does not fit their schema as servers do. */
export async function federate(...subgraphs: readonly SmallSubgraph[]): Promise<SmallFederation> {
  const asked: [string, string, any][] = [];
  const manners = new Map<string, Manner>();
  const { kept, log } = keepingLog();
  const reach = (name: string) => {
    const schema = subgraphs.find((each) => each.name === name)!.schema;
    return {
      sharesReads: false,
      ask: async ({ query, variables }: { query: string; variables: any }) => {
        asked.push([name, query, variables]);
        const honest = () => answered(schema, query, variables);
        return JSON.parse(JSON.stringify(await (manners.get(name) ?? ((answer) => answer()))(honest)));
      },
    };
  };
  const { app } = await startGateway({
    planner: beginPlanner(composed(subgraphs)),
    entrance: openEntrance,
    reach,
    log,
    ready: async () => true,
  });
  return {
    ask: async (query, variables) => (await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })).json(),
    asked: () => asked.splice(0),
    behave: (name, manner) => void manners.set(name, manner),
    logged: () => JSON.stringify(kept),
    close: () => app.close(),
  };
}

async function answered(schema: GraphQLSchema, query: string, variables: any): Promise<Answer> {
  const document = parse(query);
  const misfits = validate(schema, document);
  if (misfits.length > 0) return { errors: misfits.map((fault) => fault.toJSON()) };
  const { data, errors } = await execute({ schema, document, variableValues: variables });
  return { data: data as Answer['data'], ...(errors && { errors: errors.map((error) => error.toJSON()) }) };
}

/** What of errors a client goes by. */
export const placesOf = (errors: readonly any[] | undefined) =>
  (errors ?? []).map(({ path, extensions }) => `${extensions.code} ${path?.join('.')}`).sort();
