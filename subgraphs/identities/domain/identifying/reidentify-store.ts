import type { KnownDaycare } from '../known-daycare.ts';
import type { Change, Consent, Reidentification } from './reidentification.ts';

/** What reidentifying asks of storage, inside one transaction. */
export interface Reidentifying {
  readonly at: number;
  newId(): string;
  /** Whose the number is now. */
  ownerOf(number: string): Promise<string | undefined>;
  /** The proposal that waits for consents to this number for this person, or for whoever is to take it over from them. */
  openFor(uniId: string, number: string): Promise<Reidentification | undefined>;
  /** The persons with their ties, their sources and themselves locked in key order; PLAN_OUTDATED where one changed while it was locked. */
  lock(subject: string, other: string | undefined): Promise<Change | undefined>;
  /** Daycares as the register tells of them, under lease. */
  daycares(numbers: readonly string[]): Promise<readonly KnownDaycare[]>;
  consentsTo(id: string): Promise<readonly Consent[]>;
  open(reidentification: Omit<Reidentification, 'hash' | 'keyVersion'>, number: string): Promise<void>;
  consent(consent: Consent): Promise<void>;
  /** Puts the number to the person, merging where it is somebody's; answers the UniID that stays. */
  carryOut(id: string, change: Change, number: string, actor: string): Promise<string>;
  record(event: {
    readonly kind: string;
    readonly actor: string;
    readonly uniId: string;
    readonly facts: Readonly<Record<string, unknown>>;
  }): void;
}
