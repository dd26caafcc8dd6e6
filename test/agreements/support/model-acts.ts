import type { Actor } from '#shared/actor.ts';
import {
  type Access,
  capacities,
  DAY,
  dayOf,
  decidesForSomeone,
  end,
  isAgency,
  isFree,
  liveAbout,
  type Request,
  reads,
  speaksFor,
  type SystemState,
  waitingAbout,
  whyNotDecide,
  type World,
} from './agreements-model.ts';

/** What somebody does; requests and accesses go by where they stand in the model's world. */
export type Act =
  | {
      readonly kind: 'send';
      readonly system: string;
      readonly service: string;
      readonly daycares: readonly string[];
      readonly opens: number;
    }
  | { readonly kind: 'approve' | 'reject' | 'withdraw' | 'undo'; readonly which: readonly number[] }
  | { readonly kind: 'revoke' | 'end' | 'close' | 'confirm'; readonly which: readonly number[]; readonly on?: string | undefined }
  | { readonly kind: 'setSystem'; readonly system: string; readonly state: SystemState }
  | { readonly kind: 'seek'; readonly system: string; readonly service: string; readonly daycare: string }
  | {
      readonly kind: 'connection';
      readonly how: 'ask' | 'approve' | 'refuse' | 'close';
      readonly system: string;
      readonly service: string;
    };

/** What became of each thing that was named, or of the whole: `ok`, or a refusal's code. */
export type Told = readonly string[] | string;

/** Does an act to the world, and tells what is answered. */
export function perform(world: World, actor: Actor, act: Act, at: number): Told {
  switch (act.kind) {
    case 'send':
      return send(world, actor, act, at);
    case 'approve':
    case 'reject':
    case 'undo':
      return decideAll(world, actor, act.kind, act.which, at);
    case 'withdraw':
      return act.which.map((index) =>
        toRequest(world, actor, index, (request) => {
          if (!speaksFor(actor, world.systems[request.system]!)) return 'NOT_PERMITTED';
          return request.state === 'WAITING' ? decided(request, 'WITHDRAWN', actor, at) : 'STATE_CONFLICT';
        }),
      );
    case 'revoke':
    case 'confirm':
      return decidesForSomeone(actor) ? changeAll(world, actor, act, at) : 'NOT_PERMITTED';
    case 'end':
      return changeAll(world, actor, act, at);
    case 'close':
      if (!isAgency(actor)) return 'NOT_PERMITTED';
      return actor.assurance === 'LOW' ? 'ASSURANCE_TOO_LOW' : changeAll(world, actor, act, at);
    case 'setSystem':
      return setSystem(world, actor, act, at);
    case 'seek':
      return seek(world, actor, act, at);
    case 'connection':
      return connect(world, actor, act);
  }
}

function send(world: World, actor: Actor, { system: id, service, daycares, opens }: Act & { kind: 'send' }, at: number): Told {
  const system = world.systems[id]!;
  if (!speaksFor(actor, system)) return 'NOT_PERMITTED';
  if (system.state !== 'ACTIVE') return 'SYSTEM_PASSIVE';
  if (system.connections[service] !== 'APPROVED') return 'NO_CONNECTION';
  return daycares.map((daycare) => {
    if (world.daycares[daycare]!.closed) return 'DAYCARE_CLOSED';
    const about = { system: id, service, daycare, opens };
    if (!isFree(world, about)) return 'ALREADY_REQUESTED';
    world.requests.push(waits(about, actor.id, at));
    return 'ok';
  });
}

export const waits = (
  about: Pick<Request, 'system' | 'service' | 'daycare' | 'opens'>,
  requestedBy: string,
  requestedAt: number,
): Request => ({
  ...about,
  state: 'WAITING',
  requestedBy,
  requestedAt,
  decided: null,
  reminders: 0,
});

function toRequest(world: World, actor: Actor, index: number, judge: (request: Request) => string): string {
  const request = world.requests[index]!;
  return reads(world, actor, request) ? judge(request) : 'NOT_FOUND';
}

