import type { AddressBook } from './address-notices.ts';
import type { Load } from './digest-policy.ts';
import type { Happening } from './happening.ts';
import type { Mail, Notice, Owner } from './notice.ts';
import type { Settled } from './settlement.ts';
import type { Said } from './write-letter.ts';

/** What of the log no notice has been made of yet. */
export interface UnreadPage {
  readonly after: number;
  readonly upTo: number;
  readonly happenings: readonly Happening[];
}

/** Notices that others take the place of. */
export interface Readdressed {
  readonly taken: readonly Notice[];
  readonly put: readonly Notice[];
}

/** A mail that this process alone may send for now, with what it says. */
export interface ClaimedMail extends Mail {
  /** The first of what it says, and how many there are in all. */
  readonly said: readonly Said[];
  readonly count: number;
  /** How many requests wait for this recipient. */
  readonly requestsWaiting: number;
}

/** What telling people asks of storage. Each act here is a transaction of its own; of two processes at once one has its way. */
export interface NoticeDesk {
  now(): number;
  newId(): string;
  unread(): Promise<UnreadPage>;
  /** Moves on behind a page and keeps the notices of it, both or neither; nothing where another process was there first. */
  keep(page: UnreadPage, notices: (book: AddressBook) => readonly Notice[]): Promise<void>;

  /** Owners with notices to nobody, or refused for good, for whom there is another address by now. */
  untold(): Promise<readonly Owner[]>;
  /** Addresses anew what an owner was not told. */
  readdress(owner: Owner, anew: (untold: readonly Notice[], book: AddressBook) => Readdressed): Promise<void>;

  /** Recipients with notices that are to be put into a mail by now. */
  recipientsDue(): Promise<readonly string[]>;
  load(recipient: string, latestDigest: number): Promise<Load>;
  /** Puts what a recipient has not been told into mails of one notice each, or all of it into one. */
  mailSingly(recipient: string, mail: () => Mail): Promise<void>;
  mailTogether(recipient: string, mail: Mail): Promise<void>;
  putOff(recipient: string, until: number): Promise<void>;

  mailsDue(): Promise<readonly string[]>;
  claim(mailId: string, claim: string, until: number): Promise<ClaimedMail | undefined>;
  settle(mail: Pick<Mail, 'id' | 'claim'>, settled: Settled): Promise<void>;
  /** Forgets what arrived before then. */
  forget(before: number): Promise<void>;
}
