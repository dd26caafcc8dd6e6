import { randomUUID } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Actor } from '#shared/actor.ts';
import { describeFault } from '#shared/fault-log.ts';
import type { HopSigner } from '#shared/hop-token.ts';
import { extensionsOf, FAULT, type Log, presentError, presentErrors } from '#shared/present-error.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { authenticator, type Issuer } from './authenticate.ts';
import { limitBody, SYSTEM_BODY, tooLarge } from './body-limit.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import { askingUsers } from './scim/ask-users.ts';
import { scimRoutes } from './scim/routes.ts';
import { type AskSubgraph, type GatewayContext, subgraphSource } from './subgraph-source.ts';
import type { SubgraphName } from './subgraphs.ts';
import { isWellFormed, notGraphQl } from './well-formed.ts';

export interface GatewayParts {
  readonly issuer: Issuer;
  readonly sign: HopSigner;
  readonly ask: (name: SubgraphName) => AskSubgraph;
  readonly log: Log;
  /** Whether all that the gateway needs is there, for `/ready`. */
  readonly ready: () => Promise<boolean>;
  readonly routes?: (app: FastifyInstance) => Promise<void>;
}

/** An operation that the document does not hold is told as such, before anything else repeats its name. */
const namesItsOperation: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (!operation) throw new GraphQLError('No such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    },
  }),
};

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
  const apollo = await startApollo(app, parts);
  await app.register(compress, { threshold: 2048 });
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.setErrorHandler((fault, request, reply) => answerFault(fault, { request, reply, log }));
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, 404, refusal('NOT_FOUND', 'There is nothing here; ask POST /graphql.')));
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) =>
    (await parts.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  const authenticate = authenticator(parts.issuer);
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: async (request, reply) => {
      const actor = await authenticate(request.headers.authorization);
      if (typeof actor === 'string')
        return answerRefusal(reply.header('www-authenticate', 'Bearer'), 401, refusal('UNAUTHENTICATED', actor));
      actors.set(request, actor);
    },
    preParsing: limitBody(actorOf, answerRefusal),
    preHandler: async (request, reply) => (isWellFormed(request.body) ? undefined : answerRefusal(reply, 400, notGraphQl)),
    handler: fastifyApolloHandler(apollo, { context: async (request) => ({ actor: actorOf(request), requestId: request.id }) }),
  });
  await app.register(scimRoutes, { prefix: '/scim/v2', authenticate, ask: askingUsers(parts.ask('identities'), parts.sign), log });
  await parts.routes?.(app);
  return app;
}

async function startApollo(app: FastifyInstance, { sign, ask, log }: GatewayParts): Promise<ApolloServer<GatewayContext>> {
  const report = (name: string) => (fault: unknown, requestId: string) =>
    log.error({ requestId, subgraph: name, ...describeFault(fault) }, 'subgraph not reached');
  const nowhere = (name: string) => `http://${name}.invalid/`;
  const gateway = new ApolloGateway({
    supergraphSdl: composeSupergraph(nowhere),
    buildService: ({ name }) => subgraphSource(name, ask(subgraphNamed(name)), sign, report(name)),
    logger: quiet(log),
    __exposeQueryPlanExperimental: false,
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    formatError: (_, fault) => presentError(fault, { requestId: '', report: () => {} }),
    persistedQueries: false,
    plugins: [presentErrors(log), namesItsOperation, fastifyApolloDrainPlugin(app)],
    logger: quiet(log),
  });
  await apollo.start();
  return apollo;
}

const quiet = (log: Log) => ({
  debug: () => {},
  info: () => {},
  warn: (told: unknown) => log.info({ told: String(told) }, 'gateway'),
  error: (told: unknown) => log.error({ told: String(told) }, 'gateway'),
});

function subgraphNamed(name: string): SubgraphName {
  if (name === 'institutions' || name === 'agreements' || name === 'identities') return name;
  throw new Error(`There is no subgraph ${name}.`);
}

function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('The request came past its authentication.');
  return actor;
}

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly log: Log;
}

function answerFault(fault: unknown, { request, reply, log }: Answering): unknown {
  const status = fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : 500;
  const limit = fault instanceof Error && 'limit' in fault && typeof fault.limit === 'number' ? fault.limit : SYSTEM_BODY;
  if (status === 413) return answerRefusal(reply, 413, tooLarge(limit, limit + 1));
  if (status < 500) return answerRefusal(reply, status, notGraphQl);
  log.error({ requestId: request.id, ...describeFault(fault) }, 'fault');
  return reply.code(500).send({
    errors: [
      {
        message: `Something went wrong here; give the request id ${request.id} when you report it.`,
        extensions: { code: FAULT, requestId: request.id },
      },
    ],
  });
}

function answerRefusal(reply: FastifyReply, status: number, told: Refusal): unknown {
  return reply.code(status).send({ errors: [{ message: told.because, extensions: extensionsOf(told, reply.request.id) }] });
}