function decided(request: Request, state: Request['state'], actor: Actor, at: number): 'ok' {
  Object.assign(request, { state, decided: { by: actor.id, at } });
  return 'ok';
}

type Deciding = { readonly request: Request; readonly index: number; readonly how: 'approve' | 'reject' | 'undo'; readonly at: number };

function decideOne(world: World, actor: Actor, { request, index, how, at }: Deciding): string {
  const refused = whyNotDecide(world, actor, request, request.requestedBy);
  if (refused) return refused;
  if (how === 'undo') return undo(world, actor, { request, index, at });
  if (request.state !== 'WAITING') return 'STATE_CONFLICT';
  if (how === 'reject') return decided(request, 'REJECTED', actor, at);
  const replaced = liveAbout(world, request);
  if (replaced) end(replaced, 'REVOKED');
  const { system, service, daycare, opens } = request;
  world.accesses.push({
    system,
    service,
    daycare,
    opens,
    request: index,
    replaced: replaced !== undefined,
    over: null,
    confirmBy: dayOf(at + 365 * DAY),
    askedToConfirm: null,
    questions: 0,
    unusedSince: at,
    endsOn: null,
  });
  return decided(request, 'APPROVED', actor, at);
}

function decideAll(world: World, actor: Actor, how: Deciding['how'], which: readonly number[], at: number): Told {
  if (!decidesForSomeone(actor)) return 'NOT_PERMITTED';
  return which.map((index) => toRequest(world, actor, index, (request) => decideOne(world, actor, { request, index, how, at })));
}

/** Within ten minutes, one's own, while nothing rests on it; what was rejected needs its place and its connection still. */
function undo(world: World, actor: Actor, { request, index, at }: Omit<Deciding, 'how'>): string {
  const access = world.accesses.findLast((each) => each.request === index);
  if (!(request.state === 'APPROVED' || request.state === 'REJECTED') || !request.decided) return 'STATE_CONFLICT';
  if (request.decided.by !== actor.id) return 'NOT_PERMITTED';
  if (at - request.decided.at > 600_000) return 'STATE_CONFLICT';
  if (world.daycares[request.daycare]!.closed) return 'DAYCARE_CLOSED';
  if (request.state === 'APPROVED') {
    if (!access || access.over || access.replaced) return 'STATE_CONFLICT';
    if (waitingAbout(world, request)) return 'ALREADY_REQUESTED';
    end(access, 'REVOKED');
  } else {
    if (world.systems[request.system]!.connections[request.service] !== 'APPROVED') return 'NO_CONNECTION';
    if (!isFree(world, request)) return 'ALREADY_REQUESTED';
  }
  Object.assign(request, { state: 'WAITING', decided: null });
  return 'ok';
}

type Changing = Act & { readonly kind: 'revoke' | 'end' | 'close' | 'confirm' };

function changeAll(world: World, actor: Actor, act: Changing, at: number): Told {
  const judged = act.which.map((index) => whyNotChange(world, actor, world.accesses[index]!, act.kind));
  const today = dayOf(at);
  const isAhead = act.on !== undefined && act.on !== today;
  if (isAhead && act.on! < today && judged.includes('ok')) return 'INVALID_INPUT';
  for (const [position, index] of act.which.entries())
    if (judged[position] === 'ok') change(world.accesses[index]!, act.kind, isAhead ? act.on : undefined, at);
  return judged;
}

function whyNotChange(world: World, actor: Actor, access: Access, kind: Changing['kind']): string {
  if (!reads(world, actor, access)) return 'NOT_FOUND';
  const refused = {
    revoke: () => whyNotDecide(world, actor, access, world.requests[access.request]!.requestedBy),
    confirm: () =>
      world.daycares[access.daycare]!.closed
        ? 'DAYCARE_CLOSED'
        : whyNotDecide(world, actor, access, world.requests[access.request]!.requestedBy),
    end: () => (speaksFor(actor, world.systems[access.system]!) ? undefined : 'NOT_PERMITTED'),
    close: () => undefined,
  }[kind]();
  return refused ?? (access.over ? 'STATE_CONFLICT' : 'ok');
}

