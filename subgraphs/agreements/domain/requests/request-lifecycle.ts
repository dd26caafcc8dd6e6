import type { RequestState } from './request.ts';

export type RequestAct = 'approve' | 'reject' | 'withdraw' | 'lapse' | 'expire' | 'undo';

/** Where each act leads from each state; what is not here cannot be done (A9, A22, A23). */
export const leadsTo = {
  WAITING: { approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN', lapse: 'LAPSED', expire: 'EXPIRED' },
  APPROVED: { undo: 'WAITING' },
  REJECTED: { undo: 'WAITING' },
  WITHDRAWN: {},
  LAPSED: {},
  EXPIRED: {},
} as const satisfies Record<RequestState, Partial<Record<RequestAct, RequestState>>>;

/** The state an act leads to; undefined where it cannot be done. */
export function nextState(state: RequestState, act: RequestAct): RequestState | undefined {
  const acts: Partial<Record<RequestAct, RequestState>> = leadsTo[state];
  return acts[act];
}
