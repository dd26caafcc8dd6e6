/** How long things may take; an operator may set them (Q3, Q4, C4, P27). */
export interface Terms {
  /** Days after which whoever decides is reminded of a waiting request, in order. */
  readonly remindAfterDays: readonly number[];
  /** Days after which a request that nobody decided expires. */
  readonly expireAfterDays: number;
  /** Days within which an access is confirmed after the ground has moved. */
  readonly confirmWithinDays: number;
  /** Days after which an access is to be confirmed again, in any case. */
  readonly confirmEveryDays: number;
  /** Days before that on which whoever decides is asked. */
  readonly askToConfirmDaysBefore: number;
  /** Days without use after which an access is paused. */
  readonly unusedAfterDays: number;
  /** Days for which an archived system can be taken out again. */
  readonly archiveKeptDays: number;
  /** Minutes within which a decision can be undone. */
  readonly undoWithinMinutes: number;
}

export const usualTerms: Terms = {
  remindAfterDays: [7, 21],
  expireAfterDays: 90,
  confirmWithinDays: 90,
  confirmEveryDays: 365,
  askToConfirmDaysBefore: 30,
  unusedAfterDays: 365,
  archiveKeptDays: 30,
  undoWithinMinutes: 10,
};

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
