import type { SourceKey } from '../importing/import-run.ts';

export interface ForgottenPage {
  readonly uniIds: readonly string[];
  /** Where to go on; undefined at the end. */
  readonly next: string | undefined;
}

/** What has been kept long enough, a page at a time; each page is a transaction of its own, and what it did is found no more. */
export interface Archive {
  readonly now: () => number;
  /** Sources with ties that took in nothing since, and of whom nobody was warned. */
  unwarned(takenBefore: number): Promise<readonly SourceKey[]>;
  warn(source: SourceKey): Promise<void>;
  /** Sources with ties that took in nothing since. */
  stale(takenBefore: number): Promise<readonly SourceKey[]>;
  /** Sources with ties that have been frozen since before. */
  frozen(frozenBefore: number): Promise<readonly SourceKey[]>;
  /** Ends a page of a source's ties that still are what they were found as; answers how many. */
  endTies(source: SourceKey, since: { readonly takenBefore: number } | { readonly frozenBefore: number }): Promise<number>;
  /** Of a page of all persons, those without a tie since who are not erased. */
  forgotten(after: string, endedBefore: number): Promise<ForgottenPage>;
  /** Erases those of them who still have no tie. */
  erase(uniIds: readonly string[], endedBefore: number): Promise<void>;
  /** Deletes a page of old runs or reads; answers how many. */
  deleteRuns(receivedBefore: number): Promise<number>;
  deleteReads(readBefore: number): Promise<number>;
}
