import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { RegisterRow } from '../domain/upkeep/register-row.ts';
import { type Columns, rowFrom } from './register-columns.ts';

/** A line of the register's own export: a row, or why it is none. */
export type FileLine = { readonly line: number; readonly row: RegisterRow } | { readonly line: number; readonly because: string };

/** A file that is not the register's export at all; nothing of it is taken. */
export class NotTheRegister extends Error {}

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

/** Reads the register's CSV export line by line: semicolons, UTF-8 with or without byte-order mark, decimal comma. */
export async function* readRegisterFile(path: string): AsyncGenerator<FileLine> {
  const parser = parse({
    delimiter: ';',
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n'],
  });
  const bytes = createReadStream(path);
  const decoded = Readable.fromWeb(Readable.toWeb(bytes).pipeThrough(new TextDecoderStream('utf-8', { fatal: true, ignoreBOM: true })));
  decoded.on('error', (fault) => parser.destroy(fault));
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of decoded.pipe(parser)) {
      if (header) yield lineFrom(header, record, info.lines);
      else header = headerFrom(record);
    }
  } catch (fault) {
    throw told(fault);
  }
  if (!header) throw new NotTheRegister('The file is empty.');
}

function told(fault: unknown): unknown {
  if (fault instanceof TypeError) return new NotTheRegister('The file is not UTF-8; export it again as UTF-8.');
  if (fault instanceof CsvError) return new NotTheRegister(`The file is not the register's CSV: ${fault.code} at line ${fault.lines}.`);
  return fault;
}

function headerFrom(record: readonly string[]): readonly string[] {
  const missing = required.filter((column) => !record.includes(column));
  if (missing.length === 0) return record;
  throw new NotTheRegister(
    `The first line is not the register's header; these columns are missing: ${missing.join(', ')}. Columns are separated by semicolons.`,
  );
}

function lineFrom(header: readonly string[], record: readonly string[], line: number): FileLine {
  if (record.length !== header.length)
    return { line, because: `The line has ${record.length} columns where the header has ${header.length}.` };
  const columns: Columns = Object.fromEntries(header.map((name, index) => [name, record[index]?.trim()]));
  const faults: string[] = [];
  const row = rowFrom(columns, line, (because) => faults.push(because));
  return row && faults.length === 0 ? { line, row } : { line, because: faults.join(' ') };
}
