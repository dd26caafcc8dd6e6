import type { IdentityState } from './person.ts';

/** What is done to an identity. A block is lifted to where it was: in use, or not yet. */
export type IdentityAct = 'activate' | 'block' | 'lift unused' | 'lift used' | 'retire';

/** Where each act leads from each state; what is not here cannot be done. Nothing leads out of RETIRED: its UniID is nobody's again. */
export const leadsTo = {
  IMPORTED: { activate: 'ACTIVATED', block: 'BLOCKED', retire: 'RETIRED' },
  ACTIVATED: { block: 'BLOCKED', retire: 'RETIRED' },
  BLOCKED: { 'lift unused': 'IMPORTED', 'lift used': 'ACTIVATED', retire: 'RETIRED' },
  RETIRED: {},
} as const satisfies Record<IdentityState, Partial<Record<IdentityAct, IdentityState>>>;

/** The state after an act; undefined where it cannot be done. */
export function nextIdentityState(state: IdentityState, act: IdentityAct): IdentityState | undefined {
  const acts: Partial<Record<IdentityAct, IdentityState>> = leadsTo[state];
  return acts[act];
}
