import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { Access } from '../domain/accesses/access.ts';
import { type AccessAct, nextAccessState } from '../domain/accesses/access-lifecycle.ts';
import { decides, verdictOn } from '../domain/requests/decision-policy.ts';
import type { AccessRequest } from '../domain/requests/request.ts';
import { nextState, type RequestAct } from '../domain/requests/request-lifecycle.ts';
import { asksAs, closesAs, mayAsk, mayClose } from '../domain/systems/supplier-policy.ts';
import type { RequestAction } from './schema.generated.ts';

type Judged = {
  readonly rule: string;
  readonly because: string;
  readonly grantableBy: readonly string[];
  readonly verdict: string | Refusal;
};
type Subject = AccessRequest | Access;

const byDecider = (subject: Subject, actor: Actor): Judged => {
  const { rule, because, standings } = verdictOn(subject, actor);
  return { rule, because, grantableBy: standings, verdict: decides(subject, actor) };
};
const bySupplier = ({ system, supplier }: Subject, actor: Actor): Judged => ({
  rule: mayAsk.rule,
  because: `Done by: ${mayAsk.standings.join(', ')}.`,
  grantableBy: mayAsk.standings,
  verdict: asksAs({ id: system, supplier }, actor),
});
const byAgency = (_: Subject, actor: Actor): Judged => ({
  rule: mayClose.rule,
  because: 'Done by: agency.',
  grantableBy: mayClose.standings,
  verdict: closesAs(actor),
});

/** For each action: who is asked, and what it would do to a request or an access. */
const actions: Record<
  RequestAction,
  { readonly judge: (subject: Subject, actor: Actor) => Judged; readonly request?: RequestAct; readonly access?: AccessAct }
> = {
  APPROVE: { judge: byDecider, request: 'approve' },
  REJECT: { judge: byDecider, request: 'reject' },
  WITHDRAW: { judge: bySupplier, request: 'withdraw' },
  REVOKE: { judge: byDecider, access: 'revoke' },
  END: { judge: bySupplier, access: 'end' },
  CONFIRM: { judge: byDecider, access: 'confirm' },
  CLOSE: { judge: byAgency, access: 'close' },
};

/** Whether the caller may do this to a request or an access, from the tables that decide when it is done. */
export function permissionFor(action: RequestAction, subject: Subject, actor: Actor) {
  const { rule, because, grantableBy, verdict } = actions[action].judge(subject, actor);
  if (typeof verdict !== 'string') return { allowed: false, rule, because: verdict.because, grantableBy };
  const possible = canBeDone(action, subject);
  return {
    allowed: possible,
    rule,
    because: possible ? because : `It is ${subject.state.toLowerCase().replaceAll('_', ' ')}, so this cannot be done.`,
    grantableBy,
  };
}

function canBeDone(action: RequestAction, subject: Subject): boolean {
  const { request, access } = actions[action];
  // What begins something or keeps it going is not done at a closed daycare (R32).
  if ((action === 'APPROVE' || action === 'CONFIRM') && subject.daycare.status === 'CLOSED') return false;
  if ('requestId' in subject) return access !== undefined && nextAccessState(subject.state, access) !== undefined;
  return request !== undefined && nextState(subject.state, request) !== undefined;
}
