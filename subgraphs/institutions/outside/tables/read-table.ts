import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Parser, parse } from 'csv-parse';
import { type Table, type TableLines, tableLines } from './table-lines.ts';
import { UnusableFile } from './unusable-file.ts';

/** So many bytes are gone through before others get their turn: a few milliseconds. */
const chunk = 16_384;
const lineFeed = 10;

/** Reads a CSV file of any size, in UTF-8, with commas or semicolons as its header has them; answers what is to be said of it, if anything. */
export async function readTable(path: string, table: Table): Promise<string | undefined> {
  const lines = tableLines(table);
  const bytes = { last: lineFeed };
  const handle = await open(path);
  try {
    const file = handle.createReadStream({ start: 0, autoClose: false, highWaterMark: chunk });
    await pipeline(file, (chunks) => checked(chunks, bytes), parserInto(lines, await separatorIn(handle)));
  } catch (fault) {
    throw fault instanceof CsvError ? new UnusableFile(`is not CSV from line ${fault.lines} on (${fault.code}); export it again.`) : fault;
  } finally {
    await handle.close();
  }
  if (lines.endsShort() && bytes.last !== lineFeed) throw cutOff();
  return lines.remark();
}

async function separatorIn(handle: FileHandle): Promise<';' | ','> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(chunk), { position: 0 });
  const [header = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
  return header.includes(';') ? ';' : ',';
}

function parserInto(lines: TableLines, delimiter: string): Parser {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: 65_536,
    on_record: (record: readonly string[], place) => {
      lines.add(record, place.lines);
      return null;
    },
  });
  return parser.resume();
}

/** The bytes as they come, seen to be UTF-8. */
async function* checked(chunks: AsyncIterable<Buffer>, bytes: { last: number }): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    if (!decodes(() => decoder.decode(chunk, { stream: true }))) throw new UnusableFile('is not UTF-8; export it again as UTF-8.');
    bytes.last = chunk.at(-1) ?? bytes.last;
    yield chunk;
  }
  if (!decodes(() => decoder.decode())) throw cutOff();
}

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

const cutOff = () => new UnusableFile('is cut off in the middle of its last line; copy it again, whole.');
