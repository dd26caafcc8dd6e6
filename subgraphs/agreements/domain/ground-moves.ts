import type { KnownDaycare } from './known-daycare.ts';

/** What can happen to the ground that requests and accesses of a daycare stand on. */
export type GroundMove = 'CLOSED' | 'REGOVERNED' | 'UNCHANGED';

/** What each does (C4, R32). Merged and split daycares carry nothing over but by fresh consent, which is asked for in one step (P15). */
export const whenGroundMoves = {
  CLOSED: { waiting: 'lapse', live: 'lapse', atSuccessors: 'ask anew' },
  REGOVERNED: { waiting: 'readdress', live: 'ask to confirm', atSuccessors: 'nothing' },
  UNCHANGED: { waiting: 'nothing', live: 'nothing', atSuccessors: 'nothing' },
} as const satisfies Record<
  GroundMove,
  {
    readonly waiting: 'lapse' | 'readdress' | 'nothing';
    readonly live: 'lapse' | 'ask to confirm' | 'nothing';
    readonly atSuccessors: 'ask anew' | 'nothing';
  }
>;

/** What happened to a daycare's ground between what was known and what is told: whether it closed, or other people decide now. */
export function groundMove(before: KnownDaycare | undefined, after: KnownDaycare): GroundMove {
  if (after.status === 'CLOSED') return before?.status === 'CLOSED' ? 'UNCHANGED' : 'CLOSED';
  const regoverned =
    before !== undefined &&
    (before.ownership !== after.ownership || before.municipality !== after.municipality || before.isChildminding !== after.isChildminding);
  return regoverned ? 'REGOVERNED' : 'UNCHANGED';
}
