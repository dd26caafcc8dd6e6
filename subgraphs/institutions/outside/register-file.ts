import type { RegisterRow } from '../domain/upkeep/register-row.ts';
import { type CsvRecord, readCsvRecords } from './csv-records.ts';
import { NotTheRegister } from './not-the-register.ts';
import { type Columns, levels, rowFrom } from './register-columns.ts';

/** A line of the register's own export: a row, or why it is none. */
export type FileLine = { readonly line: number; readonly row: RegisterRow } | { readonly line: number; readonly because: string };

const required = [
  'dagtilbudsType',
  'daginstitutionsNummer',
  'anvisningsenhedsNummer',
  'alternativAdresseNummer',
  'dagtilbudsNavn',
  'ejerformKode',
  'instType3',
  'aktivitetsstatus',
  'admKommuneKode',
  'vejNavn',
  'husNummer',
  'postNummer',
  'byNavn',
  'geoBredde',
  'geoLaengde',
  'cvrNummer',
  'pNummer',
] as const;
/** No value of the register comes near this many characters. */
const LONGEST_VALUE = 1000;
const otherLine = new RegExp(`\\n"?(${Object.keys(levels).join('|')})"?;`);

/** Reads the register's CSV export line by line: semicolons, UTF-8 with or without byte-order mark, decimal comma. */
export async function* readRegisterFile(path: string): AsyncGenerator<FileLine> {
  let header: readonly string[] | undefined;
  for await (const record of readCsvRecords(path)) {
    if (header) yield lineFrom(header, record);
    else header = headerFrom(record);
  }
  if (!header) throw new NotTheRegister('The file is empty; fetch or export it again.');
}

function headerFrom({ values, isWhole }: CsvRecord): readonly string[] {
  const missing = required.filter((column) => !values.includes(column));
  if (missing.length > 0)
    throw new NotTheRegister(
      `The first line is not the register's header; these columns are missing: ${missing.join(', ')}. Columns are separated by semicolons.`,
    );
  if (!isWhole) throw new NotTheRegister('The file ends in its header: it is cut, or has no rows. Fetch or export it again.');
  const twice = values.find((column, index) => column !== '' && values.indexOf(column) !== index);
  if (twice) throw new NotTheRegister(`The header names the column ${twice} twice; take out one of the two.`);
  return values;
}

function lineFrom(header: readonly string[], record: CsvRecord): FileLine {
  const { line, values, isWhole } = record;
  if (!isWhole)
    return {
      line,
      because:
        'The file ends in the middle of this line, so it may be cut: fetch it again, or end the line with a line break if it is whole.',
    };
  if (values.includes('dagtilbudsType') && values.includes('dagtilbudsNavn')) return repeatedHeader(header, values, line);
  const misread = misreadIn(header, record);
  if (misread) return { line, because: misread };
  const long = header.find((_, index) => (values[index]?.length ?? 0) > LONGEST_VALUE);
  if (long) return { line, because: `${long} has more than ${LONGEST_VALUE} characters; shorten it.` };
  const columns: Columns = Object.fromEntries(header.map((name, index) => [name, values[index]]));
  const faults: string[] = [];
  const row = rowFrom(columns, line, (because) => faults.push(because));
  return row && faults.length === 0 ? { line, row } : { line, because: faults.join(' ') };
}

/** Why a line was not read as it was meant: a semicolon too many, or a stray quotation mark that took in the lines below. */
function misreadIn(header: readonly string[], { line, lastLine, values }: CsvRecord): string | undefined {
  const hasColumns = values.length === header.length;
  if (lastLine > line && (!hasColumns || values.some((value) => otherLine.test(value))))
    return `A quotation mark holds lines ${line} to ${lastLine} together; close it where its value ends.`;
  if (hasColumns) return undefined;
  return `The line has ${values.length} columns where the header has ${header.length}; a value that holds a semicolon stands in quotation marks.`;
}

/** What stands below a second header is read by the first; that is right only where the two are alike. */
function repeatedHeader(header: readonly string[], values: readonly string[], line: number): FileLine {
  if (values.join(';') === header.join(';')) return { line, because: 'The line is the header once more; take it out.' };
  throw new NotTheRegister(`Line ${line} is a second header that differs from the first: two files in one. Load them one by one.`);
}
