import type { Ownership } from '../known-daycare.ts';
import type { Period } from './periods.ts';

export type IdentityDimension = 'MUNICIPALITY' | 'OWNERSHIP' | 'TYPE' | 'ROLE' | 'STATE' | 'FRESHNESS' | 'NOTICE_CODE' | 'WEEK' | 'MONTH';

/** Of which daycares: of these municipalities, null for the country, and of these ownerships. */
export interface CountedDaycares {
  readonly municipalities: readonly string[] | null;
  readonly ownerships: readonly Ownership[];
}

/** What is counted: persons as they stand, and what was sent in from an instant on and before another. */
export interface CountQuestion {
  readonly by: readonly IdentityDimension[];
  readonly of: CountedDaycares;
  readonly from: number;
  readonly until: number;
  readonly now: number;
  readonly weeks: readonly Period[];
  readonly months: readonly Period[];
}

/** The numbers of what has these keys, which stand in the order of the dimensions asked by. */
export interface IdentityTally {
  readonly keys: readonly string[];
  readonly persons: number;
  readonly imports: number;
  readonly notices: number;
  readonly begun: number;
  readonly ended: number;
  readonly refused: number;
}

/** A daycare that the register gives no type. */
export const NO_TYPE = 'NONE';

const ofPersons: ReadonlySet<IdentityDimension> = new Set(['MUNICIPALITY', 'OWNERSHIP', 'TYPE', 'ROLE', 'FRESHNESS']);

/** Persons stand as they are now: they have no week, and no document of theirs has a state. */
export const countsPersons = (by: readonly IdentityDimension[]): boolean => by.every((dimension) => ofPersons.has(dimension));

/** What was sent in is of a whole daycare, so of no role. */
export const countsImports = (by: readonly IdentityDimension[]): boolean => !by.includes('ROLE');

/** Counts identities in at most two statements, however many there are. */
export interface IdentityCounter {
  readonly clock: () => number;
  counts(question: CountQuestion): Promise<readonly IdentityTally[]>;
  /** How many of the persons have taken their identity into use, by the same keys joined; in one statement over those who have. */
  activated(question: CountQuestion): Promise<ReadonlyMap<string, number>>;
}
