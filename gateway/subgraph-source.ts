import type { Actor } from '#shared/actor.ts';
import type { Answer, Caller, Operation } from '#shared/subgraph.ts';
import type { Entrance } from './entrance.ts';

/** What the gateway knows of a request while it is planned, fetched and answered. */
export interface GatewayContext extends Record<string, unknown> {
  readonly actor: Actor;
  readonly requestId: string;
}

/** How a subgraph is asked: in this process, or behind its own port. */
export type AskSubgraph = (operation: Operation, caller: Caller) => Promise<Answer>;

const LONGEST_ANSWER = 60_000;

/** A subgraph behind its own port. */
export function askOverHttp(url: string): AskSubgraph {
  return async (operation, { token, requestId }) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), 'x-request-id': requestId };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(operation),
      signal: AbortSignal.timeout(LONGEST_ANSWER),
    });
    return JSON.parse(await response.text());
  };
}

/** Asks subgraphs as the gateway does: with a token of this hop that holds only the actor. One that cannot be reached costs its own fields. */
export function subgraphAsker(
  asks: ReadonlyMap<string, AskSubgraph>,
  entrance: Entrance,
  report: (name: string, fault: unknown, requestId: string) => void,
): (name: string, operation: Operation, context: GatewayContext) => Promise<Answer> {
  return async (name, operation, { actor, requestId }) => {
    try {
      const ask = asks.get(name);
      if (!ask) throw new Error(`There is no subgraph ${name}.`);
      return await ask(operation, { token: await entrance.tokenFor(name, actor), requestId });
    } catch (fault) {
      report(name, fault, requestId);
      return { data: null, errors: [notReachable] };
    }
  };
}

const because = 'A part of the system is not reachable right now; try again in a few seconds.';
const notReachable = { message: because, extensions: { code: 'UNAVAILABLE', because, facts: [] } };
