import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFormattedError, parse } from 'graphql';
import type { Actor } from './actor.ts';
import { type GuardedContext, guard, type Permissions } from './guard.ts';
import type { HopVerifier } from './hop-token.ts';
import { keepNumbersOut } from './keep-numbers-out.ts';
import { type Log, presentErrors } from './present-error.ts';
import { beginSpan } from './tracing.ts';

export interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Who calls, beside the operation: the token of this hop and the request it belongs to. */
export interface Caller {
  readonly token: string | undefined;
  readonly requestId: string;
  /** The trace it belongs to (W3C), where one is kept. */
  readonly traceparent?: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: resolvers are typed where they are written, by the generated types
export type ResolverMap = Readonly<Record<string, any>>;

/** One subgraph, ready to be asked: in this process, or behind its own port. */
export interface Subgraph {
  readonly name: string;
  execute(operation: Operation, caller: Caller): Promise<Answer>;
  /** Whether a token is one that is taken here, asked before a body is read. */
  knows(token: string | undefined): Promise<boolean>;
  /** What somebody without such a token is answered. */
  stranger(requestId: string): Answer;
  /** Whether its store answers and what it follows is fresh. */
  ready(): Promise<boolean>;
  /** Ends what waits, so that the process can stop. */
  drain(): void;
  stop(): Promise<void>;
}

export interface SubgraphContext extends GuardedContext {
  readonly requestId: string;
}

export interface SubgraphParts<Context extends SubgraphContext> {
  readonly name: string;
  readonly schema: string;
  readonly resolvers: ResolverMap;
  readonly permissions: Permissions<Context>;
  /** Acts that judge national numbers in their texts themselves, line by line, and inputs that are numbers of something else. */
  readonly judgedByAction?: readonly string[];
  readonly contextFor: (actor: Actor, requestId: string) => Context;
  readonly verify: HopVerifier;
  readonly log: Log;
  readonly ready: () => Promise<boolean>;
  readonly drain: () => void;
  readonly stop: () => Promise<void>;
}

/** Puts a subgraph together: the guard before every field, and nobody in without a token of this hop. */
export async function makeSubgraph<Context extends SubgraphContext>(parts: SubgraphParts<Context>): Promise<Subgraph> {
  const { name, verify, log } = parts;
  const built = keepNumbersOut(buildSubgraphSchema([{ typeDefs: parse(parts.schema), resolvers: parts.resolvers }]), parts.judgedByAction);
  const server = new ApolloServer<Context>({
    schema: guard(built, parts.permissions),
    introspection: false,
    plugins: [presentErrors(log)],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (told) => log.info({ told }, 'apollo'),
      error: (told) => log.error({ told: String(told) }, 'apollo'),
    },
  });
  await server.start();
  const answer = async (operation: Operation, { token, requestId }: Caller): Promise<Answer> => {
    const actor = token && (await verify(token));
    if (!actor) return unauthenticated(requestId);
    const response = await server.executeOperation({ ...operation }, { contextValue: parts.contextFor(actor, requestId) });
    if (response.body.kind !== 'single') throw new Error('Incremental answers are not served.');
    const { data, errors } = response.body.singleResult;
    return { ...(data !== undefined && { data }), ...(errors && { errors }) };
  };
  const underWay = new Set<Promise<Answer>>();
  return {
    name,
    execute: (operation, caller) => {
      const span = beginSpan({
        name: `answer ${name}`,
        kind: 'server',
        parent: caller.traceparent,
        attributes: { 'tilslut.subgraph': name },
      });
      const answering = answer(operation, caller);
      underWay.add(answering);
      const done = () => {
        underWay.delete(answering);
        span.end();
      };
      answering.then(done, done);
      return answering;
    },
    knows: async (token) => token !== undefined && (await verify(token)) !== undefined,
    stranger: unauthenticated,
    ready: parts.ready,
    drain: parts.drain,
    stop: async () => {
      await Promise.allSettled(underWay);
      await server.stop();
      await parts.stop();
    },
  };
}

function unauthenticated(requestId: string): Answer {
  const because = 'A subgraph is asked through the gateway only.';
  return { errors: [{ message: because, extensions: { code: 'UNAUTHENTICATED', because, facts: [], requestId } }] };
}
