import type { Client, ClientAnswer } from '#shared/graphql-client.ts';

/** What is listed: a filter, and the fields of each daycare, both as GraphQL has them. */
export interface Listing {
  readonly filter: object;
  readonly selection: string;
}

interface DaycarePage<Node> {
  readonly nodes: readonly Node[];
  /** Where the register's feed stood before the page was read. */
  readonly feedPosition: string;
}

/** The register's daycares by number, five hundred at once, each page asked when it is wanted. */
export async function* daycarePages<Node>(ask: Client, { filter, selection }: Listing): AsyncGenerator<DaycarePage<Node>> {
  const query = `query($filter: DaycareFilter, $after: Cursor) {
    daycares(filter: $filter, first: 500, after: $after) { feedPosition pageInfo { hasNextPage endCursor } nodes { ${selection} } }
  }`;
  let after: string | null = null;
  do {
    const { data, errors }: ClientAnswer = await ask({ query, variables: { filter, after } });
    if (!data?.daycares) throw new Error(`The register did not tell its daycares: ${errors?.[0]?.message}`);
    const { nodes, feedPosition, pageInfo } = data.daycares;
    yield { nodes, feedPosition };
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}
