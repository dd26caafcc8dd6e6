import { type Dispatcher, Pool } from 'undici';
import type { Answer } from '#shared/subgraph.ts';
import { receiver } from './receiver.ts';
import type { Ask, Question, QuestionKind } from './question.ts';

export interface HttpSubgraphLimits {
  /** How many connections are kept for questions, and as many for waiting. */
  readonly connections: number;
  /** How large an answer may be, in bytes. */
  readonly answerBytes: number;
  /** How long an answer may take, in milliseconds, by the kind of question. */
  readonly within: Readonly<Record<QuestionKind, number>>;
}

// Shorter than Node's servers keep a connection, so that none is written to that the other side just closes.
const KEPT_MS = 4_000;

/** A subgraph behind its own address, asked over connections that are kept. */
export function httpSubgraph(url: string, limits: HttpSubgraphLimits): { readonly ask: Ask; close(): Promise<void> } {
  const { origin, pathname, search } = new URL(url);
  const pool = () => new Pool(origin, { connections: limits.connections, keepAliveTimeout: KEPT_MS, headersTimeout: 0, bodyTimeout: 0 });
  // Who waits for news takes no connection from who asks.
  const asking = pool();
  const waiting = pool();
  const poolFor: Record<QuestionKind, Dispatcher> = { read: asking, write: asking, wait: waiting };
  return {
    ask: (question) => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      const received = receiver({ answered: resolve, failed: reject, limits, question });
      const options = { path: `${pathname}${search}`, method: 'POST', headers: headersOf(question), body: question.body } as const;
      poolFor[question.kind].dispatch(options, received);
      return promise;
    },
    close: async () => void (await Promise.all([asking.close(), waiting.close()])),
  };
}

function headersOf({ token, requestId, traceparent }: Question): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'x-request-id': requestId,
  };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (traceparent !== undefined) headers.traceparent = traceparent;
  return headers;
}
