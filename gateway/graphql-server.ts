import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { describeFault } from '#shared/fault-log.ts';
import { type Log, presentError, presentErrors } from '#shared/present-error.ts';
import type { Judge } from './admission/judge.ts';
import { type FederatedGateway, federatedGateway } from './federated-gateway.ts';
import { asker, type GatewayContext } from './fetching/asker.ts';
import type { ReachedSubgraphs } from './fetching/reached-subgraphs.ts';
import type { Departure } from './fetching/departure.ts';
import { tellsByMediaType } from './graphql-over-http.ts';
import type { GatewayMetrics } from './operating/metrics.ts';
import type { Admission } from './overload/admission.ts';
import type { Planner } from './planning/planner.ts';
import type { GatewayParts } from './start-gateway.ts';

interface GraphQlParts extends Pick<GatewayParts, 'entrance' | 'log'> {
  readonly planner: Planner;
  readonly subgraphs: ReachedSubgraphs;
  /** The documents that admission has read and found to fit. */
  readonly documents: Judge['documents'];
  readonly admission: Admission | undefined;
}

/** Notes what is asked and which errors are answered. An operation that the document does not hold is told as such, before anything else repeats its name. */
const notesItsOperation: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ errors, response, contextValue: { visit } }) => {
      if (errors && response.body.kind === 'single')
        visit.codes = (response.body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.code));
    },
    didResolveOperation: async ({ operation, queryHash, contextValue: { visit } }) => {
      if (operation) visit.operation = { hash: queryHash, kind: operation.operation, fields: rootFieldsOf(operation) };
      if (!operation) throw new GraphQLError('No such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    },
  }),
};

/** What tells how the process fares, and when it is about to end. */
export interface Operating {
  readonly metrics: GatewayMetrics;
  readonly closing: Departure;
}

export interface GraphQl {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly replace: FederatedGateway['replace'];
}

/** GraphQL over HTTP before the supergraph. */
export async function startGraphQl(
  app: FastifyInstance,
  { planner, documents, subgraphs, entrance, log, admission }: GraphQlParts,
  { metrics, closing }: Operating,
): Promise<GraphQl> {
  metrics.watch({ admission, subgraphs: subgraphs.all });
  const gateway = await federatedGateway<GatewayContext>({
    planner,
    clientOf: ({ visit }) => visit.client.id,
    ask: asker({
      subgraphs: subgraphs.all,
      entrance,
      metrics,
      closing,
      report: (subgraph, fault, requestId) => log.error({ requestId, subgraph, ...describeFault(fault) }, 'subgraph not reached'),
    }),
    report: (fault, { requestId }) => {
      metrics.misfit();
      log.error({ requestId, ...fault }, 'an answer did not fit the schema');
    },
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
    plugins: [presentErrors(log), notesItsOperation, tellsByMediaType, fastifyApolloDrainPlugin(app)],
    logger: quiet(log),
  });
  await apollo.start();
  return { apollo, replace: gateway.replace };
}

const MOST_FIELDS = 20;

/** The first fields of the root by the schema's names; what stands in fragments goes unnamed. */
const rootFieldsOf = ({ selectionSet }: OperationDefinitionNode): string[] =>
  selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : [])).slice(0, MOST_FIELDS);

const quiet = (log: Log) => ({
  debug: () => {},
  info: () => {},
  warn: (told: unknown) => log.info({ told: String(told) }, 'gateway'),
  error: (told: unknown) => log.error({ told: String(told) }, 'gateway'),
});
