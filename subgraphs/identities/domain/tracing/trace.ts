import type { ImportNotice } from '../importing/import-notice.ts';
import type { ImportRun, ImportSource } from '../importing/import-run.ts';
import type { AccessState } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { ImportAttempt } from '../reading/import-attempt.ts';
import type { TieWithPerson } from '../reading/readings.ts';
import type { OneKey } from './person-key.ts';

/** How a person comes in, in this order (P1, P2). */
export type TraceStepKind = 'REGISTERED' | 'SENT' | 'TAKEN_IN' | 'IDENTITY_ISSUED' | 'ACTIVATED' | 'FETCHED';

export interface TraceStep {
  readonly kind: TraceStepKind;
  readonly done: boolean;
  readonly at: number | null;
  readonly message: string;
  readonly whoCanFix: string;
}

/** Where a person is on the way in, and who helps on. No sentence holds a value of the person. */
export interface PersonTrace {
  readonly steps: readonly TraceStep[];
  readonly next: string;
  readonly contact: string | null;
}

/** A notice of a source's last document about the person looked for. */
export interface TracedNotice extends Pick<ImportNotice, 'code' | 'severity' | 'localPersonId'> {
  readonly system: string;
  readonly source: string;
  readonly at: number;
}

/** A system with an access to fetch the daycare's persons, and when it last was shown this one. */
export interface TracedReader {
  readonly system: string;
  readonly state: AccessState;
  readonly fetchedAt: number | null;
}

/** All that is known of one person's way in. */
export interface TraceFacts {
  readonly daycare: KnownDaycare;
  readonly now: number;
  /** The tie that stands, else the one that ended last. */
  readonly tie: TieWithPerson | undefined;
  readonly notices: readonly TracedNotice[];
  readonly sources: readonly ImportSource[];
  /** What was sent last, newest first. */
  readonly runs: readonly ImportRun[];
  readonly tried: readonly ImportAttempt[];
  readonly readers: readonly TracedReader[];
}

/** What tracing asks of storage; each question is a bounded number of statements. */
export interface TraceReader {
  /** Ties of the daycare, ended ones too, standing ones first and the latest of each first. The protected are found by their alias only. */
  tiesBy(daycare: string, key: OneKey): Promise<readonly TieWithPerson[]>;
  /** What the last document of each source, or one that waits, had to say of these local ids. */
  noticesOf(daycare: string, localIds: readonly string[]): Promise<readonly TracedNotice[]>;
  lastRuns(daycare: string): Promise<readonly ImportRun[]>;
  triedSending(daycare: string): Promise<readonly ImportAttempt[]>;
  readersOf(daycare: string, tie: TieWithPerson | undefined): Promise<readonly TracedReader[]>;
}
