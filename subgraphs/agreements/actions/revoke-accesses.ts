import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { nextAccessState } from '../domain/accesses/access-lifecycle.ts';
import type { Access } from '../domain/accesses/access.ts';
import { doneByDecider } from '../domain/done-by.ts';
import type { AccessMove, Agreements } from '../domain/agreement-store.ts';
import { decides, type Standing } from '../domain/requests/decision-policy.ts';
import { reachOf } from '../domain/reach.ts';
import { factsOf } from '../domain/told-facts.ts';
import { MOST_IDS } from './decide-requests.ts';

export interface RevokeAccesses {
  readonly ids: readonly string[];
  readonly reason: string;
}

export interface AccessResult {
  readonly id: string;
  readonly access: Access | null;
  readonly refusal: Refusal | null;
  readonly consequences: readonly { readonly kind: string; readonly count: number; readonly message: string }[];
}

const revoked: AccessMove = { state: 'REVOKED', suspensionReason: null, suspendedAt: null, activeSince: null };

/** Ends accesses, by whoever may decide them now, with a reason (3.7); each on its own. */
export async function revokeAccesses(
  agreements: Agreements,
  actor: Actor,
  { ids, reason }: RevokeAccesses,
): Promise<{ results: AccessResult[] }> {
  if (ids.length > MOST_IDS) refuse('LIMIT_EXCEEDED', `At most ${MOST_IDS} at once.`, { facts: { limit: MOST_IDS, asked: ids.length } });
  if (!reason.trim() || reason.length > 1000)
    refuse('INVALID_INPUT', 'Revoking needs a reason, with at most 1000 characters.', { facts: { field: 'reason', limit: 1000 } });
  await agreements.relyOnRegister();
  const found = await agreements.lockAccesses(ids, reachOf(actor));
  const judged = new Map([...found].map(([id, access]) => [id, judge(access, actor)]));
  const ended = [...found.values()].filter(({ id }) => typeof judged.get(id) === 'string');
  await agreements.moveAccesses(
    ended.map(({ id }) => id),
    revoked,
  );
  await agreements.release(ended.map(({ requestId }) => requestId));
  for (const before of ended) {
    const standing = judged.get(before.id);
    if (typeof standing === 'string')
      agreements.tell(
        'REVOKED',
        factsOf(before, { by: doneByDecider(actor, standing, before.daycare), comment: reason, before, access: { ...before, ...revoked } }),
      );
  }
  return { results: ids.map((id) => resultFor(id, found.get(id), judged.get(id))) };
}

function judge(access: Access, actor: Actor): Standing | Refusal {
  const standing = decides(access, actor);
  if (typeof standing !== 'string' || nextAccessState(access.state, 'revoke')) return standing;
  return refusal('STATE_CONFLICT', `The access is ${access.state.toLowerCase().replaceAll('_', ' ')} already.`, {
    rule: 'A23',
    facts: { state: access.state },
  });
}

function resultFor(id: string, access: Access | undefined, judged: Standing | Refusal | undefined): AccessResult {
  if (!access || !judged) return { id, access: null, refusal: refusal('NOT_FOUND', 'There is no such access.'), consequences: [] };
  if (typeof judged !== 'string') return { id, access: null, refusal: judged, consequences: [] };
  const flow =
    access.direction === 'SEND'
      ? 'The system can send no users of this daycare any more; what it sent is kept, frozen, for 30 days.'
      : 'The system can read no users of this daycare any more.';
  return {
    id,
    access: { ...access, ...revoked },
    refusal: null,
    consequences: [{ kind: access.direction === 'SEND' ? 'SENDING_STOPS' : 'READING_STOPS', count: 1, message: flow }],
  };
}
