import type { Client, ClientAnswer } from '#shared/graphql-client.ts';
import type { DaycareLevel } from '../domain/daycares/daycare.ts';
import type { LoadedRow, RegisterRow } from '../domain/upkeep/register-row.ts';
import { readRegisterFile } from '../outside/register-file.ts';

const ROWS_AT_ONCE = 100;

/** What became of a file. */
export interface Summary {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly line: number; readonly because: string }[];
  /** Open daycares in the register that the file does not name; they are told, never acted on. */
  readonly missing: number;
}

/** Who watches how far it has come. */
export interface Loading {
  begins(of: number): void;
  at(done: number, of: number): void;
  ends(): void;
}

/** Parents come before their children (R9), and children close before their parents (R29), in whatever order the file has them. */
const passes: readonly { readonly level: DaycareLevel; readonly closed: boolean }[] = [
  { level: 'INSTITUTION', closed: false },
  { level: 'UNIT', closed: false },
  { level: 'LOCATION', closed: false },
  { level: 'LOCATION', closed: true },
  { level: 'UNIT', closed: true },
  { level: 'INSTITUTION', closed: true },
];

/** Hands the rows of a file to the register, some hundred at once; the file is read once per pass, so memory stays flat however long it is. */
export async function loadRegisterFile(path: string, ask: Client, loading: Loading): Promise<Summary> {
  const refused: { line: number; because: string }[] = [];
  const named = new Set<string>();
  for await (const each of readRegisterFile(path)) {
    if ('row' in each) named.add(each.row.number);
    else refused.push(each);
  }
  const counts = { CREATED: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  let done = 0;
  loading.begins(named.size);
  for (const pass of passes) {
    for await (const rows of chunksOf(path, pass)) {
      for (const { line, outcome, refusal } of await handIn(ask, rows)) {
        counts[outcome] += 1;
        if (refusal) refused.push({ line, because: refusal.because });
      }
      done += rows.length;
      loading.at(done, named.size);
    }
  }
  loading.ends();
  const missing = await countMissing(ask, named);
  return {
    created: counts.CREATED,
    changed: counts.CHANGED,
    unchanged: counts.UNCHANGED,
    refused: refused.sort((a, b) => a.line - b.line),
    missing,
  };
}

async function* chunksOf(path: string, { level, closed }: (typeof passes)[number]): AsyncGenerator<RegisterRow[]> {
  let rows: RegisterRow[] = [];
  for await (const each of readRegisterFile(path)) {
    if (!('row' in each) || each.row.level !== level || each.row.closed !== closed) continue;
    rows.push(each.row);
    if (rows.length === ROWS_AT_ONCE) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

async function handIn(ask: Client, rows: readonly RegisterRow[]): Promise<readonly LoadedRow[]> {
  const { data, errors } = await ask({
    query:
      'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { line number outcome refusal { code because } } } }',
    variables: { rows },
  });
  if (!data?.loadRegisterRows) throw new Error(`The register did not take lines ${rows[0]?.line} and on: ${errors?.[0]?.message}`);
  return data.loadRegisterRows.results;
}

async function countMissing(ask: Client, named: ReadonlySet<string>): Promise<number> {
  let missing = 0;
  let after: string | null = null;
  do {
    const { data }: ClientAnswer = await ask({
      query: 'query($after: Cursor) { daycares(first: 500, after: $after) { pageInfo { hasNextPage endCursor } nodes { number } } }',
      variables: { after },
    });
    for (const { number } of data?.daycares?.nodes ?? []) if (!named.has(number)) missing += 1;
    after = data?.daycares?.pageInfo.hasNextPage ? data.daycares.pageInfo.endCursor : null;
  } while (after);
  return missing;
}
