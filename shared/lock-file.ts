import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which process has the files of a data folder, and where it can be asked. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
}

const fileIn = (folder: string) => join(folder, 'lock.json');

/** The living process that has a data folder, if one has. */
export function holderOf(folder: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    process.kill(holder.pid, 0);
    return holder;
  } catch {
    return undefined;
  }
}

/** Takes a data folder for this process, making it if need be, or says who has it. Answers how to give it back. */
export function holdFolder(folder: string, url: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const holder = holderOf(folder);
  if (holder && holder.pid !== process.pid)
    throw new Error(
      `The data folder ${folder} is in use by process ${holder.pid} at ${holder.url}; stop that first, or set TILSLUT_DATA to another folder.`,
    );
  rmSync(fileIn(folder), { force: true });
  writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, url } satisfies Holder), { flag: 'wx' });
  return () => rmSync(fileIn(folder), { force: true });
}
