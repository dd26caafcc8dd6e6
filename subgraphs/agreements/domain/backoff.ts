/** How long one waits between tries: twice as long each time, up to a longest. */
export interface Patience {
  readonly first: number;
  readonly longest: number;
}

/** The wait after so many tries; `chance`, from 0 to 1, spreads it by a quarter either way, so that not all come back at once. */
export function waitAfter(tries: number, { first, longest }: Patience, chance: number): number {
  const plain = Math.min(longest, first * 2 ** Math.min(tries - 1, 40));
  return Math.round(plain * (0.75 + chance / 2));
}
