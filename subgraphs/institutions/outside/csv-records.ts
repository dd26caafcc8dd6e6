import { splitValues } from './csv-line.ts';
import { NotTheRegister } from './not-the-register.ts';
import { readTextLines } from './text-lines.ts';

/** A record of a CSV file; not whole where the file ends without a line break behind it, as one that was cut does. */
export interface CsvRecord {
  readonly line: number;
  readonly lastLine: number;
  readonly values: readonly string[];
  readonly isWhole: boolean;
}

/** No record of the register that goes over several lines comes near this many characters. */
const LONGEST_RECORD = 64 * 1024;

/** Reads a CSV file record by record, each with the line it begins at; empty ones are passed over. */
export async function* readCsvRecords(path: string): AsyncGenerator<CsvRecord> {
  let open: { readonly line: number; readonly text: string } | undefined;
  for await (const { first, texts, ended } of readTextLines(path)) {
    for (const [index, read] of texts.entries()) {
      const line: number = open?.line ?? first + index;
      const text: string = open ? `${open.text}\n${read}` : read;
      const values = open && !read.includes('"') ? undefined : splitValues(text);
      open = values ? undefined : { line, text };
      if (open && text.length > LONGEST_RECORD) throw notClosed(line);
      if (values?.some((value) => value !== '')) yield { line, lastLine: first + index, values, isWhole: ended };
    }
  }
  if (open) throw notClosed(open.line);
}

const notClosed = (line: number) =>
  new NotTheRegister(
    `A quotation mark in line ${line} is not closed: the file is cut, or the mark has none to end its value. Fetch the file again, or mend the line.`,
  );
