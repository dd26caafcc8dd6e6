import { open, rename, rm, stat } from 'node:fs/promises';
import { type ExportedDaycare, exportedLine, headerLine } from './exported-columns.ts';

/** Writes the register's CSV under another name beside it, which becomes its own only when all is written: a cut file never looks whole. */
export async function writeRegisterFile(path: string, pages: AsyncIterable<readonly ExportedDaycare[]>): Promise<void> {
  await refuseUnlessFile(path);
  const unfinished = `${path}.${process.pid}.unfinished`;
  const file = await open(unfinished, 'w');
  try {
    await file.appendFile(`\uFEFF${headerLine}`);
    for await (const page of pages) await file.appendFile(page.map(exportedLine).join(''));
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } finally {
    await file.close();
    await rm(unfinished, { force: true });
  }
}

async function refuseUnlessFile(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile()) throw new Error(`${path} is there and is no file; name another.`);
}
