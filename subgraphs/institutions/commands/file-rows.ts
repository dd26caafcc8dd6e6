import type { DaycareLevel } from '../domain/daycares/daycare.ts';
import type { RegisterRow } from '../domain/upkeep/register-row.ts';
import { NotTheRegister } from '../outside/not-the-register.ts';
import { type FileLine, readRegisterFile } from '../outside/register-file.ts';
import { type NumberSet, numberSet } from './number-set.ts';
import type { RefusedLines } from './refused-lines.ts';

const ROWS_AT_ONCE = 100;
/** Well under what a server takes at once, however long the texts are. */
const BYTES_AT_ONCE = 100_000;

/** What a file holds: the numbers its rows name, and how many rows there are of each level. */
export interface Survey {
  readonly named: NumberSet;
  readonly rows: Readonly<Record<DaycareLevel, number>>;
}

/** Reads a file once to its end, before anything of it is handed in: a file that is cut or none of the register is found out here. */
export async function surveyFile(path: string, refused: RefusedLines): Promise<Survey> {
  const named = numberSet();
  const rows = { INSTITUTION: 0, UNIT: 0, LOCATION: 0 };
  for await (const each of distinctLines(path)) {
    if (!('row' in each)) refused.add(each);
    else {
      named.add(each.row.number);
      rows[each.row.level] += 1;
    }
  }
  return { named, rows };
}

/** So many rows of a file that are wanted, some hundred at once; reading ends with the last of them. */
export async function* chunksOf(path: string, count: number, isWanted: (row: RegisterRow) => boolean): AsyncGenerator<RegisterRow[]> {
  let chunk: RegisterRow[] = [];
  let bytes = 0;
  for await (const row of wantedRows(path, count, isWanted)) {
    const more = Buffer.byteLength(JSON.stringify(row));
    if (chunk.length === ROWS_AT_ONCE || (chunk.length > 0 && bytes + more > BYTES_AT_ONCE)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(row);
    bytes += more;
  }
  if (chunk.length > 0) yield chunk;
}

async function* wantedRows(path: string, count: number, isWanted: (row: RegisterRow) => boolean): AsyncGenerator<RegisterRow> {
  let left = count;
  if (left === 0) return;
  try {
    for await (const each of distinctLines(path)) {
      if (!('row' in each) || !isWanted(each.row)) continue;
      left -= 1;
      yield each.row;
      if (left === 0) return;
    }
  } catch (fault) {
    throw fault instanceof NotTheRegister ? fileChanged() : fault;
  }
  throw fileChanged();
}

const fileChanged = () => new Error('The file changed while it was loaded.');

/** The lines of a file, where a number that came before is refused: of two rows for one daycare only one can be right. */
async function* distinctLines(path: string): AsyncGenerator<FileLine> {
  const seen = numberSet();
  for await (const each of readRegisterFile(path)) {
    if ('because' in each || seen.add(each.row.number)) yield each;
    else
      yield {
        line: each.line,
        because: `${each.row.number} came in an earlier line, which is the one taken; take out the one that is wrong.`,
      };
  }
}
