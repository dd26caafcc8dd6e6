import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';
import { limitBody, SYSTEM_BODY } from './body-limit.ts';
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
import { isWellFormed, notGraphQl } from './well-formed.ts';

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

export interface Gateway {
  readonly app: FastifyInstance;
  /** Says by `/ready` that it is about to end, and ends what waits for news. */
  drain(): void;
}

/** The public endpoint: the token before the body, the body before the parser, then planning, fetching and answering. */
export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { log, entrance } = parts;
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
  const app: FastifyInstance = Fastify({
    ...(door && { serverFactory: door.server }),
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: SYSTEM_BODY,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const apollo = await startGraphQl(app, { ...parts, admission: overload?.admission }, { metrics, closing });
  await app.register(compress, { threshold: 2048 });
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.setErrorHandler((fault, request, reply) => answerFault(fault, { request, reply, log }));
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, 404, refusal('NOT_FOUND', 'There is nothing here; ask POST /graphql.')));
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) =>
    !closing.hasLeft && (await parts.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  app.route({
    method: 'POST',
    url: '/graphql',
    onResponse: async (request, reply) => noteAnswer(request, reply, { log, metrics }),
    onRequest: async (request, reply) => {
      const actor = await entrance.admit(request.headers.authorization);
      if (typeof actor === 'string')
        return answerRefusal(reply.header('www-authenticate', 'Bearer'), 401, refusal('UNAUTHENTICATED', actor));
      beginVisit(request, reply, actor);
      return door?.pass(request, reply);
    },
    preParsing: limitBody((request) => knownVisit(request).actor, answerRefusal),
    preHandler: async (request, reply) => {
      if (!isWellFormed(request.body)) return answerRefusal(reply, 400, notGraphQl);
      return door?.takePlace(request, reply);
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => ({ requestId: request.id, visit: knownVisit(request) }),
    }),
  });
  await parts.routes?.(app);
  app.addHook('onClose', turnedAway.stop);
  return { app, drain: closing.leave };
}
