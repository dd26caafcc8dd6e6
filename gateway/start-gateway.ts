import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';
import { admitQuestion, type Ground } from './admission/admit-question.ts';
import { takeJsonBodies } from './admission/bodies/json-bodies.ts';
import { documentsOf, startJudge } from './admission/judge.ts';
import { kindsOf, limitsOf } from './admission/limits.ts';
import type { RegisteredOperations } from './admission/registered/registered-operations.ts';
import { answerClientError } from './admission/requests/client-error.ts';
import { limitHead, MOST_HEAD } from './admission/requests/request-size.ts';
import type { Entrance } from './entrance.ts';
import { type AskedSubgraph, type AskingRules, rules } from './fetching/asked-subgraph.ts';
import { type Reached, reachedSubgraphs } from './fetching/reached-subgraphs.ts';
import { departure } from './fetching/departure.ts';
import { graphQlRoutes } from './graphql-routes.ts';
import { startGraphQl } from './graphql-server.ts';
import { answerFault, answerRefusal } from './http-answers.ts';
import { type GatewayMetrics, gatewayMetrics } from './operating/metrics.ts';
import { turnedAwayLog } from './operating/turned-away-log.ts';
import { admission } from './overload/admission.ts';
import { budgets } from './overload/budgets.ts';
import type { Client } from './overload/client.ts';
import { type Overload, turnstile } from './overload/turnstile.ts';
import { askingUsers } from './scim/ask-users.ts';
import { type ScimParts, scimRoutes } from './scim/routes.ts';
import { IDENTITIES } from './subgraphs.ts';
import { beginPlanner, type Planner } from './planning/planner.ts';
import type { ReadSupergraph } from './planning/supergraph.ts';

export interface GatewayParts {
  /** What reads the supergraph and plans for it; begun early, since it loads in a thread of its own. */
  readonly planner: Promise<Planner>;
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

export interface Gateway {
  readonly app: FastifyInstance;
  /** Says by `/ready` that it is about to end, and ends what waits for news. */
  drain(): void;
  /** Goes by another supergraph, without losing a request; answers how many plans were made before. A text that is none changes nothing. */
  replaceSupergraph(text: string): Promise<number>;
}

/** The public endpoint: the token before the body, the body before the parser, then planning, fetching and answering. */
export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { log, entrance, registered = new Map() } = parts;
  const planner = await parts.planner;
  const overload = entrance.isGuarded ? (parts.overload ?? { admission: admission(), budgets: budgets() }) : undefined;
  const metrics = parts.metrics ?? gatewayMetrics();
  const closing = departure();
  const turnedAway = turnedAwayLog(log);
  const door = overload && turnstile(overload, counting(metrics, turnedAway));
  let ground = groundFor(planner.supergraph, { registered, entrance });
  const subgraphs = reachedSubgraphs(parts.reach, parts.asking ?? rules);
  subgraphs.reachAll(planner.supergraph.urls);
  const app = httpServer(parts);
  door?.standBefore(app.server);
  const documents = documentsOf(() => ground.judge);
  const given = { planner, subgraphs, documents, entrance, log, admission: overload?.admission };
  const { apollo, replace } = await startGraphQl(app, given, { metrics, closing });
  await app.register(compress, { threshold: 2048, globalDecompression: false });
  takeJsonBodies(app, limitsOf.trial.body);
  tellOperators(app, async () => !closing.hasLeft && (await parts.ready()));
  const admit = admitQuestion({ ground: () => ground, registered, isGuarded: entrance.isGuarded });
  graphQlRoutes(app, { entrance, door, admit, apollo, log, metrics });
  await scimBefore(app, subgraphs.all, { entrance, door, log });
  await parts.routes?.(app);
  app.addHook('onClose', turnedAway.stop);
  app.addHook('onClose', subgraphs.close);
  return {
    app,
    drain: closing.leave,
    replaceSupergraph: async (text) => {
      const next = await beginPlanner(text);
      try {
        const nextGround = groundFor(next.supergraph, { registered, entrance });
        return await replace(next, () => {
          subgraphs.reachAll(next.supergraph.urls);
          ground = nextGround;
        });
      } catch (fault) {
        await next.stop();
        throw fault;
      }
    },
  };
}

/** Where there are identities, login systems take the users from here. */
async function scimBefore(
  app: FastifyInstance,
  subgraphs: ReadonlyMap<string, AskedSubgraph>,
  given: Omit<ScimParts, 'ask'>,
): Promise<void> {
  const identities = subgraphs.get(IDENTITIES);
  if (identities) await app.register(scimRoutes, { ...given, prefix: '/scim/v2', ask: askingUsers(identities.ask, given.entrance) });
}

const counting = (metrics: GatewayMetrics, log: Pick<ReturnType<typeof turnedAwayLog>, 'note'>) => (client: Client, status: number) => {
  metrics.turnedAway(client.kind, status);
  log.note(client, status);
};

/** What questions are judged by under a supergraph. */
function groundFor(read: ReadSupergraph, { registered, entrance }: Required<Pick<GatewayParts, 'registered' | 'entrance'>>): Ground {
  const texts = [...registered.values()].map(({ document }) => document);
  return { judge: startJudge({ supergraph: read, kinds: kindsOf(entrance.isGuarded), registered: texts }), schema: read.schema };
}

function httpServer({ log, patience = { head: 10_000, request: 120_000 } }: GatewayParts): FastifyInstance {
  const app: FastifyInstance = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestTimeout: patience.request,
    http: { maxHeaderSize: MOST_HEAD, headersTimeout: patience.head, connectionsCheckingInterval: Math.min(patience.head, 1_000) },
    clientErrorHandler: answerClientError,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.addHook('onRequest', limitHead);
  app.setErrorHandler((fault, request, reply) => answerFault(fault, { request, reply, log }));
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, 404, refusal('NOT_FOUND', 'There is nothing here; ask POST /graphql.')));
  return app;
}

function tellOperators(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) => ((await isReady()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' })));
}
