import type { Refusal } from '#shared/refusal.ts';
import type { ImportPlan } from './import-plan.ts';

export type ImportState = 'PLANNED' | 'APPLIED' | 'HELD' | 'REFUSED' | 'DISCARDED' | 'SUPERSEDED' | 'UNDONE';

/** What names an import: a source of one system at one daycare. Another system using the name is another source. */
export interface SourceKey {
  readonly daycare: string;
  readonly system: string;
  readonly source: string;
}

export interface ImportCounts {
  readonly persons: number;
  readonly begun: number;
  readonly ended: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** One document that was received, and what became of it. */
export interface ImportRun extends SourceKey, ImportCounts {
  readonly id: string;
  readonly sourceDateTime: number;
  readonly receivedAt: number;
  readonly state: ImportState;
  readonly refusal: Refusal | null;
  readonly notices: number;
}

/** A source as it stands: the last document taken in from it, and what is here of it. */
export interface ImportSource extends SourceKey {
  readonly sourceDateTime: number;
  readonly lastRun: string | null;
  readonly takenAt: number | null;
  readonly ties: number;
  readonly openNotices: number;
  /** The run that waits for somebody to confirm it. */
  readonly heldRun: string | null;
  /** When the newest document was made that was taken in or held; only a newer one is taken (I14). */
  readonly newestDateTime: number;
}

/** A source held against other imports, with whom it says to be protected on lines that were refused. */
export interface LockedSource extends ImportSource {
  readonly claimed: ReadonlySet<string>;
}

/** Ties, contacts among them: everyone the document names is begun, changed, unchanged or refused. */
export function countsOf({ plan, refused }: { readonly plan: ImportPlan; readonly refused: number }): ImportCounts {
  const begun = plan.begun.length;
  const changed = plan.changed.length + plan.relinked.length;
  const { unchanged } = plan;
  return { persons: begun + changed + unchanged + refused, begun, ended: plan.ended.length, changed, unchanged, refused };
}

export const noCounts: ImportCounts = { persons: 0, begun: 0, ended: 0, changed: 0, unchanged: 0, refused: 0 };
/** The widest name of a source, in bytes. */
export const SOURCE_WIDTH = 100;
/** How far a source's clock may be ahead of ours. */
export const CLOCKS_APART = 5 * 60 * 1000;
export const MOST_LINES = 5_000;
/** Any number of contacts a child (I3); what a document holds of them in all grows with its lines. */
export const mostContacts = (lines: number): number => Math.max(100, 10 * lines);
