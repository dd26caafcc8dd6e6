import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { NotTheRegister } from './not-the-register.ts';

/** Some lines of a file, without their line feeds; only the last line of a file can be unended. */
export interface TextLines {
  readonly first: number;
  readonly texts: readonly string[];
  readonly ended: boolean;
}

/** No line of the register comes near this many bytes. */
const LONGEST_LINE = 1024 * 1024;
const LINE_FEED = 10;

/** Reads a UTF-8 file, with or without byte-order mark, some lines at once; memory stays flat however long it is. */
export async function* readTextLines(path: string): AsyncGenerator<TextLines> {
  let rest: Buffer = Buffer.alloc(0);
  let first = 1;
  let isBegun = false;
  for await (const chunk of chunksOf(path)) {
    const bytes = isBegun ? Buffer.concat([rest, chunk]) : withoutMark(chunk);
    isBegun = true;
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const texts = decoded(bytes.subarray(0, end - 1), first).split('\n');
      yield { first, texts, ended: true };
      first += texts.length;
    }
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE)
      throw new NotTheRegister(`Line ${first} is longer than any line of the register; export the file again.`);
  }
  if (rest.length > 0) yield { first, texts: [decodedEnd(rest, first)], ended: false };
}

const chunksOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: 256 * 1024 });

function withoutMark(start: Buffer): Buffer {
  const mark = start.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe') || mark.startsWith('feff'))
    throw new NotTheRegister('The file is UTF-16; save or export it as CSV in UTF-8.');
  return mark === 'efbbbf' ? start.subarray(3) : start;
}

function decodedEnd(bytes: Buffer, line: number): string {
  if (!isUtf8(bytes) && isBegunUtf8(bytes))
    throw new NotTheRegister(`The file ends in the middle of a character, in line ${line}: it is cut. Fetch or export it again.`);
  return decoded(bytes, line);
}

function isBegunUtf8(bytes: Buffer): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }).length >= 0;
  } catch {
    return false;
  }
}

function decoded(bytes: Buffer, first: number): string {
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  let start = 0;
  for (let line = first; start < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    refuseUnlessText(end < 0 ? bytes.subarray(start) : bytes.subarray(start, end), line);
    start = end < 0 ? bytes.length : end + 1;
  }
  throw new NotTheRegister('The file is not UTF-8; save or export it again as CSV in UTF-8.');
}

function refuseUnlessText(bytes: Buffer, line: number): void {
  if (bytes.includes(0))
    throw new NotTheRegister(
      `Line ${line} holds a NUL byte, as a damaged file or one in UTF-16 does; fetch or export it again as CSV in UTF-8.`,
    );
  if (!isUtf8(bytes)) throw new NotTheRegister(`Line ${line} is not UTF-8; save or export the file again as CSV in UTF-8.`);
}
