import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';
import pino from 'pino';
import { type CheckpointPlaces, checkpointPlaces, type CheckpointSetup, setUpCheckpoints } from './checkpoint-setup.ts';
import type { Clock } from './clock.ts';
import type { Reader } from './config.ts';
import { describeFault } from './fault-log.ts';
import { type HopSigner, hopSigner } from './hop-token.ts';
import { signingKey } from './keys.ts';
import { FAULT, type Log } from './present-error.ts';
import type { Operation, Subgraph } from './subgraph.ts';
import { startTracing } from './tracing.ts';

// An import of a supplier's system, with what the gateway writes around it.
const LARGEST_BODY = 17 * 1024 * 1024;

/** What every process of its own is told: where it listens, its store, whose tokens it takes, its own key. */
export interface ServedConfig {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly key: JWK | undefined;
  readonly checkpoints: CheckpointPlaces;
}

/** Reads what every process is told by its environment. */
export function servedConfig(reader: Reader, name: string): ServedConfig {
  const { text, number } = reader;
  const trusted = text('TRUSTED_KEYS');
  const key = name === 'institutions' ? '' : text('SIGNING_KEY');
  return {
    host: text('HOST', '0.0.0.0'),
    port: number('PORT', 4000),
    databaseUrl: text('DATABASE_URL'),
    trusted: trusted ? readJson(trusted) : { keys: [] },
    key: key ? readJson(key) : undefined,
    checkpoints: checkpointPlaces(reader),
  };
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The signer of a process that has a key of its own. */
export async function ownSigner({ key }: ServedConfig): Promise<HopSigner> {
  if (!key) throw new Error('This process has no key of its own.');
  return hopSigner(await signingKey(key));
}

/** One structured line an event, to standard output. */
export function processLog(name: string): Log {
  const log = pino({ name, level: process.env.LOG_LEVEL ?? 'info' });
  return { info: (facts, told) => log.info(facts, told), error: (facts, told) => log.error(facts, told) };
}

export interface ServedParts {
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints: CheckpointSetup | undefined;
}

/** What is common to the parts of every subgraph that runs as a process of its own. */
export async function servedParts({ databaseUrl, trusted, checkpoints }: ServedConfig, name: string): Promise<ServedParts> {
  createLocalJWKSet(trusted);
  const log = processLog(name);
  const setup = checkpoints.folder ? await setUpCheckpoints(checkpoints) : undefined;
  if (!setup) log.info({}, 'no checkpoints of the event log are written: CHECKPOINTS and CHECKPOINT_KEY are not set');
  return { databaseUrl, trusted, clock: Date.now, log, checkpoints: setup };
}

/** Serves a subgraph on its own port: the token before the body, health for the operator, a calm end on SIGTERM. */
export async function serveSubgraph(subgraph: Subgraph, { host, port }: Pick<ServedConfig, 'host' | 'port'>, log: Log): Promise<void> {
  const app = Fastify({ logger: false, bodyLimit: LARGEST_BODY, genReqId: () => randomUUID() });
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) =>
    (await subgraph.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  app.post<{ Body: Operation }>('/graphql', {
    onRequest: async (request, reply) => {
      if (!(await subgraph.knows(tokenOf(request.headers)))) return reply.code(401).send(subgraph.stranger(request.id));
    },
    handler: (request) =>
      subgraph.execute(operationFrom(request.body), {
        token: tokenOf(request.headers),
        requestId: String(request.headers['x-request-id'] ?? request.id).slice(0, 60),
        traceparent: headerOf(request.headers.traceparent),
      }),
  });
  app.setErrorHandler((fault, request, reply) => {
    const status = fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : 500;
    if (status >= 500) log.error({ requestId: request.id, ...describeFault(fault) }, 'fault');
    return reply.code(status).send({
      errors: [
        {
          message: 'The request could not be taken.',
          extensions: { code: status < 500 ? 'INVALID_INPUT' : FAULT, requestId: request.id },
        },
      ],
    });
  });
  const stopTracing = await startTracing(subgraph.name, process.env);
  const url = await app.listen({ host, port });
  log.info({ subgraph: subgraph.name, url }, 'up');
  const stop = async () => {
    subgraph.drain();
    await app.close();
    await subgraph.stop();
    await stopTracing();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

const headerOf = (value: string | string[] | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const tokenOf = ({ authorization }: { readonly authorization?: string | undefined }): string | undefined =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];

function operationFrom(body: unknown): Operation {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string') return { query: '' };
  const variables =
    'variables' in body && typeof body.variables === 'object' && body.variables !== null ? { ...body.variables } : undefined;
  return {
    query: body.query,
    variables,
    ...('operationName' in body && typeof body.operationName === 'string' && { operationName: body.operationName }),
  };
}
