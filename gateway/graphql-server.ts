import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { describeFault } from '#shared/fault-log.ts';
import { type Log, presentError, presentErrors } from '#shared/present-error.ts';
import type { Judge } from './admission/judge.ts';
import { federatedGateway } from './federated-gateway.ts';
import { type AskedSubgraph, askedSubgraph, rules } from './fetching/asked-subgraph.ts';
import { asker, type GatewayContext } from './fetching/asker.ts';
import { tellsByMediaType } from './graphql-over-http.ts';
import type { ReadSupergraph } from './planning/supergraph.ts';
import type { GatewayParts } from './start-gateway.ts';

interface GraphQlParts extends GatewayParts {
  readonly read: ReadSupergraph;
  /** The documents that admission has read and found to fit. */
  readonly documents: Judge['documents'];
}

/** An operation that the document does not hold is told as such, before anything else repeats its name. */
const namesItsOperation: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (!operation) throw new GraphQLError('No such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    },
  }),
};

/** GraphQL over HTTP before the supergraph. */
export async function startGraphQl(
  app: FastifyInstance,
  { read, documents, entrance, reach, asking = rules, log }: GraphQlParts,
): Promise<ApolloServer<GatewayContext>> {
  const subgraphs = new Map<string, AskedSubgraph>();
  for (const [name, url] of read.urls) {
    const { ask, sharesReads, close } = reach(name, url);
    subgraphs.set(name, askedSubgraph(ask, { sharesReads, asking }));
    if (close) app.addHook('onClose', close);
  }
  const gateway = await federatedGateway<GatewayContext>({
    supergraph: read,
    ask: asker({
      subgraphs,
      entrance,
      report: (subgraph, fault, requestId) => log.error({ requestId, subgraph, ...describeFault(fault) }, 'subgraph not reached'),
    }),
    report: (fault, { requestId }) => log.error({ requestId, ...fault }, 'an answer did not fit the schema'),
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
    documentStore: documents,
    plugins: [presentErrors(log), namesItsOperation, tellsByMediaType, fastifyApolloDrainPlugin(app)],
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
