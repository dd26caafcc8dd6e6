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
import type { Planner } from './planning/planner.ts';
import { type PreparedOperations, preparedOperations } from './prepared-operations.ts';

export interface FederatedParts<Context> {
  /** Of the first supergraph. */
  readonly planner: Planner;
  readonly ask: (fetch: PreparedFetch, variables: Record<string, unknown>, kind: QuestionKind, context: Context) => Promise<Answer>;
  /** Told what a subgraph answered that cannot be, for the log. */
  readonly report: (fault: { readonly subgraph?: string; readonly what: string }, context: Context) => void;
  /** Whose question it is. */
  readonly clientOf: (context: Context) => string;
}

/** How many of the most used operations are planned anew before another supergraph is gone by. */
const WARMED = 100;
/** How long a supergraph that is gone by no more goes on for who is under way, in milliseconds. */
const LETS_END_MS = 60_000;

interface Running {
  readonly planner: Planner;
  readonly operations: PreparedOperations;
}

export interface FederatedGateway extends GatewayInterface {
  /** Goes by another planner's supergraph from the moment of `swap` on, its most used plans made before; who is under way ends by the old one. Answers how many plans were made. */
  replace(planner: Planner, swap: () => void): Promise<number>;
}

/** Federated execution of our own behind Apollo Server: the planner's plans, run and shaped as the specification says. */
export async function federatedGateway<Context extends Record<string, unknown>>(parts: FederatedParts<Context>): Promise<FederatedGateway> {
  let current = runningOn(parts.planner);
  // A question is run by the supergraph whose schema it was read by.
  const running = new Map([[current.planner.supergraph.schema, current]]);
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  const tell = () => {
    const { schema, sdl } = current.planner.supergraph;
    for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: sdl });
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
    replace: async (planner, swap) => {
      const next = runningOn(planner);
      const warmed = await next.operations.warm(current.operations.mostUsed(WARMED));
      const before = current;
      current = next;
      running.set(planner.supergraph.schema, next);
      swap();
      tell();
      setTimeout(() => {
        running.delete(before.planner.supergraph.schema);
        void before.planner.stop();
      }, LETS_END_MS).unref();
      return warmed;
    },
    stop: async () => {
      await Promise.all([...running.values()].map(({ planner }) => planner.stop()));
    },
  };
}

const runningOn = (planner: Planner): Running => ({ planner, operations: preparedOperations(planner.supergraph, planner) });

async function answer<Context>(asked: GatewayGraphQLRequestContext, running: Running, parts: FederatedParts<Context>, context: Context) {
  const { document, operation, request } = asked;
  const { schema, isOfType } = running.planner.supergraph;
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
