import type { Daycare } from '../daycares/daycare.ts';
import type { Verdicts } from '../upkeep/judge-by-others.ts';

/** How far the whole register has been judged by an edition of the rules; up to `reviewedAll` when it is done. */
export interface ReviewState {
  readonly edition: string;
  readonly upTo: string;
}

/** Behind every number there is. */
export const reviewedAll = '~';

/** What judging the register anew asks of storage. */
export interface ReviewStore {
  readonly at: number;
  state(): Promise<ReviewState>;
  /** The next daycares behind a number that are not closed, by number. */
  next(after: string, most: number): Promise<readonly Daycare[]>;
  /** The daycares of these numbers that are not closed. */
  named(numbers: readonly string[]): Promise<readonly Daycare[]>;
  /** Keeps what is found; nothing where another went on from the same state meanwhile. */
  keep(daycares: readonly Daycare[], verdicts: ReadonlyMap<string, Verdicts>, step?: { from: ReviewState; to: ReviewState }): Promise<void>;
}
