import type { ImportDecision } from '../deciding/import-decision.ts';
import type { PictureBefore } from '../deciding/picture-before.ts';
import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Person } from '../people/person.ts';
import type { Hold } from '../deciding/brake.ts';
import type { ImportNotice } from './import-notice.ts';
import type { ImportPlan, Picture } from './import-plan.ts';
import type { ImportRun, ImportSource, ImportState, LockedSource, SourceKey } from './import-run.ts';
import type { Newcomer } from './matching.ts';
import type { PlannedChange } from '../deciding/planned-change.ts';

/** What an import asks of storage, inside one transaction. */
export interface ImportStore {
  /** The instant that all of it is recorded at. */
  readonly at: number;
  readonly newId: () => string;
  /** The daycare with the active accesses by which these systems may send to it, held against change; UNAVAILABLE without a lease. */
  senders(
    daycare: string,
    systems: readonly string[],
  ): Promise<{ readonly daycare: KnownDaycare; readonly accesses: readonly KnownAccess[] } | undefined>;
  /** The source, locked; a new one where it was never heard of. */
  lockSource(key: SourceKey): Promise<LockedSource>;
  /** The same without a new row where it was never heard of. */
  knownSource(key: SourceKey): Promise<LockedSource>;
  /** The latest run of the very same document, beside those that only tried it. */
  runOf(key: SourceKey, document: string): Promise<ImportRun | undefined>;
  picture(key: SourceKey): Promise<Omit<Picture, 'claimed'>>;
  /** Who has these national numbers. */
  personsOf(numbers: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Which of these have a national number. */
  numbered(uniIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whom the source once meant by these local ids. */
  formerPersons(key: SourceKey, localIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A UniID for each newcomer: their own, or that of whoever another import brought with the same number a moment ago. */
  issue(newcomers: readonly Newcomer[]): Promise<ReadonlyMap<string, string>>;
  lockPersons(uniIds: readonly string[]): Promise<readonly Person[]>;
  /** Which of these anything outside this source says are protected: a present tie, or a line that was refused. */
  protectedElsewhere(uniIds: readonly string[], key: SourceKey): Promise<ReadonlySet<string>>;
  /** Keeps whom this source says to be protected without a tie of its own to say so, and drops what it says no more. */
  keepClaims(key: SourceKey, claims: Pick<ImportPlan, 'claimsBegun' | 'claimsEnded'>): Promise<void>;
  keepPersons(changed: readonly { readonly before: Person; readonly after: Person }[]): Promise<void>;
  /** Keeps what the plan changes, and its events. */
  keepPlan(key: SourceKey, plan: ImportPlan, actor: string): Promise<void>;
  /** Gives back their number to those of these who were erased, by what the document tells; null where it tells none. */
  revive(numbers: ReadonlyMap<string, string | null>): Promise<void>;
  /** Keeps the run with its notices, known by the document it came with and the access it came by; its event where it changed or refused anything. */
  keepRun(
    run: ImportRun,
    more: { readonly notices: readonly ImportNotice[]; readonly document: string; readonly actor: string; readonly access: string | null },
  ): Promise<void>;
  keepSource(source: ImportSource): Promise<void>;
  /** Keeps, sealed, what a run that waits was sent as and would do, with why it waits, until it is decided or its time is over. */
  keepWaiting(run: string, waiting: WaitingRun): Promise<void>;
  /** Ends the waiting of a held run: its new state, who brought it there, and its document is gone. */
  endWaiting(run: string, state: ImportState, decision: ImportDecision): Promise<void>;
  /** Keeps, sealed, what stood before a run. */
  keepBefore(run: string, before: PictureBefore, eraseAt: number): Promise<void>;
}

export interface WaitingRun {
  readonly document: string;
  readonly changes: readonly PlannedChange[];
  readonly hold: Hold | null;
  readonly eraseAt: number;
}
