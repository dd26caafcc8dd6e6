import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Fetching, ToldOpening } from './opening.ts';

/** What hearing of the other subgraphs asks of storage, in the transaction that also moves the follower's cursor. */
export interface Copies {
  readonly at: number;
  keepDaycares(daycares: readonly KnownDaycare[]): Promise<void>;
  accesses(ids: readonly string[]): Promise<ReadonlyMap<string, KnownAccess>>;
  keepAccesses(accesses: readonly KnownAccess[]): Promise<void>;
  /** Marks what these systems sent to these daycares: the right to send is gone, and nothing new comes. */
  freeze(senders: readonly { readonly daycare: string; readonly system: string }[]): Promise<void>;
  /** The accesses, active or paused, by which systems fetch from these daycares; until the end no other feed's news changes them. */
  fetching(daycares: readonly string[]): Promise<readonly Fetching[]>;
  /** Tells readers what opened and shut for them. */
  tell(openings: readonly ToldOpening[]): void;
}
