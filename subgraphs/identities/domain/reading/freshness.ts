export type Freshness = 'FRESH' | 'LATE' | 'STALE' | 'NEVER';

const HOUR = 60 * 60 * 1000;

/** How long ago the last document was taken in, at most, to be called so. */
export const freshFor = { FRESH: 36 * HOUR, LATE: 7 * 24 * HOUR } as const;

/** How fresh a source is, by when its last document was taken in (P21). */
export function freshnessOf(takenAt: number | null, now: number): Freshness {
  if (takenAt === null) return 'NEVER';
  const age = now - takenAt;
  if (age < freshFor.FRESH) return 'FRESH';
  return age < freshFor.LATE ? 'LATE' : 'STALE';
}
