import type { ImportRun } from '../importing/import-run.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What is kept of imports beside what they did, for how long at most, and why. A job erases what is over its time. */
// biome-ignore format: a table
export const importRetention = {
  tried:   { what: 'the document and the plan of an import that was only tried',      for: 7 * DAY,   why: 'so that exactly that plan can be applied; gone at once when it is' },
  held:    { what: 'the document and the plan of an import that waits',               for: 30 * DAY,  why: 'so that it can be released; gone at once when it is decided, and after the time it counts as thrown away' },
  before:  { what: 'what stood before an import, as far as the import changed it',    for: 30 * DAY,  why: 'so that it can be undone; gone at once when it is' },
  attempt: { what: 'that a system tried to send to a daycare without an access',      for: 365 * DAY, why: 'so that whoever looks for a missing person learns that somebody tried (P2)' },
} as const satisfies Record<string, { readonly what: string; readonly for: number; readonly why: string }>;

/** For how long an import can be undone. */
export const UNDO_WITHIN = importRetention.before.for;

/** Whether what an import would do is still to be seen: while it waits, and for a while after it was tried. */
export const keepsPlan = ({ state, receivedAt }: Pick<ImportRun, 'state' | 'receivedAt'>, now: number): boolean =>
  state === 'HELD' || (state === 'PLANNED' && now < receivedAt + importRetention.tried.for);
