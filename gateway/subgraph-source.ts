import type { GraphQLDataSource } from '@apollo/gateway';
import type { Actor } from '#shared/actor.ts';
import type { HopSigner } from '#shared/hop-token.ts';
import type { Answer, Caller, Operation } from '#shared/subgraph.ts';

/** What the gateway knows of a request while it is planned, fetched and answered. */
export interface GatewayContext {
  readonly actor: Actor;
  readonly requestId: string;
}

/** How a subgraph is asked: in this process, or behind its own port. */
export type AskSubgraph = (operation: Operation, caller: Caller) => Promise<Answer>;

const LONGEST_ANSWER = 60_000;

/** A subgraph behind its own port. */
export function askOverHttp(url: string): AskSubgraph {
  return async (operation, { token, requestId }) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-request-id': requestId };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(operation),
      signal: AbortSignal.timeout(LONGEST_ANSWER),
    });
    return JSON.parse(await response.text());
  };
}

/** A subgraph as the gateway fetches from it: with a token of this hop that holds only the actor. */
export function subgraphSource(
  name: string,
  ask: AskSubgraph,
  sign: HopSigner,
  report: (fault: unknown, requestId: string) => void,
): GraphQLDataSource<GatewayContext> {
  return {
    process: async ({ request, context }) => {
      const { actor, requestId } = context;
      const operation = { query: request.query ?? '', variables: request.variables, operationName: request.operationName };
      try {
        const { data, errors } = await ask(operation, { token: await sign(name, { actor: actorFor(name, actor) }), requestId });
        return { data, errors };
      } catch (fault) {
        report(fault, requestId);
        const because = 'A part of the system is not reachable right now; try again in a few seconds.';
        return { data: null, errors: [{ message: because, extensions: { code: 'UNAVAILABLE', because, facts: [] } }] };
      }
    },
  };
}

/** By which number somebody is known concerns identities alone. */
export function actorFor(name: string, { login, ...actor }: Actor): Actor {
  return name === 'identities' && login ? { ...actor, login } : actor;
}
