import type { Client } from '#shared/graphql-client.ts';
import type { DaycareLevel } from '../domain/daycares/daycare.ts';
import type { LoadedRow, RegisterRow } from '../domain/upkeep/register-row.ts';
import { daycarePages } from './daycare-pages.ts';
import { chunksOf, type Survey, surveyFile } from './file-rows.ts';
import { type NumberSet, numberSet } from './number-set.ts';
import type { Progress } from './progress.ts';
import { type RefusedLine, refusedLines } from './refused-lines.ts';

const MOST_KEPT = 50;

/** What became of a file. */
export interface Summary {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** The first of the refused, by line. */
  readonly firstRefused: readonly RefusedLine[];
  /** Open daycares in the register that the file does not name; they are told, never acted on. */
  readonly missing: number;
}

/** Hands the rows of a file to the register; the file is read once per pass, so memory stays flat however long it is. */
export async function loadRegisterFile(path: string, ask: Client, progress: Progress): Promise<Summary> {
  const refused = refusedLines(MOST_KEPT);
  const { named, rows } = await surveyFile(path, refused);
  const total = rows.INSTITUTION + rows.UNIT + rows.LOCATION;
  const counts = { CREATED: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  let done = 0;
  progress.begins(total);
  try {
    for await (const settled of settledRows(path, ask, rows)) {
      for (const { line, outcome, refusal } of settled) {
        counts[outcome] += 1;
        if (refusal) refused.add({ line, because: refusal.because });
      }
      done += settled.length;
      progress.at(done, total);
    }
  } finally {
    progress.ends();
  }
  return {
    created: counts.CREATED,
    changed: counts.CHANGED,
    unchanged: counts.UNCHANGED,
    refused: refused.count(),
    firstRefused: refused.first(),
    missing: await countMissing(ask, named),
  };
}

/** Parents come before their children (R9); a closing whose children are open still comes again behind theirs (R29). */
const passes = [
  { level: 'INSTITUTION', again: false },
  { level: 'UNIT', again: false },
  { level: 'LOCATION', again: false },
  { level: 'UNIT', again: true },
  { level: 'INSTITUTION', again: true },
] as const satisfies readonly { level: DaycareLevel; again: boolean }[];

/** What became of the rows, in the order the register needs them, whatever order the file has them in. */
async function* settledRows(path: string, ask: Client, rows: Survey['rows']): AsyncGenerator<readonly LoadedRow[]> {
  const waiting = { numbers: numberSet(), rows: { INSTITUTION: 0, UNIT: 0, LOCATION: 0 } };
  for (const { level, again } of passes) {
    const isWanted = (row: RegisterRow) => row.level === level && (!again || waiting.numbers.has(row.number));
    const comesAgain = ({ refusal }: LoadedRow) => !again && refusal?.code === 'HAS_OPEN_CHILDREN';
    for await (const chunk of chunksOf(path, again ? waiting.rows[level] : rows[level], isWanted)) {
      const results = await handIn(ask, chunk);
      for (const { number } of results.filter(comesAgain)) {
        waiting.numbers.add(number);
        waiting.rows[level] += 1;
      }
      yield results.filter((result) => !comesAgain(result));
    }
  }
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

async function countMissing(ask: Client, named: NumberSet): Promise<number> {
  let missing = 0;
  for await (const { nodes } of daycarePages<{ readonly number: string }>(ask, { filter: { status: ['ACTIVE'] }, selection: 'number' }))
    for (const { number } of nodes) if (!named.has(number)) missing += 1;
  return missing;
}
