import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor.ts';
import type { Log } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';
import { limitBody, SYSTEM_BODY } from './body-limit.ts';
import type { Entrance } from './entrance.ts';
import type { AskingRules } from './fetching/asked-subgraph.ts';
import { type Departure, departure } from './fetching/departure.ts';
import type { Ask } from './fetching/question.ts';
import { startGraphQl } from './graphql-server.ts';
import { answerFault, answerRefusal } from './http-answers.ts';
import { isWellFormed, notGraphQl } from './well-formed.ts';

export interface GatewayParts {
  /** The text of the supergraph. */
  readonly supergraph: string;
  readonly entrance: Entrance;
  /** How a subgraph is reached, of which the supergraph says where it is. */
  readonly reach: (subgraph: string, url: string) => Reached;
  /** How subgraphs are asked, if not by the figures of `rules`. */
  readonly asking?: AskingRules;
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

const actors = new WeakMap<FastifyRequest, Actor>();

/** The public endpoint: the token before the body, the body before the parser, then planning, fetching and answering. */
export async function startGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { log } = parts;
  const app: FastifyInstance = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: SYSTEM_BODY,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const apollo = await startGraphQl(app, parts);
  await app.register(compress, { threshold: 2048 });
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.setErrorHandler((fault, request, reply) => answerFault(fault, { request, reply, log }));
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, 404, refusal('NOT_FOUND', 'There is nothing here; ask POST /graphql.')));
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) =>
    (await parts.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: async (request, reply) => {
      const actor = await parts.entrance.admit(request.headers.authorization);
      if (typeof actor === 'string')
        return answerRefusal(reply.header('www-authenticate', 'Bearer'), 401, refusal('UNAUTHENTICATED', actor));
      actors.set(request, actor);
    },
    preParsing: limitBody(actorOf, answerRefusal),
    preHandler: async (request, reply) => (isWellFormed(request.body) ? undefined : answerRefusal(reply, 400, notGraphQl)),
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => ({ actor: actorOf(request), requestId: request.id, client: clientOf(reply) }),
    }),
  });
  await parts.routes?.(app);
  return app;
}

function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('The request came past its authentication.');
  return actor;
}

/** The client behind a request, gone if it closes its connection before it is answered. */
function clientOf({ raw }: FastifyReply): Departure {
  const client = departure();
  raw.once('close', () => {
    if (!raw.writableFinished) client.leave();
  });
  return client;
}
