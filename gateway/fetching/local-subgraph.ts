import type { Answer, Caller, Operation } from '#shared/subgraph.ts';
import type { Ask } from './question.ts';

/** A subgraph in this process. */
export const localSubgraph =
  (execute: (operation: Operation, caller: Caller) => Promise<Answer>): Ask =>
  ({ query, operationName, variables, token, requestId }) =>
    execute({ query, operationName, variables: { ...variables } }, { token, requestId });
