import type { Answer } from '#shared/subgraph.ts';
import type { Entrance } from '../entrance.ts';
import type { PreparedFetch } from '../execution/gathering/prepared-plan.ts';
import type { Visit } from '../visit.ts';
import type { AskedSubgraph } from './asked-subgraph.ts';
import { ClientLeft, NoAnswer, type QuestionKind, Unreachable } from './question.ts';

/** What the gateway knows of a request while it is planned, fetched and answered. */
export interface GatewayContext extends Record<string, unknown> {
  readonly requestId: string;
  readonly visit: Visit;
}

export interface Asking {
  readonly subgraphs: ReadonlyMap<string, AskedSubgraph>;
  readonly entrance: Entrance;
  /** Told of a subgraph that did not answer, for the log. */
  readonly report: (subgraph: string, fault: Error, requestId: string) => void;
}

/** Asks subgraphs as the gateway does. One that does not answer costs its own fields: what went wrong comes back as an error with a code. */
export function asker({ subgraphs, entrance, report }: Asking) {
  return async (fetch: PreparedFetch, variables: Record<string, unknown>, kind: QuestionKind, context: GatewayContext): Promise<Answer> => {
    const { requestId, visit } = context;
    // Who waits for news keeps nobody else from being answered.
    if (kind === 'wait') visit.place?.leave();
    try {
      const asked = subgraphs.get(fetch.subgraph);
      if (!asked) throw new Unreachable(`There is no subgraph ${fetch.subgraph}.`, { mayPass: false });
      const token = await entrance.tokenFor(fetch.subgraph, visit.actor);
      const body = `${fetch.opening}${JSON.stringify(variables)}}`;
      return await asked.ask({ kind, ...fetch.operation, variables, body, token, requestId, client: visit.gone });
    } catch (fault) {
      const told = fault instanceof Error ? fault : new Error(String(fault));
      if (!(told instanceof ClientLeft)) report(fetch.subgraph, told, requestId);
      return { data: null, errors: [told instanceof NoAnswer ? notAnswered : notReachable] };
    } finally {
      // Whoever asks after a change was answered wants to see it, and must not be joined to who asked before.
      if (kind === 'write') for (const each of subgraphs.values()) each.forgetReads();
    }
  };
}

const because = 'A part of the system is not reachable right now; try again in a few seconds.';
const notReachable = { message: because, extensions: { code: 'UNAVAILABLE', because, facts: [] } };
const notAnswered = { message: 'A part of the system answered something else than it was asked.', extensions: { code: 'INTERNAL' } };
