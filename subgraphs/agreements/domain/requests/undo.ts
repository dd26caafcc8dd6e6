import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { Access } from '../accesses/access.ts';
import { MINUTE, type Terms } from '../terms.ts';
import { decides } from './decision-policy.ts';
import type { AccessRequest } from './request.ts';
import { nextState } from './request-lifecycle.ts';

/** A decision that is to be undone: by whom, of which request, and the access it began. */
interface Undoing {
  readonly request: AccessRequest;
  readonly access: Access | undefined;
  readonly actor: Actor;
}

/** Why a decision may not be undone; undefined where it may: only one's own, soon after, and while nothing has flowed. */
export function undoRefusal(
  { request, access, actor }: Undoing,
  { at, terms }: { readonly at: number; readonly terms: Terms },
): Refusal | undefined {
  const standing = decides(request, actor);
  if (typeof standing !== 'string') return standing;
  const { decision, state } = request;
  if (!decision || !nextState(state, 'undo'))
    return refusal('STATE_CONFLICT', `The request is ${state.toLowerCase()}; only a decision can be undone.`, { facts: { state } });
  if (decision.by.actor !== actor.id)
    return refusal('NOT_PERMITTED', 'Only whoever decided can undo it; who may decide can revoke.', { rule: 'A18' });
  if (at - decision.at > terms.undoWithinMinutes * MINUTE)
    return refusal('STATE_CONFLICT', `A decision can be undone within ${terms.undoWithinMinutes} minutes; revoke the access instead.`, {
      facts: { state },
    });
  if (request.daycare.status === 'CLOSED') return refusal('DAYCARE_CLOSED', `${request.daycareNumber} is closed.`, { rule: 'R32' });
  if (state === 'APPROVED' && (!access || access.lastUsedAt !== null || !(access.state === 'ACTIVE' || access.state === 'SUSPENDED')))
    return refusal('STATE_CONFLICT', 'Data has flowed by it, or it is over; revoke it instead.', { facts: { state } });
  if (access?.replaces && state === 'APPROVED')
    return refusal('STATE_CONFLICT', 'It took the place of an access that opened less, which is over; revoke it instead.', {
      facts: { state },
    });
  return undefined;
}
