import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { type Access, over } from '../../domain/accesses/access.ts';
import { nextAccessState } from '../../domain/accesses/access-lifecycle.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByDecider } from '../../domain/done-by.ts';
import { reachOf } from '../../domain/reach.ts';
import { standingToDecide } from '../../domain/requests/decision-policy.ts';
import type { AccessRequest } from '../../domain/requests/request.ts';
import { undoRefusal } from '../../domain/requests/undo.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { claimPlaces } from './claim-places.ts';
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
  const endings = await agreements.endingsOf([...accesses.values()].filter(({ state }) => !nextAccessState(state, 'undo')));
  const judge = (request: AccessRequest) => {
    const access = accesses.get(request.id);
    return undoRefusal({ request, access, actor, ending: access && endings.get(access.id) }, agreements);
  };
  const judged = new Map([...found].map(([id, request]) => [id, judge(request)]));
  const undoable = [...found.values()].filter(({ id }) => judged.get(id) === undefined);
  for (const [id, refused] of await whyNotWaiting(agreements, undoable)) judged.set(id, refused);
  const undone = undoable.filter(({ id }) => judged.get(id) === undefined);
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

/** Why these cannot wait again: another waits by now, or, of what was rejected, the place or the connection is gone. */
async function whyNotWaiting(agreements: Agreements, requests: readonly AccessRequest[]): Promise<ReadonlyMap<string, Refusal>> {
  const rejected = requests.filter(({ state }) => state === 'REJECTED');
  const unconnected = await withoutConnection(agreements, rejected);
  const waiting = rejected.filter(({ id }) => !unconnected.has(id));
  const claimed = await claimPlaces(agreements, waiting);
  const besides = await agreements.withOneBeside(requests.filter(({ state }) => state === 'APPROVED'));
  const replaced = [...waiting.map(({ id }) => id).filter((id) => !claimed.has(id)), ...besides];
  const noConnection = refusal('NO_CONNECTION', 'The agreement with the agency about that service has been closed since.', { rule: '3.1' });
  const taken = refusal('ALREADY_REQUESTED', 'Another request has taken its place since.', { rule: 'A22' });
  return new Map([...[...unconnected].map((id) => [id, noConnection] as const), ...replaced.map((id) => [id, taken] as const)]);
}

async function withoutConnection(agreements: Agreements, requests: readonly AccessRequest[]): Promise<ReadonlySet<string>> {
  const systems = await agreements.holdSystems(requests.map(({ system }) => system));
  const without: string[] = [];
  for (const id of systems.keys()) {
    const open = new Set((await agreements.connections(id)).filter(({ state }) => state === 'APPROVED').map(({ service }) => service));
    without.push(...requests.filter(({ system, service }) => system === id && !open.has(service)).map((request) => request.id));
  }
  return new Set(without);
}

function tell(agreements: Agreements, request: AccessRequest, access: Access | undefined, actor: Actor): void {
  const by = doneByDecider(actor, standingToDecide(request, actor), request.daycare);
  const moved = request.state === 'APPROVED' && access ? { before: access, access: { ...access, ...over('REVOKED') } } : {};
  agreements.tell('UNDONE', factsOf(request, { by, comment: null, ...moved }));
}
