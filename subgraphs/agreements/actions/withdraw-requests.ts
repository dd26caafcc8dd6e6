import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { doneBySystem } from '../domain/agreement-event.ts';
import type { Agreements } from '../domain/agreement-store.ts';
import { reachOf } from '../domain/reach.ts';
import type { AccessRequest } from '../domain/requests/request.ts';
import { nextState } from '../domain/requests/request-lifecycle.ts';
import { asksAs, type SystemStanding } from '../domain/systems/supplier-policy.ts';
import { factsOf } from '../domain/told-facts.ts';
import { type DecisionResult, MOST_IDS } from './decide-requests.ts';

export interface WithdrawRequests {
  readonly ids: readonly string[];
  readonly comment?: string | null | undefined;
}

/** Takes waiting requests back, by the system or its supplier, each on its own. */
export async function withdrawRequests(
  agreements: Agreements,
  actor: Actor,
  { ids, comment }: WithdrawRequests,
): Promise<{ results: DecisionResult[] }> {
  if (ids.length > MOST_IDS) refuse('LIMIT_EXCEEDED', `At most ${MOST_IDS} at once.`, { facts: { limit: MOST_IDS, asked: ids.length } });
  if ((comment ?? '').length > 1000)
    refuse('INVALID_INPUT', 'A comment has at most 1000 characters.', { facts: { field: 'comment', limit: 1000 } });
  const found = await agreements.lockRequests(ids, reachOf(actor));
  const results = new Map<string, DecisionResult>();
  for (const [id, request] of found) {
    const standing = judge(request, actor);
    results.set(
      id,
      typeof standing === 'string'
        ? { id, request: await withdraw(agreements, { request, actor, standing, comment: comment ?? null }), refusal: null }
        : { id, request: null, refusal: standing },
    );
  }
  return { results: ids.map((id) => results.get(id) ?? { id, request: null, refusal: refusal('NOT_FOUND', 'There is no such request.') }) };
}

function judge(request: AccessRequest, actor: Actor): SystemStanding | Refusal {
  const standing = asksAs({ id: request.system, supplier: request.supplier }, actor);
  if (typeof standing !== 'string' || nextState(request.state, 'withdraw')) return standing;
  return refusal('STATE_CONFLICT', `The request is ${request.state.toLowerCase()} already.`, {
    rule: 'A23',
    facts: { state: request.state },
  });
}

interface Withdrawing {
  readonly request: AccessRequest;
  readonly actor: Actor;
  readonly standing: SystemStanding;
  readonly comment: string | null;
}

async function withdraw(agreements: Agreements, { request, actor, standing, comment }: Withdrawing): Promise<AccessRequest> {
  const supplier = await agreements.supplier(request.supplier);
  if (!supplier) throw new Error(`The request ${request.id} is of no known supplier.`);
  const decision = { state: 'WITHDRAWN', at: agreements.at, by: doneBySystem(actor, standing, supplier), comment } as const;
  await agreements.moveRequests([request.id], decision.state, decision);
  await agreements.release([request.id]);
  agreements.tell('WITHDRAWN', factsOf(request, { by: decision.by, comment }));
  return { ...request, state: decision.state, decision };
}
