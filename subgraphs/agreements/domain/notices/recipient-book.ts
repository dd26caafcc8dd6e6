import type { Actor } from '#shared/actor.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Owner, OwnerKind, Recipient } from './notice.ts';

/** What keeping recipients asks of storage, inside one transaction. */
export interface RecipientBook {
  readonly at: number;
  newId(): string;
  daycare(number: string): Promise<KnownDaycare | undefined>;
  /** Whether there is such a municipality or supplier: one that daycares are known of, or that is registered. */
  isKnown(owner: Owner): Promise<boolean>;
  count(owner: Owner): Promise<number>;
  /** False where the address is there already. */
  add(recipient: Recipient): Promise<boolean>;
  find(id: string): Promise<Recipient | undefined>;
  remove(id: string): Promise<void>;
  /** The log tells that it was done, by whom and for whom, never an address. */
  tell(kind: 'NoticeRecipientAdded' | 'NoticeRecipientRemoved', owner: Owner, actor: Actor): void;
}

/** Why notices have reached nobody. */
export type GapReason = 'NOBODY' | 'REFUSED' | 'UNDELIVERED';

/** That an owner was not told: how often, since when, and why. */
export interface NoticeGap {
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly reason: GapReason;
  readonly count: number;
  readonly since: number;
  /** What the mail server said, where it said something. */
  readonly told: string | null;
}
