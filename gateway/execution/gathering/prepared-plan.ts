import type { Condition, Fetch, PlanNode, RequiredSelection, Rewrite } from '../../planning/query-plan.ts';
import type { Path } from './places.ts';
import { type Taken, takenOf } from './taken-selection.ts';
import { type Waits, waitsOf } from './waits.ts';

/** A plan made ready to be run again and again: what does not depend on the request is worked out once. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'choice'; readonly variable: string; readonly ifTrue: Step | undefined; readonly ifFalse: Step | undefined }
  | PreparedFetch;

export interface PreparedFetch {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly operation: { readonly query: string; readonly operationName: string | undefined };
  /** The text of its JSON body up to the variables. */
  readonly opening: string;
  readonly isQuery: boolean;
  /** How it waits for news, if it may; `opening` is that of the same question without waiting. */
  readonly waits: (Waits & { readonly opening: string }) | undefined;
  readonly variables: readonly string[];
  /** Where in the answer it belongs. */
  readonly path: Path;
  readonly requires: readonly RequiredSelection[] | undefined;
  readonly inputRewrites: readonly Rewrite[] | undefined;
  readonly outputRewrites: readonly Rewrite[] | undefined;
  readonly taken: readonly Taken[];
}

export function preparePlan(node: PlanNode | undefined, path: Path = []): Step | undefined {
  if (!node) return undefined;
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return {
        kind: node.kind === 'Sequence' ? 'sequence' : 'parallel',
        steps: node.nodes.flatMap((each) => preparePlan(each, path) ?? []),
      };
    case 'Flatten':
      return preparePlan(node.node, [...path, ...node.path]);
    case 'Condition':
      return choice(node, path);
    case 'Fetch':
      return preparedFetch(node, path);
  }
}

/** The names under which a plan puts something into the root of the answer. */
export function rootNames(step: Step | undefined): ReadonlySet<string> {
  if (!step) return new Set();
  if (step.kind === 'fetch')
    return new Set(step.path.length === 0 ? step.taken.map(({ name }) => name) : step.path.slice(0, 1).map(String));
  const below = step.kind === 'choice' ? [step.ifTrue, step.ifFalse] : step.steps;
  return new Set(below.flatMap((each) => [...rootNames(each)]));
}

const choice = ({ condition, ifClause, elseClause }: Condition, path: Path): Step => ({
  kind: 'choice',
  variable: condition,
  ifTrue: preparePlan(ifClause, path),
  ifFalse: preparePlan(elseClause, path),
});

const openingOf = (query: string, operationName: string | undefined): string =>
  `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;

function preparedFetch(fetch: Fetch, path: Path): PreparedFetch {
  const waits = waitsOf(fetch.operation);
  return {
    kind: 'fetch',
    subgraph: fetch.serviceName,
    operation: { query: fetch.operation, operationName: fetch.operationName },
    opening: openingOf(fetch.operation, fetch.operationName),
    waits: waits && { ...waits, opening: openingOf(waits.atOnce, fetch.operationName) },
    isQuery: fetch.operationKind === 'query',
    variables: fetch.variableUsages ?? [],
    path,
    requires: fetch.requires,
    inputRewrites: fetch.inputRewrites,
    outputRewrites: fetch.outputRewrites,
    taken: takenOf(fetch),
  };
}
