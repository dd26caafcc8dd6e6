import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify';
import type { Log } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';
import { admitQuestion } from './admission/admit-question.ts';
import { takeJsonBodies } from './admission/bodies/json-bodies.ts';
import { limitBody } from './admission/bodies/limit-body.ts';
import { startJudge } from './admission/judge.ts';
import { kindsOf, limitsFor, limitsOf } from './admission/limits.ts';
import type { RegisteredOperations } from './admission/registered/registered-operations.ts';
import { answerClientError } from './admission/requests/client-error.ts';
import { limitHead, MOST_HEAD } from './admission/requests/request-size.ts';
import type { Entrance } from './entrance.ts';
import type { AskingRules } from './fetching/asked-subgraph.ts';
import type { Ask } from './fetching/question.ts';
import { departure } from './fetching/departure.ts';
import { startGraphQl } from './graphql-server.ts';
import { answerFault, answerRefusal } from './http-answers.ts';
import { type GatewayMetrics, gatewayMetrics } from './operating/metrics.ts';
import { noteAnswer } from './operating/request-log.ts';
import { turnedAwayLog } from './operating/turned-away-log.ts';
import { admission } from './overload/admission.ts';
import { budgets } from './overload/budgets.ts';
import { type Overload, turnstile } from './overload/turnstile.ts';
import { beginVisit, knownVisit } from './visit.ts';
import { graphQlHandler } from './graphql-over-http.ts';
import { readSupergraph } from './planning/supergraph.ts';

export interface GatewayParts {
  /** The text of the supergraph. */
  readonly supergraph: string;
  readonly entrance: Entrance;
  /** How a subgraph is reached, of which the supergraph says where it is. */
  readonly reach: (subgraph: string, url: string) => Reached;
  /** How subgraphs are asked, if not by the figures of `rules`. */
  readonly asking?: AskingRules;
  /** What keeps it within what it can do, if not by the figures of its own. */
  readonly overload?: Overload;
  readonly metrics?: GatewayMetrics;
  /** Operations that clients have registered, by their ids. */
  readonly registered?: RegisteredOperations;
  /** Milliseconds that a request may take to come: its headers, and all of it. */
  readonly patience?: { readonly head: number; readonly request: number };
  readonly log: Log;
  /** Whether all that the gateway needs is there, for `/ready`. */
  readonly ready: () => Promise<boolean>;
  readonly routes?: (app: FastifyInstance) => Promise<void>;
}

/** A subgraph within reach, and whether reads of it that are in flight may be shared. */
export interface Reached {
  readonly ask: Ask;
  readonly sharesReads: boolean;
  /** Lets go of its connections once nothing is asked any more. */
  close?(): Promise<void>;
}

const otherMethods: HTTPMethods[] = ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const byPost = refusal('INVALID_INPUT', 'Questions come by POST, or by GET.');

export interface Gateway {
  readonly app: FastifyInstance;
  /** Says by `/ready` that it is about to end, and ends what waits for news. */
  drain(): void;
}

/** The public endpoint: the token before the body, the body before the parser, then planning, fetching and answering. */
export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { log, entrance, registered = new Map(), patience = { head: 10_000, request: 120_000 } } = parts;
  const overload = entrance.isGuarded ? (parts.overload ?? { admission: admission(), budgets: budgets() }) : undefined;
  const metrics = parts.metrics ?? gatewayMetrics();
  const turnedAway = turnedAwayLog(log);
  const closing = departure();
  const door =
    overload &&
    turnstile(overload, (client, status) => {
      metrics.turnedAway(client.kind, status);
      turnedAway.note(client, status);
    });
  const read = readSupergraph(parts.supergraph);
  const documents = [...registered.values()].map(({ document }) => document);
  const judge = startJudge({ supergraph: read, kinds: kindsOf(entrance.isGuarded), registered: documents });
  const admit = admitQuestion({ judge, schema: read.schema, registered, isGuarded: entrance.isGuarded });
  const app: FastifyInstance = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestTimeout: patience.request,
    http: { maxHeaderSize: MOST_HEAD, headersTimeout: patience.head, connectionsCheckingInterval: Math.min(patience.head, 1_000) },
    clientErrorHandler: answerClientError,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  if (door) door.standBefore(app.server);
  const apollo = await startGraphQl(
    app,
    { ...parts, read, documents: judge.documents, admission: overload?.admission },
    { metrics, closing },
  );
  await app.register(compress, { threshold: 2048, globalDecompression: false });
  takeJsonBodies(app, limitsOf.trial.body);
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.addHook('onRequest', limitHead);
  app.setErrorHandler((fault, request, reply) => answerFault(fault, { request, reply, log }));
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, 404, refusal('NOT_FOUND', 'There is nothing here; ask POST /graphql.')));
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) =>
    !closing.hasLeft && (await parts.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onResponse: async (request, reply) => noteAnswer(request, reply, { log, metrics }),
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      const actor = await entrance.admit(request.headers.authorization);
      if (typeof actor === 'string')
        return answerRefusal(reply.header('www-authenticate', 'Bearer'), 401, refusal('UNAUTHENTICATED', actor));
      beginVisit(request, reply, actor);
      return door?.pass(request, reply);
    },
    preParsing: limitBody((request) => limitsFor(knownVisit(request).actor, entrance.isGuarded), answerRefusal),
    preHandler: [
      async (request, reply) => admit(request, reply, knownVisit(request).actor),
      async (request, reply) => door?.takePlace(request, reply),
    ],
    handler: graphQlHandler(apollo, {
      context: async (request) => ({ requestId: request.id, visit: knownVisit(request) }),
    }),
  });
  app.route({
    method: otherMethods,
    url: '/graphql',
    handler: async (_request, reply) => answerRefusal(reply.header('allow', 'GET, POST'), 405, byPost),
  });
  await parts.routes?.(app);
  app.addHook('onClose', turnedAway.stop);
  return { app, drain: closing.leave };
}
