/** What can be wrong with a log. */
export type BreakKind =
  | 'NO_LOG'
  | 'NO_HEAD'
  | 'UNREADABLE'
  | 'EVENT_CHANGED'
  | 'EVENTS_MISSING'
  | 'EVENT_OUT_OF_PLACE'
  | 'FACTS_CHANGED'
  | 'FACTS_HALF_ERASED'
  | 'FACTS_MISSING'
  | 'FACTS_WITHOUT_EVENT'
  | 'HEAD_DIFFERS'
  | 'TAIL_CUT'
  | 'REBUILT';

/** The first thing that is wrong with a log: where, and in words. */
export interface Break {
  readonly kind: BreakKind;
  readonly position: number;
  readonly says: string;
}

const whoWrote =
  'See who could write to the database when: its own accounts, and the binary log or file times, tell more than this log can.';
const fromBackup = 'Verify backups, newest first (--database NAME=URL), until one holds at this position: it has what was written.';
const putBack = `${fromBackup} Putting it back is a decision of the agency, to be written down; it does not remove this break's cause.`;

/** What an operator does next, beside keeping all as it is. */
export const nextStep: Readonly<Record<BreakKind, string>> = {
  NO_LOG: 'Look whether this is the right database; if it is, restore the newest backup that verifies.',
  NO_HEAD: 'No process can write events without it. Restore the newest backup that verifies.',
  UNREADABLE: `Rule out a failing disk (PRAGMA integrity_check, CHECK TABLE) before anything else. ${putBack}`,
  EVENT_CHANGED: `${whoWrote} ${putBack}`,
  EVENTS_MISSING: `${whoWrote} ${putBack}`,
  EVENT_OUT_OF_PLACE: `${whoWrote} ${putBack}`,
  FACTS_CHANGED: `That the event happened, when, and by whom still holds; what it says does not. ${whoWrote} ${fromBackup}`,
  FACTS_HALF_ERASED: `Erasing takes salt and facts together; this was something else. ${whoWrote} ${fromBackup}`,
  FACTS_MISSING: `Erasing empties a row and leaves it; this row was removed. ${whoWrote} ${fromBackup}`,
  FACTS_WITHOUT_EVENT: `An event was removed, or facts were put in. ${whoWrote} ${putBack}`,
  HEAD_DIFFERS: `Stop the processes of this subgraph: they go on writing behind a wrong end. ${whoWrote} ${putBack}`,
  TAIL_CUT:
    'If a backup was put back on purpose, move the checkpoints file aside, keep it, and note the reason; new ones begin by themselves. ' +
    `If not: stop the processes of this subgraph. ${whoWrote} ${putBack}`,
  REBUILT: `Somebody who knows how the chain is made rewrote it. Stop the processes of this subgraph. ${whoWrote} ${putBack}`,
};
