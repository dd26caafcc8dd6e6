import type { Actor, Mandate } from '#shared/actor.ts';
import type { FeedQuestion } from '#shared/feed.ts';
import { readPage } from '#shared/page.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import { type AccessAnswer, answerFrom, mayKnow } from '../domain/accesses/access-answer.ts';
import { nextAccessState } from '../domain/accesses/access-lifecycle.ts';
import type { Access } from '../domain/accesses/access.ts';
import { toldChange } from '../domain/agreement-event.ts';
import type { Criteria } from '../domain/agreement-reader.ts';
import { isWithin, reachOf } from '../domain/reach.ts';
import { decides, type Matter, verdictOn } from '../domain/requests/decision-policy.ts';
import { nextState } from '../domain/requests/request-lifecycle.ts';
import type { AccessRequest } from '../domain/requests/request.ts';
import { serviceOf } from '../domain/systems/service.ts';
import { asksAs, mayAsk } from '../domain/systems/supplier-policy.ts';
import type { SupplierSystem } from '../domain/systems/system.ts';
import type { AccessPage, Context, RequestPage } from './context.ts';
import type { RequestAction } from './schema.generated.ts';

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of the requests the caller may read. */
export function requestPage({ reader, actor }: Context, filter: Criteria | null | undefined, asked: Asked): Promise<RequestPage> {
  const criteria = filter ?? {};
  return readPage('requests', asked, {
    rows: (place) => reader.requests(actor, criteria, place),
    keyOf: ({ id }) => [id],
    total: () => reader.countRequests(actor, criteria),
  });
}

/** A page of what waits and the caller may decide. */
export function inboxPage({ reader, actor }: Context, filter: Criteria | null | undefined, asked: Asked): Promise<RequestPage> {
  const criteria = filter ?? {};
  return readPage('inbox', asked, {
    rows: (place) => reader.inbox(actor, criteria, place),
    keyOf: ({ id }) => [id],
    total: () => reader.countInbox(actor, criteria),
  });
}

/** A page of the accesses the caller may read, with where the feed stood before it was read. */
export async function accessPage({ reader, actor, feed }: Context, filter: Criteria | null | undefined, asked: Asked): Promise<AccessPage> {
  const criteria = filter ?? {};
  const position = await feed.position();
  const page = await readPage('accesses', asked, {
    rows: (place) => reader.accesses(actor, criteria, place),
    keyOf: ({ id }) => [id],
    total: () => reader.countAccesses(actor, criteria),
  });
  return { ...page, feedPosition: async () => position };
}

export const requestOf = async ({ loaders }: Context, id: string): Promise<AccessRequest> =>
  (await loaders.request.load(id)) ?? refuse('NOT_FOUND', 'There is no such request.');
export const accessOf = async ({ loaders }: Context, id: string): Promise<Access> =>
  (await loaders.access.load(id)) ?? refuse('NOT_FOUND', 'There is no such access.');
export const systemOf = async ({ loaders }: Context, id: string): Promise<SupplierSystem> =>
  (await loaders.system.load(id)) ?? refuse('NOT_FOUND', 'There is no such system.');

/** What stands between a system, a service and a daycare; whoever may not know is answered as if there were nothing (A15). */
export async function accessState(
  { reader, loaders, actor }: Context,
  asked: { system: string; service: string; daycare: string },
): Promise<AccessAnswer> {
  const [system, daycare] = await Promise.all([loaders.system.load(asked.system), loaders.daycare.load(asked.daycare)]);
  const service = serviceOf(asked.service);
  if (!system || !daycare || !service || !mayKnow(actor, system, daycare, service)) return refuse('NOT_FOUND', 'There is nothing here.');
  const request = (await reader.lastRequest(system.id, service.code, daycare.number)) ?? null;
  return answerFrom(request, request ? ((await loaders.accessOfRequest.load(request.id)) ?? null) : null);
}

/** Whether the caller may do this to a request or an access, from the tables that decide when it is done. */
export function permissionFor(action: RequestAction, subject: AccessRequest | Access, actor: Actor) {
  const { rule, because, grantableBy, refused } = judged(action, subject, actor);
  const done = !canBeDone(action, subject.state);
  return {
    allowed: !refused && !done,
    rule,
    because: refused?.because ?? (done ? `It is ${subject.state.toLowerCase().replaceAll('_', ' ')}.` : because),
    grantableBy,
  };
}

