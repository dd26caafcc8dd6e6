import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, warn } from '../finding.ts';

const GIGABYTE = 1024 ** 3;

/** Whether there is room where this machine writes: the data folder, and the checkpoints. */
export const checkDisk: Check = async ({ installation: { dataFolder, checkpoints } }) => {
  const folders = [...new Set([dataFolder, checkpoints])].filter((folder) => folder !== undefined && existsSync(folder));
  return Promise.all(
    folders.map(async (folder = '') => {
      const { bavail, blocks, bsize } = await statfs(folder);
      return judgeSpace(folder, { free: bavail * bsize, size: blocks * bsize });
    }),
  );
};

/** A disk's room, in bytes. A full one stops every write. */
export function judgeSpace(folder: string, { free, size }: { readonly free: number; readonly size: number }): Finding {
  const told = `${folder}: ${(free / GIGABYTE).toFixed(1)} GB free of ${(size / GIGABYTE).toFixed(1)}`;
  if (free < GIGABYTE / 4)
    return fail('disk', `${told}.`, 'Make room now: where it is full nothing can be written, and so no person can be read.');
  if (free < GIGABYTE * 2 || free < size / 20)
    return warn('disk', `${told}.`, 'Make room, or move the folder to a larger disk, before it is full.');
  return ok('disk', `${told}.`);
}