function change(access: Access, kind: Changing['kind'], on: string | undefined, at: number): void {
  if (kind === 'confirm') Object.assign(access, { confirmBy: dayOf(at + 365 * DAY), askedToConfirm: null, unusedSince: at, endsOn: null });
  else if (on) access.endsOn = on;
  else end(access, ({ revoke: 'REVOKED', end: 'ENDED', close: 'CLOSED_BY_AGENCY' } as const)[kind]);
}

// A20, A21, P27: from, to, and who; what the agency stopped, a supplier cannot lift.
const moves: Record<SystemState, Partial<Record<SystemState, 'supplier' | 'agency'>>> = {
  ACTIVE: { PASSIVE: 'supplier', ARCHIVED: 'supplier', STOPPED_BY_AGENCY: 'agency' },
  PASSIVE: { ACTIVE: 'supplier', ARCHIVED: 'supplier', STOPPED_BY_AGENCY: 'agency' },
  ARCHIVED: { ACTIVE: 'supplier', PASSIVE: 'supplier', STOPPED_BY_AGENCY: 'agency' },
  STOPPED_BY_AGENCY: { ACTIVE: 'agency', PASSIVE: 'agency' },
};

function setSystem(world: World, actor: Actor, { system: id, state }: Act & { kind: 'setSystem' }, at: number): Told {
  const system = world.systems[id]!;
  const by = moves[system.state][state];
  if (!by) return speaksFor(actor, system) || isAgency(actor) ? 'STATE_CONFLICT' : 'NOT_PERMITTED';
  if (by === 'agency' ? !isAgency(actor) : !speaksFor(actor, system)) return 'NOT_PERMITTED';
  if (actor.assurance === 'LOW') return 'ASSURANCE_TOO_LOW';
  if (system.archivedAt !== null && at - system.archivedAt > 30 * DAY) return 'STATE_CONFLICT';
  Object.assign(system, { state, archivedAt: state === 'ARCHIVED' ? at : null });
  return 'ok';
}

export const soughtKey = ({ daycare, system, service }: { daycare: string; system: string; service: string }) =>
  `${daycare} ${system} ${service}`;

function seek(world: World, actor: Actor, { system, service, daycare: number }: Act & { kind: 'seek' }, at: number): Told {
  if (!decidesForSomeone(actor)) return 'NOT_PERMITTED';
  const daycare = world.daycares[number]!;
  if (capacities(actor, daycare) === '') return 'NOT_FOUND';
  if (daycare.closed) return 'DAYCARE_CLOSED';
  if (world.systems[system]!.connections[service] !== 'APPROVED') return 'NO_CONNECTION';
  const about = { system, service, daycare: number, opens: 0 };
  if (waitingAbout(world, about) || liveAbout(world, about)) return 'ALREADY_REQUESTED';
  const last = world.sought[soughtKey(about)];
  if (last === undefined || at - last >= 7 * DAY) world.sought[soughtKey(about)] = at;
  return 'ok';
}

const connections = {
  ask: ['REQUESTED', ['REFUSED', 'CLOSED', undefined]],
  approve: ['APPROVED', ['REQUESTED']],
  refuse: ['REFUSED', ['REQUESTED']],
  close: ['CLOSED', ['APPROVED']],
} as const;

function connect(world: World, actor: Actor, { how, system: id, service }: Act & { kind: 'connection' }): Told {
  const system = world.systems[id]!;
  if (how === 'ask' ? !speaksFor(actor, system) : !isAgency(actor)) return 'NOT_PERMITTED';
  const [to, from] = connections[how];
  if (!from.some((state) => state === system.connections[service])) return how === 'ask' ? 'STATE_CONFLICT' : ['STATE_CONFLICT'];
  system.connections[service] = to;
  if (how !== 'close') return how === 'ask' ? 'ok' : ['ok'];
  for (const request of world.requests)
    if (request.state === 'WAITING' && request.system === id && request.service === service) request.state = 'LAPSED';
  for (const access of world.accesses)
    if (!access.over && access.system === id && access.service === service) end(access, 'CLOSED_BY_AGENCY');
  return ['ok'];
}
