import type { Mandate } from '#shared/actor.ts';
import type { FeedQuestion } from '#shared/feed.ts';
import { readPage } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import { type AccessAnswer, answerFrom, mayKnow } from '../domain/accesses/access-answer.ts';
import type { Access } from '../domain/accesses/access.ts';
import { toldChange } from '../domain/agreement-event.ts';
import type { Criteria } from '../domain/agreement-reader.ts';
import { isWithin, type Reach, reachOf } from '../domain/reach.ts';
import type { AccessRequest } from '../domain/requests/request.ts';
import { serviceOf } from '../domain/systems/service.ts';
import type { Supplier, SupplierSystem } from '../domain/systems/system.ts';
import type { AccessPage, Context, RequestPage, SoughtPage } from './context.ts';
import type { Loaders } from './loaders.ts';
import { criteriaFrom, type RequestFilter } from './overseeing/sought.ts';

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of the requests the caller may read. */
export async function requestPage(context: Context, filter: RequestFilter | null | undefined, asked: Asked): Promise<RequestPage> {
  const { reader, actor } = context;
  const criteria = await criteriaFrom(context, filter);
  return readPage('requests', asked, {
    rows: (place) => reader.requests(actor, criteria, place),
    keyOf: ({ id }) => [id],
    total: () => reader.countRequests(actor, criteria),
  });
}

/** A page of what waits and the caller may decide. */
export async function inboxPage(context: Context, filter: RequestFilter | null | undefined, asked: Asked): Promise<RequestPage> {
  const { reader, actor } = context;
  const criteria = await criteriaFrom(context, filter);
  return readPage('inbox', asked, {
    rows: (place) => reader.inbox(actor, criteria, place),
    keyOf: ({ id }) => [id],
    total: () => reader.countInbox(actor, criteria),
  });
}

/** A page of what institutions asked the caller's systems to send. */
export function soughtPage({ reader, actor }: Context, asked: Asked): Promise<SoughtPage> {
  return readPage('sought', asked, {
    rows: (place) => reader.sought(actor, place),
    keyOf: ({ id }) => [id],
    total: () => reader.countSought(actor),
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

/** The supplier of a system; every system has one. */
export async function supplierOf({ loaders }: Context, number: string): Promise<Supplier> {
  const supplier = await loaders.supplier.load(number);
  if (!supplier) throw new Error(`There is no supplier ${number}.`);
  return supplier;
}

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

/** A page of the feed: for another subgraph all of it, for anyone else what lies within reach now. */
export async function changePage({ feed, actor, loaders }: Context, question: Omit<FeedQuestion, 'actor'>) {
  const reach = reachOf(actor);
  const suppliersOf = await suppliersIn(reach, loaders);
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

async function suppliersIn(reach: readonly Reach[], { system }: Loaders): Promise<ReadonlyMap<string, string>> {
  const ids = reach.flatMap((part) => (part.of === 'system' ? [part.system] : []));
  const systems = await Promise.all(ids.map((id) => system.load(id)));
  return new Map(systems.flatMap((known) => (known ? [[known.id, known.supplier] as const] : [])));
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
