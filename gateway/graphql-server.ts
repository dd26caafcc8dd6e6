import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { describeFault } from '#shared/fault-log.ts';
import { type Log, presentError, presentErrors } from '#shared/present-error.ts';
import { federatedGateway } from './federated-gateway.ts';
import { type AskedSubgraph, askedSubgraph, rules } from './fetching/asked-subgraph.ts';
import { asker, type GatewayContext } from './fetching/asker.ts';
import { readSupergraph } from './planning/supergraph.ts';
import type { GatewayParts } from './start-gateway.ts';

/** An operation that the document does not hold is told as such, before anything else repeats its name. */
const namesItsOperation: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, operationName, queryHash, contextValue: { visit } }) => {
      visit.operation = `${queryHash} ${operationName ?? ''}`;
      if (!operation) throw new GraphQLError('No such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    },
  }),
};

/** GraphQL over HTTP before the supergraph. */
export async function startGraphQl(
  app: FastifyInstance,
  { supergraph, entrance, reach, asking = rules, log }: GatewayParts,
): Promise<ApolloServer<GatewayContext>> {
  const read = readSupergraph(supergraph);
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
