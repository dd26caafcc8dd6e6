import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { type DocumentNode, getOperationAST, parse, print, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { preparePlan } from './execution/gathering/prepared-plan.ts';
import { prepareOperation, type PreparedOperation } from './execution/prepared-operation.ts';
import { apartAliases } from './planning/correcting/apart-aliases.ts';
import { type Conditions, choosingVariables, settleConditions } from './planning/correcting/settle-conditions.ts';
import { notPlanned } from './planning/not-planned.ts';
import { type Planner, PlanTooLong } from './planning/planner.ts';
import type { ReadSupergraph } from './planning/supergraph.ts';

type Asked = Pick<GatewayGraphQLRequestContext, 'queryHash' | 'source' | 'document' | 'operation'>;

/** A question that was asked, by which another supergraph's operations can be prepared before it is asked there. */
export interface UsedOperation {
  readonly queryHash: string;
  readonly source: string;
  readonly operationName: string | undefined;
  readonly conditions: Conditions;
}

/** Operations as they are run, planned once for each choice of their conditional parts. */
export interface PreparedOperations {
  for(asked: Asked, variables: Conditions, client: string): Promise<PreparedOperation>;
  /** Those that were asked most often, the most often first. */
  mostUsed(most: number): readonly UsedOperation[];
  /** Prepares what was asked elsewhere, as far as it fits here; answers how many did. */
  warm(used: readonly UsedOperation[]): Promise<number>;
}

interface Kept {
  readonly preparing: Promise<PreparedOperation>;
  readonly used: UsedOperation;
  times: number;
}

const MOST_OPERATIONS = 1_000;
const GIVEN_UP_FOR = 60_000;
/** Whose questions those are that nobody asks yet. */
const NOBODY = 'warming';

/** Prepares operations against one supergraph, and keeps those that were asked for last. */
export function preparedOperations(supergraph: ReadSupergraph, planner: Planner): PreparedOperations {
  const choosing = new LRUCache<string, readonly string[]>({ max: MOST_OPERATIONS });
  const prepared = new LRUCache<string, Kept>({ max: MOST_OPERATIONS });
  const choiceOf = ({ queryHash, document, operation }: Asked, variables: Conditions) => {
    const name = `${queryHash} ${operation.name?.value ?? ''}`;
    const names = choosing.get(name) ?? choosingVariables(document);
    choosing.set(name, names);
    return { key: `${name} ${names.map((each) => (variables[each] === true ? 1 : 0)).join('')}`, names };
  };
  const begin = (asked: Asked, names: readonly string[], variables: Conditions, client: string): Kept => ({
    preparing: prepare(asked, variables, { supergraph, planner, client }),
    times: 0,
    used: {
      queryHash: asked.queryHash,
      source: asked.source,
      operationName: asked.operation.name?.value,
      conditions: Object.fromEntries(names.map((name) => [name, variables[name]])),
    },
  });
  const operations: PreparedOperations = {
    for: async (asked, variables, client) => {
      const { key, names } = choiceOf(asked, variables);
      const kept = prepared.get(key) ?? begin(asked, names, variables, client);
      if (kept.times++ === 0) prepared.set(key, kept);
      try {
        return await kept.preparing;
      } catch (fault) {
        // What took too long is not tried again at once.
        if (fault instanceof PlanTooLong) prepared.set(key, kept, { ttl: GIVEN_UP_FOR });
        else prepared.delete(key);
        throw notPlanned(fault) ?? fault;
      }
    },
    mostUsed: (most) =>
      [...prepared.values()]
        .sort((one, other) => other.times - one.times)
        .slice(0, most)
        .map(({ used }) => used),
    warm: async (used) => {
      let fitting = 0;
      for (const each of used) {
        const asked = fittingOperation(each, supergraph);
        if (!asked) continue;
        const isPlanned = await operations.for(asked, each.conditions, NOBODY).then(
          () => true,
          () => false,
        );
        if (isPlanned) fitting += 1;
      }
      return fitting;
    },
  };
  return operations;
}

/** The question as this supergraph understands it; nothing where it does not fit. */
function fittingOperation({ queryHash, source, operationName }: UsedOperation, { schema }: ReadSupergraph): Asked | undefined {
  const document: DocumentNode = parse(source, { noLocation: true });
  const operation = getOperationAST(document, operationName);
  return operation && validate(schema, document, undefined, { maxErrors: 1 }).length === 0
    ? { queryHash, source, document, operation }
    : undefined;
}

interface Ground {
  readonly supergraph: ReadSupergraph;
  readonly planner: Planner;
  /** Whose question it is. */
  readonly client: string;
}

async function prepare({ source, document, operation }: Asked, conditions: Conditions, { supergraph, planner, client }: Ground) {
  const { schema, isHidden, isFieldName } = supergraph;
  const { document: apart, renamed } = apartAliases(settleConditions(document, conditions), isFieldName);
  const plan = await planner.plan({ document: apart === document ? source : print(apart), operationName: operation.name?.value }, client);
  return prepareOperation({ document, operation, schema, conditions, isHidden, renamed, step: preparePlan(plan) });
}
