import type { AccessState } from './access.ts';

export type AccessAct = 'suspend' | 'resume' | 'revoke' | 'end' | 'lapse' | 'close';

/** Where each act leads from each state; what is not here cannot be done (3.6). */
export const accessLeadsTo = {
  ACTIVE: { suspend: 'SUSPENDED', revoke: 'REVOKED', end: 'ENDED', lapse: 'LAPSED', close: 'CLOSED_BY_AGENCY' },
  SUSPENDED: { resume: 'ACTIVE', revoke: 'REVOKED', end: 'ENDED', lapse: 'LAPSED', close: 'CLOSED_BY_AGENCY' },
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
