import type { Daycare, DaycareLevel, DaycareType, LifecycleStatus, Ownership } from './daycares/daycare.ts';
import type { DaycareStep, DoneBy } from './daycares/daycare-event.ts';

/** What the register's actions ask of storage, inside one transaction. */
export interface Register {
  /** The instant that all of it is recorded at. */
  readonly at: number;
  /** The daycares of these numbers, locked in key order; a number that is nobody's is simply not among them. */
  lock(numbers: readonly string[]): Promise<ReadonlyMap<string, Daycare>>;
  /** Daycares, each with everything under it that is not closed, locked in key order. */
  lockFamilies(numbers: readonly string[]): Promise<readonly Daycare[]>;
  /** A number that was never anybody's (R10, R28). */
  issueNumber(): Promise<string>;
  /** Keeps the steps: what is true now, what was believed before, and their events. */
  keep(steps: readonly DaycareStep[], by: DoneBy): Promise<void>;
  /** Keeps older numbers, so that they resolve. */
  keepLegacyNumbers(pairs: readonly { readonly legacy: string; readonly number: string }[]): Promise<void>;
}

export interface DaycareCriteria {
  readonly municipality?: string | null | undefined;
  readonly level?: DaycareLevel | null | undefined;
  readonly ownership?: readonly Ownership[] | null | undefined;
  readonly type?: readonly DaycareType[] | null | undefined;
  readonly status?: readonly LifecycleStatus[] | null | undefined;
  readonly institution?: string;
}
