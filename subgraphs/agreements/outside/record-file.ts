import { open, rename, rm, stat } from 'node:fs/promises';
import { recordHeader, recordLine, type ToldProcessing } from './record-columns.ts';

/** Writes a record under another name beside it, which becomes its own only when all is written: a cut file never looks whole. */
export async function writeRecordFile(path: string, pages: AsyncIterable<readonly ToldProcessing[]>): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile()) throw new Error(`${path} is there and is no file; name another.`);
  const unfinished = `${path}.${process.pid}.unfinished`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.appendFile(`\uFEFF${recordHeader}`);
    for await (const page of pages) await file.appendFile(page.map(recordLine).join(''));
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } finally {
    await file.close();
    await rm(unfinished, { force: true });
  }
}
