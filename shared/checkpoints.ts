import { randomUUID } from 'node:crypto';
import { type Checkpoint, checkpointReader, signCheckpoint } from './checkpoint.ts';
import { appendLine, checkpointFile, newestLines } from './checkpoint-file.ts';
import type { CheckpointSetup } from './checkpoint-setup.ts';
import type { Database } from './database.ts';
import { hashAt, readHead } from './event-log.ts';
import type { LogHead } from './event-log-tables.ts';
import { describeFault } from './fault-log.ts';
import type { Log } from './present-error.ts';

const EVENTS = 1_000;
const HOUR = 60 * 60 * 1000;
const LOOK_EVERY = 1_000;

/** The writing of checkpoints, while a subgraph runs. */
export interface Checkpoints {
  /** Looks whether one is due, and writes it. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export interface CheckpointParts {
  readonly checkpoints?: CheckpointSetup | undefined;
  readonly log: Log;
}

/** Signs the end of the log when a thousand events came since the last time, or an hour has passed with something new. */
export function writeCheckpoints(database: Database, subgraph: string, { checkpoints, log }: CheckpointParts): Checkpoints {
  if (!checkpoints) return { look: async () => {}, stop: async () => {} };
  const look = lookingAt(database, subgraph, checkpoints);
  let told: string | undefined;
  const tell = (sentence: string | undefined, facts: object) => {
    if (sentence && sentence !== told) log.error({ subgraph, ...facts }, sentence);
    told = sentence; // said once, not at every look
  };
  const tick = () =>
    look().then(
      (refused) => tell(refused, {}),
      (fault: unknown) => tell('a checkpoint could not be written', describeFault(fault)),
    );
  let running: Promise<void> | undefined;
  const lookOnce = () => {
    running ??= tick().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(lookOnce, LOOK_EVERY);
  timer.unref();
  return {
    look: lookOnce,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

const NOT_ITS_LOG =
  'the event log no longer holds what its last checkpoint vouches for, so no more are signed: npm run verify-log says what became of it';

/** One look: writes what is due; answers why it does not sign, if it will not. */
function lookingAt(database: Database, subgraph: string, { folder, key, trusted }: CheckpointSetup): () => Promise<string | undefined> {
  const file = checkpointFile(folder, subgraph);
  const read = checkpointReader(trusted);
  const writer = randomUUID();
  let last: Checkpoint | undefined;
  const newest = async () => {
    for (const line of await newestLines(file)) {
      const found = await read(line);
      if ('checkpoint' in found) return found.checkpoint;
    }
    return undefined;
  };
  return async () => {
    if (!isDue(await database.read(readHead), last, database.clock())) return undefined;
    // What others wrote is read before the log's end, which then cannot lie before it.
    last = await newest();
    const head = await database.read(readHead);
    if (last && !(await holds(database, head, last))) return NOT_ITS_LOG;
    const at = database.clock();
    if (!isDue(head, last, at)) return undefined;
    const checkpoint = { logId: head.logId, subgraph, position: head.position, hash: head.hash, at, writer };
    await appendLine(file, await signCheckpoint(checkpoint, key));
    last = checkpoint;
    return undefined;
  };
}

/** A log that stands before its last checkpoint is looked into at once; so is a clock that does. */
function isDue({ position }: LogHead, last: Checkpoint | undefined, now: number): boolean {
  if (!last) return position > 0;
  const since = position - last.position;
  return since < 0 || since >= EVENTS || (since > 0 && (now - last.at >= HOUR || now < last.at));
}

async function holds(database: Database, { logId }: LogHead, last: Checkpoint): Promise<boolean> {
  return logId === last.logId && (await database.read((manager) => hashAt(manager, last.position))) === last.hash;
}
