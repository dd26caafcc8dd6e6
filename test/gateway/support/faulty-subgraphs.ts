import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { madeUpSubgraph } from '../../../bench/gateway/made-up-subgraphs.ts';
import { type SubgraphName, subgraphNames } from '../../../gateway/subgraphs.ts';

/** What a subgraph does with one question. */
export type Behaviour = (answer: () => Promise<object>, response: ServerResponse, request: IncomingMessage) => unknown;

export const sound: Behaviour = async (answer, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await answer()));
};

/** The three subgraphs, each behind a port of its own, that can be told to misbehave. */
export interface FaultySubgraphs {
  readonly urls: Readonly<Record<SubgraphName, string>>;
  /** How many questions came since the last time they were told how to behave. */
  asked(name: SubgraphName): number;
  behave(name: SubgraphName, behaviour: Behaviour): void;
  close(): Promise<void>;
}

export async function startFaultySubgraphs(): Promise<FaultySubgraphs> {
  const behaviours = new Map<SubgraphName, Behaviour>();
  const counts = new Map<SubgraphName, number>();
  const servers: Server[] = [];
  const start = async (name: SubgraphName): Promise<[SubgraphName, string]> => {
    const schema = madeUpSubgraph(name);
    const server = createServer(async (request, response) => {
      const body = await textOf(request);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      await (behaviours.get(name) ?? sound)(() => answerOf(schema, body), response, request);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    servers.push(server);
    return [name, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`];
  };
  return {
    urls: Object.fromEntries(await Promise.all(subgraphNames.map(start))) as Record<SubgraphName, string>,
    asked: (name) => counts.get(name) ?? 0,
    behave: (name, behaviour) => {
      counts.clear();
      behaviours.set(name, behaviour);
    },
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function answerOf(schema: GraphQLSchema, body: string): Promise<object> {
  const { query, variables } = JSON.parse(body);
  return execute({ schema, document: parse(query), variableValues: variables });
}
