import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { Access } from '../accesses/access.ts';
import { nextAccessState } from '../accesses/access-lifecycle.ts';
import { type BroughtBy, stateConflict } from '../state-conflict.ts';
import { MINUTE, type Terms } from '../terms.ts';
import { decides } from './decision-policy.ts';
import type { AccessRequest } from './request.ts';
import { nextState } from './request-lifecycle.ts';

/** A decision that is to be undone: by whom, of which request, and the access it began. */
interface Undoing {
  readonly request: AccessRequest;
  readonly access: Access | undefined;
  readonly actor: Actor;
  /** Who brought that access to its end, where it is over. */
  readonly ending?: BroughtBy | undefined;
}

/** Why a decision may not be undone; undefined where it may: only one's own, soon after, and while nothing has flowed. */
export function undoRefusal(
  { request, access, actor, ending }: Undoing,
  { at, terms }: { readonly at: number; readonly terms: Terms },
): Refusal | undefined {
  const standing = decides(request, actor);
  if (typeof standing !== 'string') return standing;
  const { decision, state } = request;
  if (!decision || !nextState(state, 'undo')) return stateConflict('request', state, decision);
  if (decision.by.actor !== actor.id)
    return refusal('NOT_PERMITTED', 'Only whoever decided can undo it; who may decide can revoke.', { rule: 'A18' });
  if (at - decision.at > terms.undoWithinMinutes * MINUTE)
    return refusal('STATE_CONFLICT', `A decision can be undone within ${terms.undoWithinMinutes} minutes; revoke the access instead.`, {
      facts: { state },
    });
  if (request.daycare.status === 'CLOSED') return refusal('DAYCARE_CLOSED', `${request.daycareNumber} is closed.`, { rule: 'R32' });
  if (state !== 'APPROVED') return undefined;
  if (access && !nextAccessState(access.state, 'undo')) return stateConflict('access', access.state, ending);
  if (!access || access.lastUsedAt !== null)
    return refusal('STATE_CONFLICT', 'Data has flowed by it; revoke it instead.', { facts: { state } });
  if (access.replaces)
    return refusal('STATE_CONFLICT', 'It took the place of an access that opened less, which is over; revoke it instead.', {
      facts: { state },
    });
  return undefined;
}
