import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLFormattedError, getVariableValues } from 'graphql';
import type { Answer } from '#shared/subgraph.ts';
import { finishAnswer } from './execution/answer.ts';
import { introspector } from './execution/shaping/introspect.ts';
import type { PreparedFetch } from './execution/gathering/prepared-plan.ts';
import { runPlan } from './execution/gathering/run-plan.ts';
import { shapeAnswer } from './execution/shaping/shape-answer.ts';
import type { QuestionKind } from './fetching/question.ts';
import { type Planner, startPlanner } from './planning/planner.ts';
import type { ReadSupergraph } from './planning/supergraph.ts';
import { type PreparedOperations, preparedOperations } from './prepared-operations.ts';

export interface FederatedParts<Context> {
  readonly supergraph: ReadSupergraph;
  readonly ask: (fetch: PreparedFetch, variables: Record<string, unknown>, kind: QuestionKind, context: Context) => Promise<Answer>;
  /** Told what a subgraph answered that cannot be, for the log. */
  readonly report: (fault: { readonly subgraph?: string; readonly what: string }, context: Context) => void;
  /** Whose question it is. */
  readonly clientOf: (context: Context) => string;
  /** The planner of the first supergraph, started while that is read. */
  readonly planner: Promise<Planner>;
}

const PLAN_WITHIN = 5_000;

/** A planner by the gateway's own deadline. */
export const beginPlanner = (sdl: string): Promise<Planner> => {
  const starting = startPlanner(sdl, { deadline: PLAN_WITHIN });
  // A text that is no supergraph is told by whoever reads it.
  starting.catch(() => {});
  return starting;
};

/** How many of the most used operations are planned anew before another supergraph is gone by. */
const WARMED = 100;
/** How long a supergraph that is gone by no more goes on for who is under way, in milliseconds. */
const LETS_END_MS = 60_000;

interface Running {
  readonly supergraph: ReadSupergraph;
  readonly planner: Planner;
  readonly operations: PreparedOperations;
}

export interface FederatedGateway extends GatewayInterface {
  /** Goes by another supergraph from the moment of `swap` on, its most used plans made before; who is under way ends by the old one. Answers how many plans were made. */
  replace(supergraph: ReadSupergraph, swap: () => void): Promise<number>;
}

/** Federated execution of our own behind Apollo Server: the planner's plans, run and shaped as the specification says. */
export async function federatedGateway<Context extends Record<string, unknown>>(parts: FederatedParts<Context>): Promise<FederatedGateway> {
  let current = runningOn(parts.supergraph, await parts.planner);
  // A question is run by the supergraph whose schema it was read by.
  const running = new Map([[current.supergraph.schema, current]]);
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  const tell = () => {
    for (const listener of listeners) listener({ apiSchema: current.supergraph.schema, coreSupergraphSdl: current.supergraph.sdl });
  };
  const executor: GatewayExecutor = async (asked) => answer(asked, running.get(asked.schema) ?? current, parts, asked.context as Context);
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      tell();
      return { executor };
    },
    replace: async (supergraph, swap) => {
      const next = runningOn(supergraph, await beginPlanner(supergraph.sdl));
      const warmed = await next.operations.warm(current.operations.mostUsed(WARMED));
      const before = current;
      current = next;
      running.set(supergraph.schema, next);
      swap();
      tell();
      setTimeout(() => {
        running.delete(before.supergraph.schema);
        void before.planner.stop();
      }, LETS_END_MS).unref();
      return warmed;
    },
    stop: async () => {
      await Promise.all([...running.values()].map(({ planner }) => planner.stop()));
    },
  };
}

const runningOn = (supergraph: ReadSupergraph, planner: Planner): Running => ({
  supergraph,
  planner,
  operations: preparedOperations(supergraph, planner),
});

async function answer<Context>(asked: GatewayGraphQLRequestContext, running: Running, parts: FederatedParts<Context>, context: Context) {
  const { document, operation, request } = asked;
  const { schema, isOfType } = running.supergraph;
  const given = request.variables ?? {};
  const { coerced: variables, errors: misfits } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!variables) return { errors: misfits };
  const { step, shape, unplanned, clientPath } = await running.operations.for(asked, variables, parts.clientOf(context));
  if (unplanned !== undefined) return { errors: [unanswerable(unplanned)] };
  const gathered = await runPlan(step, {
    given,
    variables,
    isOfType,
    ask: (fetch, sent) => parts.ask(fetch, sent, kindOf(fetch, variables), context),
    reportLie: (subgraph, fault) => parts.report({ subgraph, what: fault.message }, context),
  });
  const shaped = shapeAnswer(shape, gathered.tree, introspector(schema, { document, operation, variables }));
  const { data, errors, unexplained } = finishAnswer(gathered, shaped, clientPath);
  for (const { path, what, type } of unexplained) parts.report({ what: `${what} ${type} at ${path.join('.')}` }, context);
  return errors.length > 0 ? { data, errors: errors.map(asError) } : { data };
}

function kindOf({ isQuery, waits }: PreparedFetch, variables: Readonly<Record<string, unknown>>): QuestionKind {
  if (!isQuery) return 'write';
  return waits?.holds(variables) ? 'wait' : 'read';
}

const unanswerable = (field: string): GraphQLError =>
  new GraphQLError('No part of the system can answer this.', { path: [field], extensions: { code: 'INTERNAL' } });

const asError = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError => new GraphQLError(message, { path, extensions });
