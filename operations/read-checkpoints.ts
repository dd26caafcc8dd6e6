import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { type Checkpoint, checkpointReader, type LineFault } from '#shared/checkpoint.ts';
import { checkpointFile } from '#shared/checkpoint-file.ts';

/** Where checkpoints are kept, and the public keys they are verified by. */
export interface Evidence {
  readonly folder: string;
  readonly trusted: JSONWebKeySet;
}

/** A line that is not what it should be. An incomplete one is told and is no break: a crash leaves such a line. */
export interface LineNote {
  readonly line: number;
  readonly says: string;
  readonly isBreak: boolean;
}

/** The checkpoints of one subgraph's file that are signed as they should be, and what is to be said of the other lines. */
export interface FoundCheckpoints {
  readonly path: string;
  readonly checkpoints: readonly (Checkpoint & { readonly line: number })[];
  readonly notes: readonly LineNote[];
}

/** Reads a subgraph's checkpoints; undefined where there is no file of them. */
export async function readCheckpoints({ folder, trusted }: Evidence, subgraph: string): Promise<FoundCheckpoints | undefined> {
  const path = checkpointFile(folder, subgraph);
  if (!existsSync(path)) return undefined;
  const read = checkpointReader(trusted);
  const checkpoints: (Checkpoint & { readonly line: number })[] = [];
  const notes: LineNote[] = [];
  const reached = new Map<string, number>();
  let line = 0;
  for await (const text of (await open(path)).readLines()) {
    line += 1;
    if (text === '') continue;
    const found = await read(text);
    const wrong = 'fault' in found ? faultIn(found) : outOfLine(found.checkpoint, subgraph, reached);
    if (wrong) notes.push({ line, says: wrong, isBreak: !('fault' in found) || found.fault !== 'INCOMPLETE' });
    else if ('checkpoint' in found) checkpoints.push({ ...found.checkpoint, line });
  }
  return { path, checkpoints, notes };
}

const faults: Readonly<Record<LineFault, string>> = {
  INCOMPLETE: 'is incomplete, as a crash leaves a line that is being written; it vouches for nothing.',
  UNKNOWN_KEY: 'is signed by a key that is not among the keys given',
  BAD_SIGNATURE: 'has a signature that is not right: the line was changed, or forged',
  NO_CHECKPOINT: 'is signed, and is no checkpoint',
};

const faultIn = ({ fault, keyId }: { readonly fault: LineFault; readonly keyId?: string }): string =>
  keyId === undefined ? faults[fault] : `${faults[fault]} (key ${JSON.stringify(keyId.slice(0, 60))}).`;

/** What one process wrote goes on and on; lines of several may cross. */
function outOfLine({ subgraph, writer, position }: Checkpoint, expected: string, reached: Map<string, number>): string | undefined {
  if (subgraph !== expected) return `is a checkpoint of ${subgraph}, not of ${expected}.`;
  const before = reached.get(writer) ?? 0;
  reached.set(writer, Math.max(before, position));
  if (position > before) return undefined;
  return `is out of order: it is of position ${position} and stands behind one of position ${before} by the same process.`;
}

/** Of which log the checkpoints must be; those of another are told. */
export function ofThisLog({ checkpoints, notes, path }: FoundCheckpoints, logId: string): FoundCheckpoints {
  const others = checkpoints
    .filter((checkpoint) => checkpoint.logId !== logId)
    .map(({ line, logId: other }) => ({
      line,
      says: `is of another log, ${other}; this database holds ${logId}. Either the database was replaced, or the line is from elsewhere.`,
      isBreak: true,
    }));
  return {
    path,
    checkpoints: checkpoints.filter((checkpoint) => checkpoint.logId === logId),
    notes: [...notes, ...others].sort((a, b) => a.line - b.line),
  };
}
