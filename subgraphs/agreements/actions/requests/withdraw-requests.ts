import type { Actor } from '#shared/actor.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import { doneBySystem } from '../../domain/done-by.ts';
import type { Decision } from '../../domain/requests/request.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { reachOf } from '../../domain/reach.ts';
import type { AccessRequest } from '../../domain/requests/request.ts';
import { nextState } from '../../domain/requests/request-lifecycle.ts';
import { asksAs, type SystemStanding } from '../../domain/systems/supplier-policy.ts';
import { stateConflict } from '../../domain/state-conflict.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { type DecisionResult, MOST_IDS, resultFor } from './decide-requests.ts';

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
  const judged = new Map([...found].map(([id, request]) => [id, judge(request, actor)]));
  const decisions = await decisionsFor(agreements, [...found.values()], { judged, actor, comment: comment?.trim() || null });
  for (const group of Map.groupBy(decisions, ({ decision }) => JSON.stringify(decision)).values()) {
    const [first] = group;
    if (first)
      await agreements.moveRequests(
        group.map(({ request }) => request.id),
        'WITHDRAWN',
        first.decision,
      );
  }
  await agreements.release(decisions.map(({ request }) => request.id));
  for (const { request, decision } of decisions)
    agreements.tell('WITHDRAWN', factsOf(request, { by: decision.by, comment: decision.comment }));
  const withdrawn = new Map(decisions.map(({ request, decision }) => [request.id, { ...request, state: decision.state, decision }]));
  return { results: ids.map((id) => resultFor(id, withdrawn.get(id), judged.get(id))) };
}

function judge(request: AccessRequest, actor: Actor): SystemStanding | Refusal {
  const standing = asksAs({ id: request.system, supplier: request.supplier }, actor);
  if (typeof standing !== 'string' || nextState(request.state, 'withdraw')) return standing;
  return stateConflict('request', request.state, request.decision);
}

interface Withdrawing {
  readonly judged: ReadonlyMap<string, SystemStanding | Refusal>;
  readonly actor: Actor;
  readonly comment: string | null;
}

async function decisionsFor(agreements: Agreements, requests: readonly AccessRequest[], { judged, actor, comment }: Withdrawing) {
  const suppliers = await agreements.suppliers([...new Set(requests.map(({ supplier }) => supplier))]);
  return requests.flatMap((request) => {
    const standing = judged.get(request.id);
    const supplier = suppliers.get(request.supplier);
    if (typeof standing !== 'string' || !supplier) return [];
    const decision: Decision = { state: 'WITHDRAWN', at: agreements.at, by: doneBySystem(actor, standing, supplier), comment };
    return [{ request, decision }];
  });
}
