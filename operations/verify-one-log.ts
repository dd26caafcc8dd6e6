import { existsSync } from 'node:fs';
import { judgeEnds } from './judge-ends.ts';
import type { Break } from './log-break.ts';
import { type LogSource, NoEventLog } from './log-source.ts';
import { mysqlLog } from './mysql-log.ts';
import { type Evidence, type FoundCheckpoints, ofThisLog, readCheckpoints } from './read-checkpoints.ts';
import { sqliteLog } from './sqlite-log.ts';
import { walkChain } from './walk-chain.ts';
import { type Agreed, witnessesFrom } from './witnesses.ts';

/** A subgraph's log, and where its database is. */
export interface LogPlace {
  readonly subgraph: string;
  readonly url: string;
}

/** What was found of one log: so many events hold, from the first on, and what is wrong behind them. */
export interface Verdict extends Agreed {
  readonly subgraph: string;
  readonly events: number;
  /** Of so many of them the facts were erased, as they may be. */
  readonly erased: number;
  readonly found: Break | undefined;
  /** Undefined where there is no file of checkpoints. */
  readonly checkpoints: FoundCheckpoints | undefined;
}

/** Who is told how far it has come. */
export type Progress = (subgraph: string, done: number, of: number | undefined) => void;

/** Verifies one log and its checkpoints; reads only. */
export async function verifyOneLog(place: LogPlace, evidence: Evidence, progress: Progress = () => {}): Promise<Verdict> {
  // Checkpoints first: what they vouch for was committed then, so a log that is read afterwards must have it.
  const told = await readCheckpoints(evidence, place.subgraph);
  const source = await openLog(place.url);
  if (!source) return noLog('NO_LOG', place.subgraph, told);
  try {
    const verdict = await verify(place.subgraph, source, { told, progress });
    if (!source.wasDisturbed()) return verdict;
  } catch (fault) {
    if (!source.wasDisturbed()) {
      if (fault instanceof NoEventLog) return noLog(fault.kind, place.subgraph, told);
      throw fault;
    }
  } finally {
    await source.close();
  }
  return verifyOneLog(place, evidence, progress);
}

async function openLog(url: string): Promise<LogSource | undefined> {
  if (!url.startsWith('sqlite:')) return mysqlLog(url);
  const file = url.slice('sqlite:'.length);
  return existsSync(file) ? sqliteLog(file) : undefined;
}

interface Hearing {
  readonly told: FoundCheckpoints | undefined;
  readonly progress: Progress;
}

async function verify(subgraph: string, source: LogSource, { told, progress }: Hearing): Promise<Verdict> {
  const ends = await source.ends();
  const checkpoints = told && ends.head ? ofThisLog(told, ends.head.logId) : told;
  const witnesses = witnessesFrom(checkpoints?.checkpoints ?? []);
  const { position, hash, erased, found } = await walkChain(source, {
    lastEvent: ends.lastEvent,
    witness: witnesses.hear,
    progress: (done) => progress(subgraph, done, ends.lastEvent),
  });
  return {
    subgraph,
    events: position,
    erased,
    found: found ?? judgeEnds(ends, { position, hash }) ?? witnesses.beyond(position),
    checkpoints,
    ...witnesses.agreed(),
  };
}

const noLog = (kind: NoEventLog['kind'], subgraph: string, checkpoints: FoundCheckpoints | undefined): Verdict => ({
  subgraph,
  events: 0,
  erased: 0,
  found: { kind, position: 0, says: whyNone[kind] },
  checkpoints,
  agreeing: 0,
  lastAgreeing: undefined,
});

const whyNone: Readonly<Record<NoEventLog['kind'], string>> = {
  NO_LOG: 'There is no event log here: the database, or its tables, are gone or elsewhere.',
  UNREADABLE: 'The database is damaged: the engine cannot read it.',
};
