import type { NumberHash } from '#shared/actor.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Person } from '../people/person.ts';
import type { Block } from './block.ts';
import type { LoginKey } from './login.ts';

/** What happened to an identity, as the log keeps it: which fields, never their values. */
export interface IdentityEvent {
  readonly kind: 'IdentityActivated' | 'LoginLinked' | 'IdentityBlocked' | 'IdentityReleased' | 'ActivationIssued' | 'ActivationConfirmed';
  readonly actor: string;
  readonly uniId: string;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
}

/** Identities and their logins inside one transaction. The person's row is locked before all that hangs on it. */
export interface Identities {
  readonly at: number;
  lock(uniId: string): Promise<Person | undefined>;
  /** To whom a login leads. */
  linkOf(login: LoginKey): Promise<string | undefined>;
  /** Who is known by any of these hashes. */
  knownBy(numbers: readonly NumberHash[]): Promise<readonly string[]>;
  /** Links a login where it leads nowhere yet, and answers to whom it leads then. */
  link(login: LoginKey, uniId: string): Promise<string>;
  usernameOf(uniId: string): Promise<string | undefined>;
  /** Whether the name is the person's now; not where it is, or ever was, somebody else's. */
  takeUsername(uniId: string, name: string): Promise<boolean>;
  /** A name as it falls. */
  drawUsername(): string;
  /** The daycares of the person's present ties, under lease. */
  daycaresOf(uniId: string): Promise<readonly KnownDaycare[]>;
  blockOf(uniId: string): Promise<Block | undefined>;
  addBlock(block: Omit<Block, 'id' | 'liftedAt' | 'liftReason'>): Promise<void>;
  liftBlock(uniId: string, reason: string): Promise<void>;
  keep(before: Person, after: Person): Promise<void>;
  record(event: IdentityEvent): void;
}
