import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { type Access, over } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByDecider } from '../../domain/done-by.ts';
import { reachOf } from '../../domain/reach.ts';
import { decides, standingToDecide } from '../../domain/requests/decision-policy.ts';
import type { AccessRequest } from '../../domain/requests/request.ts';
import { nextState } from '../../domain/requests/request-lifecycle.ts';
import { MINUTE } from '../../domain/terms.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { type DecisionResult, MOST_IDS, resultFor } from './decide-requests.ts';

/**
 * Takes decisions back, each on its own: only one's own, only so soon after, and only while nothing has flowed. The request waits
 * again; what an approval began is over.
 */
export async function undoDecisions(
  agreements: Agreements,
  actor: Actor,
  ids: readonly string[],
): Promise<{ results: DecisionResult[]; takesAway: boolean }> {
  if (ids.length > MOST_IDS) refuse('LIMIT_EXCEEDED', `At most ${MOST_IDS} at once.`, { facts: { limit: MOST_IDS, asked: ids.length } });
  await agreements.relyOnRegister();
  const found = await agreements.lockRequests(ids, reachOf(actor));
  const accesses = await agreements.accessesOf([...found.keys()]);
  const judged = new Map([...found].map(([id, request]) => [id, judge(agreements, request, accesses.get(id), actor)]));
  const undoable = [...found.values()].filter(({ id }) => judged.get(id) === undefined);
  const replaced = await placesLost(agreements, undoable);
  for (const id of replaced) judged.set(id, refusal('ALREADY_REQUESTED', 'Another request has taken its place since.', { rule: 'A22' }));
  const undone = undoable.filter(({ id }) => !replaced.has(id));
  await agreements.moveRequests(
    undone.map(({ id }) => id),
    'WAITING',
    null,
  );
  const ended = undone.flatMap(({ id }) => accesses.get(id) ?? []);
  await agreements.moveAccesses(
    ended.map(({ id }) => id),
    over('REVOKED'),
  );
  for (const request of undone) tell(agreements, request, accesses.get(request.id), actor);
  const waiting = new Map(undone.map((request) => [request.id, { ...request, state: 'WAITING' as const, decision: null }]));
  return { results: ids.map((id) => resultFor(id, waiting.get(id), judged.get(id))), takesAway: ended.length > 0 };
}

function judge({ at, terms }: Agreements, request: AccessRequest, access: Access | undefined, actor: Actor): Refusal | undefined {
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

/** What was rejected gave its place up; it waits again only where nobody has taken it. */
async function placesLost(agreements: Agreements, requests: readonly AccessRequest[]): Promise<ReadonlySet<string>> {
  const rejected = requests.filter(({ state }) => state === 'REJECTED');
  const claimed = await agreements.claim(rejected);
  return new Set(rejected.map(({ id }) => id).filter((id) => !claimed.has(id)));
}

function tell(agreements: Agreements, request: AccessRequest, access: Access | undefined, actor: Actor): void {
  const by = doneByDecider(actor, standingToDecide(request, actor), request.daycare);
  const moved = request.state === 'APPROVED' && access ? { before: access, access: { ...access, ...over('REVOKED') } } : {};
  agreements.tell('UNDONE', factsOf(request, { by, comment: null, ...moved }));
}
