import type { Side } from './told-of.ts';

export const ownerKinds = ['DAYCARE', 'MUNICIPALITY', 'SUPPLIER'] as const;
export type OwnerKind = (typeof ownerKinds)[number];

/** Whose a recipient is, and to whom a notice is addressed. */
export interface Owner {
  readonly kind: OwnerKind;
  readonly key: string;
}

/** An owner in the words by which the history knows an organisation, as `municipality 0751`. */
export const inWords = ({ kind, key }: Owner): string => `${kind.toLowerCase()} ${key}`;

/** An address that somebody registered for an owner; all kinds where none are named. */
export interface Recipient {
  readonly id: string;
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly email: string;
  readonly kinds: readonly string[] | null;
  readonly addedAt: number;
}

/**
 * Waits to be put into a mail; stands in one that is on its way, arrived, or was refused for good; or there was nobody to tell.
 */
export type NoticeState = 'WAITING' | 'MAILED' | 'SENT' | 'DEAD' | 'NOBODY';

/** One event of the log as one address is told of it. Event and recipient are its key: nobody is told twice. */
export interface Notice {
  readonly position: number;
  /** An address; the owner in words, which is no address, where there is nobody to tell. */
  readonly recipient: string;
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly side: Side;
  readonly kind: string;
  readonly requestId: string;
  readonly daycareNumber: string;
  readonly system: string;
  readonly service: string;
  readonly at: number;
  readonly state: NoticeState;
  /** From when on it is to be put into a mail; later than `at` where it waits for the digest. */
  readonly dueAt: number;
  readonly mailId: string | null;
}

/** A mail on its way: one notice, or all that one recipient's digest holds. */
export interface Mail {
  readonly id: string;
  readonly recipient: string;
  /** Given once and sent with every try, so that a receiver knows a repeated one. */
  readonly messageId: string;
  readonly isDigest: boolean;
  readonly state: 'WAITING' | 'SENT' | 'DEAD';
  readonly attempts: number;
  readonly madeAt: number;
  /** When it is tried next; while somebody tries, when that one counts as gone. */
  readonly dueAt: number;
  /** Who tries, or tried last. */
  readonly claim: string;
  readonly sentAt: number | null;
  readonly reason: string | null;
}
