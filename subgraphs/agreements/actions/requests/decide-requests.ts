import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { doneByDecider } from '../../domain/done-by.ts';
import type { Decision } from '../../domain/requests/request.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { decides, type Standing } from '../../domain/requests/decision-policy.ts';
import { reachOf } from '../../domain/reach.ts';
import type { AccessRequest } from '../../domain/requests/request.ts';
import { nextState } from '../../domain/requests/request-lifecycle.ts';
import { stateConflict } from '../../domain/state-conflict.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { beginAccesses, type DecidedRequest } from './begin-accesses.ts';

export interface DecideRequests {
  readonly ids: readonly string[];
  readonly act: 'approve' | 'reject';
  readonly comment?: string | null | undefined;
}

export interface DecisionResult {
  readonly id: string;
  readonly request: AccessRequest | null;
  readonly refusal: Refusal | null;
}

export const MOST_IDS = 500;

/** Decides each request on its own: one that is refused does not hold up the others. The first decision stands (A18). */
export async function decideRequests(agreements: Agreements, actor: Actor, told: DecideRequests): Promise<{ results: DecisionResult[] }> {
  judge(told);
  await agreements.relyOnRegister();
  const found = await agreements.lockRequests(told.ids, reachOf(actor));
  const judged = new Map([...found].map(([id, request]) => [id, judgeOne(request, actor, told.act)]));
  const decided = [...judged].flatMap(([id, standing]) => {
    const request = found.get(id);
    return request && typeof standing === 'string'
      ? [{ request, decision: decisionOf(agreements, { request, actor, standing, told }) }]
      : [];
  });
  for (const group of Map.groupBy(decided, ({ decision }) => JSON.stringify(decision)).values()) {
    const [first] = group;
    if (first)
      await agreements.moveRequests(
        group.map(({ request }) => request.id),
        first.decision.state,
        first.decision,
      );
  }
  await (told.act === 'approve' ? beginAccesses(agreements, decided) : endRequests(agreements, decided));
  const moved = new Map(decided.map(({ request, decision }) => [request.id, { ...request, state: decision.state, decision }]));
  return { results: told.ids.map((id) => resultFor(id, moved.get(id), judged.get(id))) };
}

function judge({ ids, act, comment }: DecideRequests): void {
  if (ids.length > MOST_IDS) refuse('LIMIT_EXCEEDED', `At most ${MOST_IDS} at once.`, { facts: { limit: MOST_IDS, asked: ids.length } });
  if (act === 'reject' && !comment?.trim()) refuse('INVALID_INPUT', 'Rejecting needs a comment.', { facts: { field: 'comment' } });
  if ((comment ?? '').length > 1000)
    refuse('INVALID_INPUT', 'A comment has at most 1000 characters.', { facts: { field: 'comment', limit: 1000 } });
}

/** Who may, then whether it can be done. */
function judgeOne(request: AccessRequest, actor: Actor, act: DecideRequests['act']): Standing | Refusal {
  const standing = decides(request, actor);
  if (typeof standing !== 'string') return standing;
  if (!nextState(request.state, act)) return stateConflict('request', request.state, request.decision);
  if (act === 'approve' && request.daycare.status === 'CLOSED')
    return refusal('DAYCARE_CLOSED', `${request.daycareNumber} is closed.`, { rule: 'R32' });
  return standing;
}

interface Deciding {
  readonly request: AccessRequest;
  readonly actor: Actor;
  readonly standing: Standing;
  readonly told: DecideRequests;
}

function decisionOf({ at }: Agreements, { request, actor, standing, told: { act, comment } }: Deciding): Decision {
  const state = nextState(request.state, act) ?? request.state;
  return { state, at, by: doneByDecider(actor, standing, request.daycare), comment: comment?.trim() || null };
}

async function endRequests(agreements: Agreements, decided: readonly DecidedRequest[]): Promise<void> {
  await agreements.release(decided.map(({ request }) => request.id));
  for (const { request, decision } of decided)
    agreements.tell('REJECTED', factsOf(request, { by: decision.by, comment: decision.comment }));
}

/** What became of one request of a bulk call. */
export function resultFor(id: string, request: AccessRequest | undefined, judged: string | Refusal | undefined): DecisionResult {
  if (request) return { id, request, refusal: null };
  return { id, request: null, refusal: judged && typeof judged !== 'string' ? judged : refusal('NOT_FOUND', 'There is no such request.') };
}
