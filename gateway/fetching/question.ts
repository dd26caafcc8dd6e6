import type { Answer } from '#shared/subgraph.ts';
import type { Departure } from './departure.ts';

/** Reads may be asked again; writes never are; waiting is a read that a subgraph answers when there is news. */
export type QuestionKind = 'read' | 'write' | 'wait';

/** One question of the gateway's to one subgraph. */
export interface Question {
  readonly kind: QuestionKind;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same as the text of a JSON body. */
  readonly body: string;
  /** What shows the subgraph whose question it is; none where anybody is let in. */
  readonly token: string | undefined;
  readonly requestId: string;
  /** The trace it belongs to, where one is kept. */
  readonly traceparent: string | undefined;
  /** It is not worth answering any more when its client has left. */
  readonly client: Departure;
}

/** Answers a question, or throws one of the faults below. */
export type Ask = (question: Question) => Promise<Answer>;

/** The subgraph did not answer: it could not be reached, was too slow, or is not asked for now. */
export class Unreachable extends Error {
  /** Whether asking again soon may help. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass, cause }: { readonly mayPass: boolean; readonly cause?: unknown }) {
    super(message, { cause });
    this.mayPass = mayPass;
  }
}

/** What came is no answer to a GraphQL question. */
export class NoAnswer extends Error {}

/** The client left before the answer came. */
export class ClientLeft extends Error {}
