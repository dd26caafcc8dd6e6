/** What an access was used for: pages of persons read, documents sent in, and the persons on both. */
export interface AccessUse {
  readonly reads: number;
  readonly persons: number;
  readonly imports: number;
}

/** The same of one day in Denmark, in all so far, as identities tells it. */
export interface UseOfDay extends AccessUse {
  readonly access: string;
  readonly day: string;
  readonly lastUsedAt: number;
}

export const unused: AccessUse = { reads: 0, persons: 0, imports: 0 };

/** Days, both included; open where it is not told. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}
