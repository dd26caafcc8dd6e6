import type { AccessState } from './access.ts';

export type AccessAct = 'suspend' | 'resume' | 'confirm' | 'revoke' | 'end' | 'lapse' | 'close' | 'undo';

/** Where each act leads from each state; what is not here cannot be done (3.6). What is confirmed is in force again unless its system is paused. */
export const accessLeadsTo = {
  ACTIVE: {
    suspend: 'SUSPENDED',
    confirm: 'ACTIVE',
    revoke: 'REVOKED',
    end: 'ENDED',
    lapse: 'LAPSED',
    close: 'CLOSED_BY_AGENCY',
    undo: 'REVOKED',
  },
  SUSPENDED: {
    resume: 'ACTIVE',
    confirm: 'ACTIVE',
    revoke: 'REVOKED',
    end: 'ENDED',
    lapse: 'LAPSED',
    close: 'CLOSED_BY_AGENCY',
    undo: 'REVOKED',
  },
  REVOKED: {},
  ENDED: {},
  LAPSED: {},
  CLOSED_BY_AGENCY: {},
} as const satisfies Record<AccessState, Partial<Record<AccessAct, AccessState>>>;

/** The state an act leads to; undefined where it cannot be done. */
export function nextAccessState(state: AccessState, act: AccessAct): AccessState | undefined {
  const acts: Partial<Record<AccessAct, AccessState>> = accessLeadsTo[state];
  return acts[act];
}
