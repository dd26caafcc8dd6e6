import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { preparePlan } from './execution/gathering/prepared-plan.ts';
import { prepareOperation, type PreparedOperation } from './execution/prepared-operation.ts';
import { apartAliases } from './planning/correcting/apart-aliases.ts';
import { type Conditions, choosingVariables, settleConditions } from './planning/correcting/settle-conditions.ts';
import { notPlanned } from './planning/not-planned.ts';
import type { PlanAsked } from './planning/planner-thread.ts';
import { type Planner, PlanTooLong } from './planning/planner.ts';
import type { ReadSupergraph } from './planning/supergraph.ts';

/** An operation as it is run under these variables, planned once for each choice of its conditional parts. */
export type PreparedFor = (asked: GatewayGraphQLRequestContext, variables: Conditions, client: string) => Promise<PreparedOperation>;

const MOST_OPERATIONS = 1_000;
/** Milliseconds. */
const GIVEN_UP_FOR = 60_000;

/** Prepares operations against one supergraph, and keeps those that were asked for last. */
export function preparedOperations(supergraph: ReadSupergraph, planner: Planner): PreparedFor {
  const choosing = new LRUCache<string, readonly string[]>({ max: MOST_OPERATIONS });
  const prepared = new LRUCache<string, Promise<PreparedOperation>>({ max: MOST_OPERATIONS });
  return async (asked, variables, client) => {
    const operation = `${asked.queryHash} ${asked.request.operationName ?? ''}`;
    const names = choosing.get(operation) ?? choosingVariables(asked.document);
    choosing.set(operation, names);
    const choice = names.length === 0 ? operation : `${operation} ${names.map((name) => (variables[name] === true ? 1 : 0)).join('')}`;
    const preparing = prepared.get(choice) ?? prepare(asked, variables, { supergraph, plan: (question) => planner.plan(question, client) });
    prepared.set(choice, preparing);
    try {
      return await preparing;
    } catch (fault) {
      // What took too long is not tried again at once.
      if (fault instanceof PlanTooLong) prepared.set(choice, preparing, { ttl: GIVEN_UP_FOR });
      else prepared.delete(choice);
      throw notPlanned(fault) ?? fault;
    }
  };
}

interface Ground {
  readonly supergraph: ReadSupergraph;
  readonly plan: (question: PlanAsked) => ReturnType<Planner['plan']>;
}

type Asked = Pick<GatewayGraphQLRequestContext, 'source' | 'document' | 'operation'>;

async function prepare({ source, document, operation }: Asked, conditions: Conditions, { supergraph, plan: makePlan }: Ground) {
  const { schema, isHidden, isFieldName } = supergraph;
  const { document: apart, renamed } = apartAliases(settleConditions(document, conditions), isFieldName);
  const plan = await makePlan({ document: apart === document ? source : print(apart), operationName: operation.name?.value });
  return prepareOperation({ document, operation, schema, conditions, isHidden, renamed, step: preparePlan(plan) });
}
