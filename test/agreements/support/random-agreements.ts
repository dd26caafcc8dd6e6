import fc from 'fast-check';
import type { Actor } from '#shared/actor.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { type Daycare, isAgency, speaksFor, type System, type SystemState, whyNotDecide, type World } from './agreements-model.ts';
import type { Act } from './model-acts.ts';

/** One command of a history; the numbers choose among what there is when it comes. */
export interface Command {
  readonly kind: (typeof kinds)[number];
  readonly who: number;
  readonly which: number;
  readonly other: number;
  readonly value: number;
}

const acts = [
  'send',
  'approve',
  'reject',
  'withdraw',
  'undo',
  'revoke',
  'end',
  'close',
  'confirm',
  'setSystem',
  'seek',
  'connection',
] as const;
const grounds = ['closeDaycare', 'changeOwnership', 'moveUnit', 'changeType'] as const;
const kinds = [...acts, ...grounds, 'time'] as const;
const weighted = (weight: number, ...of: (typeof kinds)[number][]) => ({ weight, arbitrary: fc.constantFrom(...of) });

export const histories = fc.noBias(
  fc.array(
    fc.record<Command>({
      kind: fc.oneof(weighted(6, 'send'), weighted(6, 'approve'), weighted(10, ...acts), weighted(3, ...grounds), weighted(4, 'time')),
      who: fc.nat(1000),
      which: fc.nat(1000),
      other: fc.nat(1000),
      value: fc.nat(1000),
    }),
    { minLength: 20, maxLength: 45, size: 'max' },
  ),
);

export const servicesOf = { core: ['ws10-import', 'ws17-communication'], other: ['ws17-small', 'ws17-medium'] } as const;
/** Categories that every service opens, so many of which are asked for. */
export const opening = ['IDENTITY', 'ROLE', 'GROUPS'] as const;

/** The numbers of one history's own clusters, daycares, suppliers and systems. */
export function castOf(history: number) {
  const number = (nth: number) => `G${String(10_000 + history * 20 + nth)}`;
  const clusters = (['MUNICIPAL', 'SELF_OWNED', 'PRIVATE', 'OUTSOURCED'] as const).map((ownership, nth) => ({
    number: number(nth),
    ownership,
  }));
  // Two municipal units, a location of the first of them, and a unit in each other form of ownership.
  const daycare = (nth: number, cluster: number, unit: string | null = null): Daycare => ({
    number: number(nth),
    unit,
    cluster: clusters[cluster]!.number,
    municipality: '0751',
    ownership: clusters[cluster]!.ownership,
    childminding: false,
    closed: false,
  });
  const daycares = [daycare(4, 0), daycare(5, 0), daycare(6, 0, number(4)), daycare(7, 1), daycare(8, 2), daycare(9, 3)];
  const system = (letter: string, services: readonly string[]): System => ({
    id: `S${history}${letter}`,
    supplier: `${history}${letter}`,
    state: 'ACTIVE',
    archivedAt: null,
    connections: Object.fromEntries(services.map((service) => [service, 'APPROVED'])),
  });
  const systems = [system('X', ['ws10-import', 'ws17-small']), system('Y', ['ws17-communication', 'ws17-small', 'ws17-medium'])];
  return { clusters, daycares, systems, actors: actorsFor(history, daycares, systems) };
}

function actorsFor(history: number, daycares: readonly Daycare[], [x, y]: readonly System[]): readonly Actor[] {
  const as = (id: string, mandates: Actor['mandates'], more: Partial<Actor> = {}): Actor =>
    actorWith(mandates, { id: `${id} ${history}`, ...more });
  const responsible: Actor['mandates'] = [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }];
  const staff = (number: string): Actor['mandates'] => [{ role: 'DAYCARE_EMPLOYEE', daycare: number }];
  const supplierX: Actor['mandates'] = [{ role: 'SUPPLIER', supplier: x!.supplier }];
  return [
    as('responsible', responsible),
    as('another responsible', responsible),
    as('municipal employee', [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]),
    as('neighbour', [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]),
    as('loosely logged in', responsible, { assurance: 'LOW' }),
    ...daycares.map(({ number }) => as(`staff of ${number}`, staff(number))),
    as('agency', [{ role: 'AGENCY' }]),
    as('supplier X', supplierX),
    as('system X', [{ role: 'SUPPLIER_SYSTEM', system: x!.id }]),
    as('supplier Y', [{ role: 'SUPPLIER', supplier: y!.supplier }]),
    as('system Y', [{ role: 'SUPPLIER_SYSTEM', system: y!.id }]),
    as('staff and supplier X', [...staff(daycares[0]!.number), ...supplierX]),
    // Whoever is of supplier Y, after having changed to the municipality.
    as('supplier Y', responsible),
  ];
}

