import type { AccessState, Direction } from '../known-access.ts';

/** What the state of an access means for what was sent by it. What was fetched by one stops at once, at the gate. */
export type Consequence = 'none' | 'freeze ties';

/** The consequence of each new state (Q5). Ties thaw with the next import, not by a state. */
export const consequenceOf = {
  SEND: {
    ACTIVE: 'none',
    SUSPENDED: 'none',
    REVOKED: 'freeze ties',
    ENDED: 'freeze ties',
    LAPSED: 'freeze ties',
    CLOSED_BY_AGENCY: 'freeze ties',
  },
  FETCH: { ACTIVE: 'none', SUSPENDED: 'none', REVOKED: 'none', ENDED: 'none', LAPSED: 'none', CLOSED_BY_AGENCY: 'none' },
} as const satisfies Record<Direction, Record<AccessState, Consequence>>;
