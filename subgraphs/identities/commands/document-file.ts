import { createReadStream, statSync } from 'node:fs';

/** What a supplier's system may send at once. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** A document as it stands in a file: today's, which is XML, or our own, which is JSON; or why it is neither. */
export type DocumentFile = { readonly xml: string } | { readonly input: unknown } | { readonly unfit: string };

/** Reads a document; what it begins with says which form it has. Of a file that is too large no more is read than shows it. */
export async function readDocumentFile(file: string): Promise<DocumentFile> {
  const bytes = await bytesOf(file);
  if (!bytes) return { unfit: `is larger than ${LARGEST_FILE / 1024 / 1024} MB; a document is of one daycare, and no such is so large.` };
  if (isUtf16(bytes)) return { unfit: 'is UTF-16; write it as UTF-8.' };
  const text = textOf(bytes);
  if (text === undefined) return { unfit: 'is not UTF-8, whatever it says of itself; write it as UTF-8.' };
  if (!text.trim()) return { unfit: 'is empty.' };
  return text.trimStart().startsWith('<') ? { xml: text } : inputOf(text);
}

/** What stands in a file; nothing where that is too much. A pipe has no size until it has been read. */
async function bytesOf(file: string): Promise<Buffer | undefined> {
  if (statSync(file).size > LARGEST_FILE) return undefined;
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of createReadStream(file)) {
    chunks.push(chunk);
    read += chunk.length;
    if (read > LARGEST_FILE) return undefined;
  }
  return Buffer.concat(chunks);
}

const isUtf16 = ([first, second]: Buffer): boolean => (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function inputOf(text: string): DocumentFile {
  try {
    return { input: JSON.parse(text) };
  } catch {
    return { unfit: 'is neither XML, which begins with <, nor JSON.' };
  }
}
