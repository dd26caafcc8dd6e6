import { composeSupergraph } from '../../../gateway/compose-supergraph.ts';
import { beginPlanner } from '../../../gateway/planning/planner.ts';
import { openEntrance } from '../../../gateway/entrance.ts';
import { type AskingRules, rules } from '../../../gateway/fetching/asked-subgraph.ts';
import { type HttpSubgraphLimits, httpSubgraph } from '../../../gateway/fetching/http-subgraph.ts';
import { type GatewayParts, startGateway } from '../../../gateway/start-gateway.ts';
import { sharesReads } from '../../../gateway/subgraphs.ts';
import { keepingLog } from '../../support/subgraphs.ts';
import { type FaultySubgraphs, startFaultySubgraphs } from './faulty-subgraphs.ts';

export interface StandingGateway {
  readonly url: string;
  readonly subgraphs: FaultySubgraphs;
  readonly logged: () => string;
  ask(
    query: string,
    variables?: object,
    signal?: AbortSignal,
  ): Promise<{ readonly status: number; readonly text: string; readonly told: any }>;
  close(): Promise<void>;
}

/** The real gateway on a port of its own, open, before three subgraphs on theirs that can be told to misbehave. */
export async function startStandingGateway({
  http,
  asking,
  patience,
}: {
  readonly http?: Partial<HttpSubgraphLimits>;
  readonly asking?: Partial<AskingRules>;
  readonly patience?: GatewayParts['patience'];
} = {}): Promise<StandingGateway> {
  const subgraphs = await startFaultySubgraphs();
  const { kept, log } = keepingLog();
  const { app } = await startGateway({
    planner: beginPlanner(composeSupergraph((name) => subgraphs.urls[name])),
    entrance: openEntrance,
    reach: (name, url) => ({ ...httpSubgraph(url, { ...rules.http, ...http }), sharesReads: sharesReads(name) }),
    asking: { ...rules, ...asking },
    ...(patience && { patience }),
    log,
    ready: async () => true,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    subgraphs,
    logged: () => JSON.stringify(kept),
    ask: async (query, variables = {}, signal) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        ...(signal && { signal }),
      });
      const text = await response.text();
      return { status: response.status, text, told: JSON.parse(text) };
    },
    close: async () => {
      await subgraphs.close();
      await app.close();
    },
  };
}
