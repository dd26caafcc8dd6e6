import { extensionsOf } from '#shared/present-error.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { Answer } from '#shared/subgraph.ts';
import { beginSpan } from '#shared/tracing.ts';
import type { Entrance } from '../entrance.ts';
import type { PreparedFetch } from '../execution/gathering/prepared-plan.ts';
import type { GatewayMetrics, SubgraphOutcome } from '../operating/metrics.ts';
import type { Visit } from '../visit.ts';
import type { AskedSubgraph } from './asked-subgraph.ts';
import type { Departure } from './departure.ts';
import { ClientLeft, NoAnswer, type Question, type QuestionKind, Unreachable } from './question.ts';
import { newsRoom } from './wait-for-news.ts';

/** What the gateway knows of a request while it is planned, fetched and answered. */
export interface GatewayContext extends Record<string, unknown> {
  readonly requestId: string;
  readonly visit: Visit;
}

export interface Asking {
  readonly subgraphs: ReadonlyMap<string, AskedSubgraph>;
  readonly entrance: Entrance;
  readonly metrics: GatewayMetrics;
  /** When this process is about to end. */
  readonly closing: Departure;
  /** Told of a subgraph that did not answer, for the log. */
  readonly report: (subgraph: string, fault: Error, requestId: string) => void;
}

/** Asks subgraphs as the gateway does. One that does not answer costs its own fields: what went wrong comes back as an error with a code. */
export function asker({ subgraphs, entrance, metrics, closing, report }: Asking) {
  const waitForNews = newsRoom(closing);
  return async (fetch: PreparedFetch, variables: Record<string, unknown>, kind: QuestionKind, context: GatewayContext): Promise<Answer> => {
    const { requestId, visit } = context;
    const { subgraph, waits } = fetch;
    const since = performance.now();
    const span = beginSpan({
      name: `ask ${subgraph}`,
      kind: 'client',
      parent: visit.span.traceparent,
      attributes: { 'tilslut.subgraph': subgraph, 'graphql.operation.type': fetch.isQuery ? 'query' : 'mutation' },
    });
    visit.questions += 1;
    let outcome: SubgraphOutcome = 'answered';
    try {
      const asked = subgraphs.get(subgraph);
      if (!asked) throw new Unreachable(`There is no subgraph ${subgraph}.`, { mayPass: false });
      const question: Question = {
        kind,
        ...fetch.operation,
        variables,
        body: bodyOf(fetch.opening, variables),
        token: await entrance.tokenFor(subgraph, visit.actor),
        requestId,
        traceparent: span.traceparent,
        client: visit.gone,
      };
      if (kind !== 'wait' || !waits) return await asked.ask(question);
      // Who waits for news keeps nobody else from being answered.
      visit.place?.leave();
      const atOnce = { query: waits.atOnce, body: bodyOf(waits.opening, variables) };
      return answerOf(await waitForNews(asked.ask, { question, atOnce, client: visit.client }), requestId);
    } catch (fault) {
      outcome = outcomeOf(fault);
      if (outcome !== 'client_left') report(subgraph, fault instanceof Error ? fault : new Error(String(fault)), requestId);
      return { data: null, errors: [outcome === 'no_answer' ? notAnswered : notReachable] };
    } finally {
      metrics.asked({ subgraph, outcome, seconds: (performance.now() - since) / 1000 });
      span.end(undefined, outcome === 'answered' ? undefined : outcome);
      // Whoever asks after a change was answered wants to see it, and must not be joined to who asked before.
      if (kind === 'write') for (const each of subgraphs.values()) each.forgetReads();
    }
  };
}

const bodyOf = (opening: string, variables: object): string => `${opening}${JSON.stringify(variables)}}`;

function outcomeOf(fault: unknown): SubgraphOutcome {
  if (fault instanceof ClientLeft) return 'client_left';
  return fault instanceof NoAnswer ? 'no_answer' : 'unreachable';
}

const answerOf = (told: Answer | Refusal, requestId: string): Answer =>
  'because' in told ? { data: null, errors: [{ message: told.because, extensions: extensionsOf(told, requestId) }] } : told;

const because = 'A part of the system is not reachable right now; try again in a few seconds.';
const notReachable = { message: because, extensions: { code: 'UNAVAILABLE', because, facts: [] } };
const notAnswered = { message: 'A part of the system answered something else than it was asked.', extensions: { code: 'INTERNAL' } };
