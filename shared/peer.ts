import { randomUUID } from 'node:crypto';
import type { FollowedPage } from './follow.ts';
import type { HopSigner } from './hop-token.ts';
import type { Answer, Operation, Subgraph } from './subgraph.ts';

/** Another subgraph, as this one asks it: with its own service token, for its own store, never through the gateway. */
export type Peer = (operation: Operation, store: string) => Promise<Answer>;

// A connection that died is given up soon enough to ask again before the lease has run out.
const LONGEST_ANSWER = 6_000;

/** A peer in the same process. */
export function localPeer(subgraph: Pick<Subgraph, 'name' | 'execute'>, sign: HopSigner): Peer {
  return async (operation, store) => subgraph.execute(operation, { token: await sign(subgraph.name, { store }), requestId: randomUUID() });
}

/** A peer behind its own port. */
export function httpPeer(name: string, url: string, sign: HopSigner): Peer {
  return async (operation, store) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await sign(name, { store })}`,
      'x-request-id': randomUUID(),
    };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(operation),
      signal: AbortSignal.timeout(LONGEST_ANSWER),
    });
    return JSON.parse(await response.text());
  };
}

interface Question {
  readonly after: string | null;
  readonly first: number;
  readonly waitSeconds: number;
}

/** Asks a peer's feed page by page, each change with the fields selected; what is not a page is a fault. */
export function pagesOf<Change>(
  peer: Peer,
  feed: string,
  selection: string,
): (question: Question, store: string) => Promise<FollowedPage<Change>> {
  const query = `query Follow($after: Cursor, $first: Int!, $waitSeconds: Int!) { page: ${feed}(after: $after, first: $first, waitSeconds: $waitSeconds) { nextCursor caughtUp changes { ${selection} } } }`;
  return async (question, store) => {
    const { data, errors } = await peer({ query, variables: { ...question } }, store);
    const page: FollowedPage<Change> | undefined = pageIn(data);
    if (errors?.length || !page)
      throw new Error(
        `The feed ${feed} could not be read: ${errors?.map(({ extensions, message }) => `${extensions?.code} ${message}`).join('; ') ?? 'no page'}`,
      );
    return page;
  };
}

// The page's shape is the peer's schema, which the query was written against.
// biome-ignore lint/suspicious/noExplicitAny: see above
const pageIn = (data: any) => data?.page ?? undefined;
