import type { Daycare, DaycareLevel, DaycareType, LifecycleStatus, Ownership } from './daycares/daycare.ts';
import type { DoneBy } from './daycares/daycare-event.ts';
import type { Finding } from './findings/findings.ts';
import type { PlannedAct, PlanState } from './plans/planned-act.ts';
import type { Transfer } from './transfers/transfer.ts';
import type { Verdicts } from './upkeep/judge-by-others.ts';
import type { Ground, Revision } from './upkeep/revision.ts';

/** What an act leaves behind. */
export interface Kept {
  readonly revisions: readonly Revision[];
  /** The daycare it is done to. */
  readonly subject: string;
  readonly by: DoneBy;
  readonly begun?: PlannedAct | undefined;
  readonly ended?: readonly { readonly id: string; readonly state: Exclude<PlanState, 'PENDING'> }[];
  /** What the other registers said of addresses and production units, by daycare. */
  readonly verdicts?: ReadonlyMap<string, Verdicts> | undefined;
}

/** What the register's actions ask of storage, inside one transaction. */
export interface Register {
  /** The instant that all of it is recorded at. */
  readonly at: number;
  /** The daycares of these numbers, locked in key order; a number that is nobody's is simply not among them. */
  lock(numbers: readonly string[]): Promise<ReadonlyMap<string, Daycare>>;
  /**
   * Daycares with all that stands, stood since an instant or will stand under them, what they stand under, and what they are to
   * stand under or to be followed by; locked from the top down.
   */
  ground(numbers: readonly string[], since: number, beside?: readonly string[]): Promise<Ground>;
  /** A number that was never anybody's (R10, R28). */
  issueNumber(): Promise<string>;
  issueId(): string;
  /** Keeps an act: what is believed now, what was believed before, its events and its plans. Answers what is found about the daycare it is done to. */
  keep(kept: Kept): Promise<readonly Finding[]>;
  /** Keeps older numbers, so that they resolve. */
  keepLegacyNumbers(pairs: readonly { readonly legacy: string; readonly number: string }[]): Promise<void>;
  /** A planned act that is still to be done, locked. */
  lockPlan(id: string): Promise<PlannedAct | undefined>;
  /** The one open transfer of a cluster; its row stays locked. */
  lockTransfer(id: string): Promise<Transfer | undefined>;
  openTransferOf(number: string): Promise<Transfer | undefined>;
  keepTransfer(transfer: Transfer): Promise<void>;
  /** Whether one of the later daycares follows, over however many steps, after one of the earlier. */
  followsAfter(later: readonly string[], earlier: readonly string[]): Promise<boolean>;
  dismissDouble(numbers: readonly [string, string], by: DoneBy, reason: string | null): Promise<void>;
}

export interface DaycareCriteria {
  readonly municipality?: string | null | undefined;
  readonly level?: DaycareLevel | null | undefined;
  readonly ownership?: readonly Ownership[] | null | undefined;
  readonly type?: readonly DaycareType[] | null | undefined;
  readonly status?: readonly LifecycleStatus[] | null | undefined;
  readonly finding?: readonly string[] | null | undefined;
  readonly text?: string | null | undefined;
  readonly institution?: string;
}
