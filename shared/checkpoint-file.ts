import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import { trustedKeys } from './keys.ts';

const NEWEST_LINES = 8_192;

/** Where a subgraph's checkpoints stand, a line each. */
export const checkpointFile = (folder: string, subgraph: string): string => join(folder, `${subgraph}.jsonl`);
/** Where the public keys stand by which they are verified. */
export const publishedKeys = (folder: string): string => join(folder, 'key.json');

/**
 * Adds a line and makes it durable. Several processes may add to one file: it is opened for appending only and each line is
 * one write, so lines never mix; a line that a crash left incomplete is ended first, so it hides none behind it.
 */
export async function appendLine(path: string, line: string): Promise<void> {
  const file = await open(path, 'a+', 0o644);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.from(`${(await endsOpen(file, size)) ? '\n' : ''}${line}\n`);
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten !== bytes.length) throw new Error('A checkpoint could not be written whole.');
    await file.sync();
    if (size === 0) await syncFolder(dirname(path));
  } finally {
    await file.close();
  }
}

async function endsOpen(file: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

/** The last lines of a file, newest first; none where there is no file yet. */
export async function newestLines(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - NEWEST_LINES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.toString('utf8', 0, bytesRead).split('\n').filter(Boolean).reverse();
  } finally {
    await file.close();
  }
}

/** Publishes the public half of a key beside those that are there already, and answers all of them. */
export async function publishKey(folder: string, key: JWK): Promise<JSONWebKeySet> {
  await mkdir(folder, { recursive: true });
  const path = publishedKeys(folder);
  const { keys }: JSONWebKeySet = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : { keys: [] };
  const known = keys.find(({ kid }) => kid === key.kid);
  if (known && known.x !== key.x) throw new Error(`Another key is published as ${key.kid} in ${path}: each key needs a name of its own.`);
  if (known) return { keys };
  const all = trustedKeys([...keys, key]);
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, JSON.stringify(all, null, 2), { flush: true });
  await rename(fresh, path);
  await syncFolder(folder);
  return all;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
