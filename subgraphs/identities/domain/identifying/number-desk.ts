import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { TieWithPerson } from '../reading/readings.ts';

/** A present tie of whom a number belongs to, where it was asked for by an access to look up. */
export interface FoundByNumber {
  readonly tie: TieWithPerson;
  readonly daycare: KnownDaycare;
  readonly access: KnownAccess;
}

/** What is asked of the vault by number. */
export interface NumberDesk {
  /** The ties at daycares where these systems hold an active access to look up: number, scope and leases in one statement, so that nobody and nobody in reach take alike long. */
  lookUp(number: string, systems: readonly string[]): Promise<readonly FoundByNumber[]>;
}