export const worldOf = ({ daycares, systems }: Pick<ReturnType<typeof castOf>, 'daycares' | 'systems'>): World => ({
  daycares: Object.fromEntries(daycares.map((daycare) => [daycare.number, { ...daycare }])),
  systems: Object.fromEntries(systems.map((system) => [system.id, { ...system, connections: { ...system.connections } }])),
  requests: [],
  accesses: [],
  sought: {},
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// How far the clock goes at once: within what can be undone and beyond, to reminders, the archive's end, expiry, a year.
const leaps = [
  MINUTE,
  4 * MINUTE,
  4 * MINUTE,
  9 * MINUTE,
  11 * MINUTE,
  5 * HOUR,
  3 * DAY,
  8 * DAY,
  15 * DAY,
  31 * DAY,
  70 * DAY,
  91 * DAY,
  340 * DAY,
  365 * DAY + MINUTE,
];
export const leapOf = ({ value }: Command): number => leaps[value % leaps.length]!;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
/** Mostly what the act is meant for, sometimes anything. */
const mostly = <T>(apt: readonly T[], all: readonly T[], dice: number): readonly T[] => (apt.length > 0 && dice % 5 !== 0 ? apt : all);

/** Reads a command as somebody's act in a world; nothing where there is nothing to do it to. */
export function actFrom(command: Command, world: World, actors: readonly Actor[], today: string): { actor: Actor; act: Act } | undefined {
  const { kind, who, which, other, value } = command;
  const by = (apt: (actor: Actor) => boolean) => at(mostly(actors.filter(apt), actors, who), who);
  // Much is about the same few things, so that histories meet themselves.
  const system = at(mostly(Object.values(world.systems).slice(0, 1), Object.values(world.systems), which), which);
  const service = at(mostly(['ws17-small'], [...Object.keys(system.connections), 'ws17-full'], other), other);
  const open = Object.values(world.daycares).filter(({ closed }) => !closed);
  const daycare = at(mostly(open.slice(0, 2), Object.values(world.daycares), value), value).number;
  const speaks = (actor: Actor) => speaksFor(actor, system);
  switch (kind) {
    case 'send': {
      const more = [0, 1].slice(0, other % 3).map((nth) => at(Object.values(world.daycares), value + nth * 5).number);
      const daycares = [...new Set([daycare, ...more])];
      return { actor: by(speaks), act: { kind, system: system.id, service, daycares, opens: 1 + (who % 3) } };
    }
    case 'approve':
    case 'reject':
    case 'undo':
    case 'withdraw': {
      const wanted = kind === 'undo' ? ['APPROVED', 'REJECTED'] : ['WAITING'];
      const all = world.requests.map((_, index) => index);
      const meant = mostly(
        all.filter((index) => wanted.includes(world.requests[index]!.state)),
        all,
        other,
      );
      const first = meant[which % meant.length];
      if (first === undefined) return undefined;
      const suits = (index: number) => (actor: Actor) => {
        const request = world.requests[index]!;
        if (kind === 'withdraw') return speaksFor(actor, world.systems[request.system]!);
        return kind === 'undo' ? actor.id === request.decided?.by : !whyNotDecide(world, actor, request, request.requestedBy);
      };
      const actor = by(suits(first));
      return {
        actor,
        act: {
          kind,
          which: withMore(
            first,
            mostly(
              meant.filter((index) => suits(index)(actor)),
              meant,
              value,
            ),
            value,
          ),
        },
      };
    }
    case 'revoke':
    case 'end':
    case 'close':
    case 'confirm': {
      const all = world.accesses.map((_, index) => index);
      const meant = mostly(
        all.filter((index) => !world.accesses[index]!.over),
        all,
        other,
      );
      const first = meant[which % meant.length];
      if (first === undefined) return undefined;
      const suits = (index: number) => (actor: Actor) => {
        const access = world.accesses[index]!;
        if (kind === 'close') return isAgency(actor);
        return kind === 'end'
          ? speaksFor(actor, world.systems[access.system]!)
          : !whyNotDecide(world, actor, access, world.requests[access.request]!.requestedBy);
      };
      const actor = by(suits(first));
      const on = kind === 'revoke' && value % 2 ? dayAfter(today, [-3, 0, 1, 5, 40, 200][other % 6]!) : undefined;
      return {
        actor,
        act: {
          kind,
          on,
          which: withMore(
            first,
            mostly(
              meant.filter((index) => suits(index)(actor)),
              meant,
              value,
            ),
            value,
          ),
        },
      };
    }
    case 'setSystem': {
      const state: SystemState = at(['ACTIVE', 'ACTIVE', 'PASSIVE', 'ARCHIVED', 'STOPPED_BY_AGENCY'] as const, value);
      const byAgency = state === 'STOPPED_BY_AGENCY' || system.state === 'STOPPED_BY_AGENCY';
      return { actor: by(byAgency ? isAgency : speaks), act: { kind, system: system.id, state } };
    }
    case 'seek':
      return {
        actor: by(({ mandates }) => mandates.some(({ role }) => role === 'DAYCARE_EMPLOYEE')),
        act: { kind, system: system.id, service, daycare },
      };
    case 'connection': {
      const how = at(['ask', 'ask', 'approve', 'approve', 'refuse', 'close'] as const, value);
      const known = how === 'ask' || system.connections[service] ? service : Object.keys(system.connections)[0]!;
      return { actor: by(how === 'ask' ? speaks : isAgency), act: { kind, how, system: system.id, service: known } };
    }
    default:
      return undefined;
  }
}

/** One of a list with up to two others, none twice. */
const withMore = (first: number, list: readonly number[], count: number): number[] => [
  ...new Set([first, ...Array.from({ length: count % 3 }, (_, nth) => at(list, count + nth))]),
];

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
