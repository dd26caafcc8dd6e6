import { fromCursor, toCursor } from './cursor.ts';
import { refuse } from './refusal.ts';

const LARGEST_PAGE = 500;

/** One page of a list in the order of its key; the count is only made when it is asked for. */
export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly total: () => Promise<number>;
}

/** What a page is read by: the key to start behind, and one row more than is shown, to know whether there is a next page. */
export interface PageQuestion {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Reads one page: by the key behind the cursor, never by counting rows off. */
export async function readPage<Row>(
  list: string,
  { first, after }: Asked,
  source: {
    rows: (question: PageQuestion) => Promise<Row[]>;
    keyOf: (row: Row) => readonly (string | number)[];
    total: () => Promise<number>;
  },
): Promise<Page<Row>> {
  if (!Number.isInteger(first) || first < 0 || first > LARGEST_PAGE)
    refuse('LIMIT_EXCEEDED', `A page holds 0 to ${LARGEST_PAGE} rows.`, {
      facts: { argument: 'first', limit: LARGEST_PAGE, asked: first },
    });
  const start = after ? fromCursor(list, after) : undefined;
  const found = await source.rows({ after: start, limit: first + 1 });
  const shown = found.slice(0, first);
  return {
    edges: shown.map((node) => ({ node, cursor: toCursor(list, source.keyOf(node)) })),
    hasNextPage: found.length > first,
    hasPreviousPage: start !== undefined,
    total: source.total,
  };
}

/** How a page answers as a Relay connection; the same for every list. */
export const connection = {
  nodes: <Row>(page: Page<Row>) => page.edges.map(({ node }) => node),
  totalCount: <Row>(page: Page<Row>) => page.total(),
  pageInfo: <Row>({ edges, hasNextPage, hasPreviousPage }: Page<Row>) => ({
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }),
};
