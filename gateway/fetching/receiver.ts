import type { Dispatcher } from 'undici';
import type { Answer } from '#shared/subgraph.ts';
import type { HttpSubgraphLimits } from './http-subgraph.ts';
import { ClientLeft, NoAnswer, type Question, Unreachable } from './question.ts';

interface Receiving {
  readonly answered: (answer: Answer) => void;
  readonly failed: (fault: Error) => void;
  readonly limits: HttpSubgraphLimits;
  readonly question: Question;
}

/** Statuses by which whatever stands before a subgraph says that it is not there right now. */
const notThere = new Set([429, 502, 503, 504]);

/** Receives one answer: not beyond its size and time, and not once its client has left. */
export function receiver({ answered, failed, limits, question: { client, kind } }: Receiving): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let controller: Dispatcher.DispatchController | undefined;
  let status = 0;
  let bytes = 0;
  let given: Error | undefined;
  const end = () => {
    clearTimeout(timer);
    stopListening();
  };
  const giveUp = (fault: Error) => {
    if (given) return;
    given = fault;
    end();
    failed(fault);
    controller?.abort(fault);
  };
  const timer = setTimeout(
    () => giveUp(new Unreachable(`No answer within ${limits.within[kind]} ms.`, { mayPass: true })),
    limits.within[kind],
  );
  const stopListening = client.onLeave(() => queueMicrotask(() => giveUp(new ClientLeft('The client left.'))));
  return {
    onRequestStart: (started) => {
      controller = started;
      if (given) started.abort(given);
    },
    onResponseStart: (_, statusCode) => {
      status = statusCode;
    },
    onResponseData: (_, chunk) => {
      bytes += chunk.length;
      if (bytes > limits.answerBytes) giveUp(new NoAnswer(`The answer has more than ${limits.answerBytes} bytes.`));
      else chunks.push(chunk);
    },
    onResponseEnd: () => {
      if (given) return;
      end();
      try {
        answered(answerIn(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, bytes), status));
      } catch (fault) {
        failed(fault instanceof Error ? fault : new NoAnswer(String(fault)));
      }
    },
    onResponseError: (_, cause) => giveUp(new Unreachable('The connection failed.', { mayPass: true, cause })),
  };
}

function answerIn(body: Buffer, status: number): Answer {
  const answer = parsed(body);
  if (answer) return answer;
  if (notThere.has(status)) throw new Unreachable(`It answered with status ${status}.`, { mayPass: true });
  throw new NoAnswer(`It answered with status ${status} and ${body.length} bytes that are no answer to a GraphQL question.`);
}

function parsed(body: Buffer): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return isAnswer(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

const isAnswer = (given: unknown): given is Answer =>
  typeof given === 'object' &&
  given !== null &&
  !Array.isArray(given) &&
  ('data' in given || 'errors' in given) &&
  (!('errors' in given) || given.errors === undefined || (Array.isArray(given.errors) && given.errors.every(isError)));

const isError = (given: unknown): boolean =>
  typeof given === 'object' &&
  given !== null &&
  'message' in given &&
  typeof given.message === 'string' &&
  (!('path' in given) || given.path === null || given.path === undefined || Array.isArray(given.path)) &&
  (!('extensions' in given) || given.extensions === undefined || (typeof given.extensions === 'object' && given.extensions !== null));
