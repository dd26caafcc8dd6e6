import { type Refusal, refusal } from '#shared/refusal.ts';
import type { AccessState } from './accesses/access.ts';
import type { DoneBy } from './done-by.ts';
import type { RequestState } from './requests/request.ts';

/** Who brought something to where it is, and when. */
export interface BroughtBy {
  readonly by: DoneBy;
  readonly at: number;
}

/** That something is no longer where it could be done, with who was first and when (A18, A23). */
export function stateConflict(what: 'request' | 'access', state: RequestState | AccessState, first: BroughtBy | null | undefined): Refusal {
  const by = first ? ` by ${first.by.organisation} (${first.by.standing}) at ${new Date(first.at).toISOString()}` : '';
  return refusal('STATE_CONFLICT', `The ${what} is ${state.toLowerCase().replaceAll('_', ' ')} already${by}.`, {
    rule: 'A23',
    facts: { state },
  });
}