function judged(
  action: RequestAction,
  subject: Matter & Pick<AccessRequest, 'system' | 'supplier'>,
  actor: Actor,
): { rule: string; because: string; grantableBy: readonly string[]; refused: Refusal | undefined } {
  if (action === 'CLOSE')
    return { rule: 'A21', because: 'Done by: agency.', grantableBy: ['agency'], refused: refusalIn(asksAgency(actor)) };
  if (action === 'WITHDRAW' || action === 'END') {
    return {
      rule: mayAsk.rule,
      because: `Done by: ${mayAsk.standings.join(', ')}.`,
      grantableBy: mayAsk.standings,
      refused: refusalIn(asksAs({ id: subject.system, supplier: subject.supplier }, actor)),
    };
  }
  const { rule, because, standings } = verdictOn(subject, actor);
  return { rule, because, grantableBy: standings, refused: refusalIn(decides(subject, actor)) };
}

const refusalIn = (verdict: string | Refusal): Refusal | undefined => (typeof verdict === 'string' ? undefined : verdict);
const asksAgency = (actor: Actor): string | Refusal =>
  actor.mandates.some(({ role }) => role === 'AGENCY') ? 'agency' : { code: 'NOT_PERMITTED', because: 'Done by: agency.', facts: [] };

const acts = {
  APPROVE: { request: 'approve' },
  REJECT: { request: 'reject' },
  WITHDRAW: { request: 'withdraw' },
  REVOKE: { access: 'revoke' },
  END: { access: 'end' },
  CLOSE: { access: 'close' },
  CONFIRM: {},
} as const satisfies Record<RequestAction, { request?: string; access?: string }>;

function canBeDone(action: RequestAction, state: AccessRequest['state'] | Access['state']): boolean {
  const act: { readonly request?: Parameters<typeof nextState>[1]; readonly access?: Parameters<typeof nextAccessState>[1] } = acts[action];
  return (act.request && isRequestState(state) && nextState(state, act.request)) ||
    (act.access && !isRequestState(state) && nextAccessState(state, act.access))
    ? true
    : action === 'CONFIRM' && state === 'ACTIVE';
}

const isRequestState = (state: AccessRequest['state'] | Access['state']): state is AccessRequest['state'] =>
  ['WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'].includes(state);

/** A page of the feed: for another subgraph all of it, for anyone else what lies within reach now. */
export async function changePage({ feed, actor, loaders, reader }: Context, question: Omit<FeedQuestion, 'actor'>) {
  const reach = reachOf(actor);
  const suppliersOf = new Map(
    [...(await reader.systems(reach.flatMap((part) => (part.of === 'system' ? [part.system] : ['']))))].map(([id, { supplier }]) => [
      id,
      supplier,
    ]),
  );
  const { events, nextCursor, caughtUp } = await feed.page({ ...question, actor }, async (all) => {
    if (actor.kind === 'subgraph') return all;
    const daycares = await loaders.daycare.loadMany(all.map(({ facts }) => facts?.daycareNumber ?? ''));
    return all.filter(({ facts }, index) => {
      const daycare = daycares[index];
      return facts && daycare && !(daycare instanceof Error) && isWithin(reach, { supplier: facts.supplier, daycare }, suppliersOf);
    });
  });
  return { changes: events.flatMap(toldChange), nextCursor, caughtUp };
}

const inWords: Record<Mandate['role'], string> = {
  DAYCARE_RESPONSIBLE: 'daycare responsible of the municipality',
  MUNICIPAL_EMPLOYEE: 'employee of the municipality who administers agreements',
  DAYCARE_EMPLOYEE: 'employee of the daycare who administers agreements',
  MUNICIPAL_SYSTEM: "the municipality's own system",
  SUPPLIER: 'employee of the supplier',
  SUPPLIER_SYSTEM: "the supplier's system",
  AGENCY: 'the agency',
  DASHBOARD: 'dashboard',
  CITIZEN: 'citizen',
};

/** A mandate in plain words. */
export const mandateInWords = ({ role }: Mandate): string => inWords[role];
