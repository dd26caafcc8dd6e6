import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';

/** Which persons of these daycares: after a UniID, so many further, one of them only. */
export interface LoginUserQuestion {
  /** Those where contacts are open, and those where they are not. */
  readonly daycares: { readonly withContacts: readonly string[]; readonly without: readonly string[] };
  readonly only: string | null;
}

export interface LoginUserPlace {
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** What an identity provider's users are read from. */
export interface LoginUsers {
  /** The daycares where these systems have an active access by the service: state and leases in one statement. */
  openTo(systems: readonly string[], service: string): Promise<readonly (KnownDaycare & { readonly accesses?: readonly KnownAccess[] })[]>;
  /** UniIDs in order. */
  page(question: LoginUserQuestion, place: LoginUserPlace): Promise<readonly string[]>;
  count(question: LoginUserQuestion): Promise<number>;
  /** Whose username it is. */
  named(username: string): Promise<string | undefined>;
}
