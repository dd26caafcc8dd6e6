import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLFormattedError, getVariableValues } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Answer } from '#shared/subgraph.ts';
import { finishAnswer } from './execution/answer.ts';
import { introspector } from './execution/shaping/introspect.ts';
import { prepareOperation, type PreparedOperation } from './execution/prepared-operation.ts';
import { type PreparedFetch, preparePlan } from './execution/gathering/prepared-plan.ts';
import { runPlan } from './execution/gathering/run-plan.ts';
import { shapeAnswer } from './execution/shaping/shape-answer.ts';
import type { QuestionKind } from './fetching/question.ts';
import { notPlanned } from './planning/not-planned.ts';
import { type Planner, PlanTooLong, startPlanner } from './planning/planner.ts';
import type { ReadSupergraph } from './planning/supergraph.ts';

export interface FederatedParts<Context> {
  readonly supergraph: ReadSupergraph;
  readonly ask: (fetch: PreparedFetch, variables: Record<string, unknown>, kind: QuestionKind, context: Context) => Promise<Answer>;
  /** Told what a subgraph answered that cannot be, for the log. */
  readonly report: (fault: { readonly subgraph?: string; readonly what: string }, context: Context) => void;
  /** Whose question it is. */
  readonly clientOf: (context: Context) => string;
  /** How long a question may take to plan, in milliseconds. */
  readonly planWithin?: number;
}

const MOST_OPERATIONS = 1_000;
const PLAN_WITHIN = 5_000;
const GIVEN_UP_FOR = 60_000;

interface Running {
  readonly supergraph: ReadSupergraph;
  readonly planner: Planner;
  readonly operations: LRUCache<string, Promise<PreparedOperation>>;
}

/** Federated execution of our own behind Apollo Server: the planner's plans, run and shaped as the specification says. */
export async function federatedGateway<Context extends Record<string, unknown>>(parts: FederatedParts<Context>): Promise<GatewayInterface> {
  const running = await start(parts.supergraph, parts.planWithin ?? PLAN_WITHIN);
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  const executor: GatewayExecutor = async (asked) => answer(asked, running, parts, asked.context as Context);
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      for (const listener of listeners) listener({ apiSchema: running.supergraph.schema, coreSupergraphSdl: running.supergraph.sdl });
      return { executor };
    },
    stop: () => running.planner.stop(),
  };
}

async function start(supergraph: ReadSupergraph, deadline: number): Promise<Running> {
  return {
    supergraph,
    planner: await startPlanner(supergraph.sdl, { deadline }),
    operations: new LRUCache({ max: MOST_OPERATIONS }),
  };
}

async function answer<Context>(asked: GatewayGraphQLRequestContext, running: Running, parts: FederatedParts<Context>, context: Context) {
  const { document, operation, request } = asked;
  const { schema, isOfType } = running.supergraph;
  const given = request.variables ?? {};
  const { coerced: variables, errors: misfits } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!variables) return { errors: misfits };
  const prepared = await preparedFor(asked, running, parts.clientOf(context));
  const gathered = await runPlan(prepared.step, {
    given,
    variables,
    isOfType,
    ask: (fetch, sent) => parts.ask(fetch, sent, kindOf(fetch, variables), context),
    reportLie: (subgraph, fault) => parts.report({ subgraph, what: fault.message }, context),
  });
  const shaped = shapeAnswer(prepared.shape(variables), gathered.tree, introspector(schema, { document, operation, variables }));
  const { data, errors, unexplained } = finishAnswer(gathered, shaped);
  for (const { path, what, type } of unexplained) parts.report({ what: `${what} ${type} at ${path.join('.')}` }, context);
  return errors.length > 0 ? { data, errors: errors.map(asError) } : { data };
}

function kindOf({ isQuery, waits }: PreparedFetch, variables: Readonly<Record<string, unknown>>): QuestionKind {
  if (!isQuery) return 'write';
  return waits?.holds(variables) ? 'wait' : 'read';
}

async function preparedFor(asked: GatewayGraphQLRequestContext, running: Running, client: string): Promise<PreparedOperation> {
  const key = `${asked.queryHash} ${asked.request.operationName ?? ''}`;
  const preparing = running.operations.get(key) ?? prepare(asked, running, client);
  running.operations.set(key, preparing);
  try {
    return await preparing;
  } catch (fault) {
    // What took too long is not tried again at once.
    if (fault instanceof PlanTooLong) running.operations.set(key, preparing, { ttl: GIVEN_UP_FOR });
    else running.operations.delete(key);
    throw notPlanned(fault) ?? fault;
  }
}

async function prepare(
  { document, operation, source }: GatewayGraphQLRequestContext,
  { supergraph, planner }: Running,
  client: string,
): Promise<PreparedOperation> {
  const plan = await planner.plan({ document: source, operationName: operation.name?.value }, client);
  return prepareOperation(supergraph.schema, document, operation, preparePlan(plan));
}

const asError = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError => new GraphQLError(message, { path, extensions });
