import { readFileSync, statSync } from 'node:fs';
import { codeOf, fail, type Finding, warn } from './finding.ts';

/** A file with a secret in it: what it holds, and what is wrong with it as a file. */
export interface KeyFile {
  readonly text: string | undefined;
  readonly found: readonly Finding[];
}

/** Reads a file that only its owner should be able to read. */
export function keyFile(about: string, path: string): KeyFile {
  try {
    const text = readFileSync(path, 'utf8');
    const open = statSync(path).mode & 0o077;
    return {
      text,
      found: open
        ? [warn(about, `${path} can be read by others than its owner.`, `chmod 600 ${path}, as the user that runs the process.`)]
        : [],
    };
  } catch (fault) {
    return {
      text: undefined,
      found: [
        fail(
          about,
          `${path} cannot be read: ${codeOf(fault)}.`,
          'Put the file back from where its copy is kept; only where there never was one, npm run make-keys makes it.',
        ),
      ],
    };
  }
}

/** JSON, or undefined; no fault repeats what was read. */
export function jsonIn<Told>(text: string): Partial<Told> | undefined {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null && !Array.isArray(told) ? { ...told } : undefined;
  } catch {
    return undefined;
  }
}
