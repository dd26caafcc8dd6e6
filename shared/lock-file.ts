import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which process has the files of a data folder, and where it can be asked, if it listens. */
export interface Holder {
  readonly pid: number;
  readonly url: string | null;
}

/** A data folder that this process has. */
export interface HeldFolder {
  /** Tells where this process can be asked. */
  announce(url: string): void;
  release(): void;
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

/** Takes a data folder for this process, making it if need be, or says who has it. */
export function holdFolder(folder: string): HeldFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileIn(folder);
  const holder = holderOf(folder);
  if (holder && holder.pid !== process.pid) throw new Error(inUse(folder, holder));
  rmSync(file, { force: true });
  const write = (url: string | null, flag: 'wx' | 'w') =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, url } satisfies Holder), { flag });
  write(null, 'wx');
  return { announce: (url) => write(url, 'w'), release: () => rmSync(file, { force: true }) };
}

const inUse = (folder: string, { pid, url }: Holder) =>
  `The data folder ${folder} is in use by process ${pid}${url ? ` at ${url}` : ''}; stop that first, or set TILSLUT_DATA to another folder.`;
