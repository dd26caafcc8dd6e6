import type { Answer, Caller, Operation } from '#shared/subgraph.ts';
import { type Ask, ClientLeft } from './question.ts';

/** A subgraph in this process. What a client that left had asked goes on there, and is not waited for. */
export const localSubgraph =
  (execute: (operation: Operation, caller: Caller) => Promise<Answer>): Ask =>
  async ({ query, operationName, variables, token, requestId, traceparent, client }) => {
    const { promise: left, reject } = Promise.withResolvers<never>();
    const stopListening = client.onLeave(() => reject(new ClientLeft('The client left.')));
    try {
      return await Promise.race([execute({ query, operationName, variables: { ...variables } }, { token, requestId, traceparent }), left]);
    } finally {
      stopListening();
    }
  };
