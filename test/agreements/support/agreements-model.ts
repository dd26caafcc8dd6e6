/**
 * Agreements as small as they can be said, written from domain.md 3.5 to 3.8 and docs/decisions.md. Whether a live access is in force
 * is not kept but follows from what it rests on; a place is taken by whatever waits or is live there.
 */
import type { Actor } from '#shared/actor.ts';
import type { Ownership } from '../../../subgraphs/agreements/domain/known-daycare.ts';

export type SystemState = 'ACTIVE' | 'PASSIVE' | 'STOPPED_BY_AGENCY' | 'ARCHIVED';
type ConnectionState = 'REQUESTED' | 'APPROVED' | 'REFUSED' | 'CLOSED';
type RequestState = 'WAITING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'LAPSED' | 'EXPIRED';
type Over = 'REVOKED' | 'ENDED' | 'LAPSED' | 'CLOSED_BY_AGENCY';

export interface Daycare {
  readonly number: string;
  readonly unit: string | null;
  cluster: string;
  municipality: string;
  ownership: Ownership;
  childminding: boolean;
  closed: boolean;
}

export interface System {
  readonly id: string;
  readonly supplier: string;
  state: SystemState;
  archivedAt: number | null;
  readonly connections: Record<string, ConnectionState>;
}

/** What a request and an access are about; `opens` counts the categories, each of which comes after those before it. */
interface About {
  readonly system: string;
  readonly service: string;
  readonly daycare: string;
  readonly opens: number;
}

export interface Request extends About {
  state: RequestState;
  readonly requestedBy: string;
  readonly requestedAt: number;
  decided: { readonly by: string; readonly at: number } | null;
  reminders: number;
}

export interface Access extends About {
  readonly request: number;
  readonly replaced: boolean;
  over: Over | null;
  confirmBy: string;
  askedToConfirm: string | null;
  questions: number;
  unusedSince: number;
  endsOn: string | null;
}

export interface World {
  readonly daycares: Record<string, Daycare>;
  readonly systems: Record<string, System>;
  readonly requests: Request[];
  readonly accesses: Access[];
  /** When each daycare last asked for which system's service. */
  readonly sought: Record<string, number>;
}

export const DAY = 86_400_000;
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });
export const dayOf = (instant: number): string => dayFormat.format(instant);

// 3.1: what is asked for without which nobody gets an identity.
const coreServices: ReadonlySet<string> = new Set(['ws10-import', 'ws17-communication']);

// 3.5, D1 to D9: R the municipality's daycare responsible, M its employee, D the daycare's own; core import, other.
const deciders = {
  MUNICIPAL: ['R', 'RMD'],
  SELF_OWNED: ['D', 'RMD'],
  PRIVATE: ['D', 'D'],
  OUTSOURCED: ['D', 'RMD'],
  MUNICIPAL_CHILDMINDING: ['R', 'RM'],
} as const;

function decidersOf({ ownership, childminding }: Daycare, service: string): string {
  const [core, other] = deciders[ownership === 'MUNICIPAL' && childminding ? 'MUNICIPAL_CHILDMINDING' : ownership];
  return coreServices.has(service) ? core : other;
}

/** Whom a request waits for. */
export function addresseeOf(world: World, { daycare, service }: Pick<About, 'daycare' | 'service'>): 'MUNICIPALITY' | 'DAYCARE' | 'EITHER' {
  const may = decidersOf(world.daycares[daycare]!, service);
  if (!may.includes('D')) return 'MUNICIPALITY';
  return may === 'D' ? 'DAYCARE' : 'EITHER';
}

/** In which capacities somebody comes before a daycare. */
export function capacities({ mandates }: Actor, { number, unit, municipality }: Daycare): string {
  if (mandates.some(({ role }) => role === 'AGENCY')) return '';
  return mandates
    .map((mandate) => {
      if (mandate.role === 'DAYCARE_RESPONSIBLE') return mandate.municipality === municipality ? 'R' : '';
      if (mandate.role === 'MUNICIPAL_EMPLOYEE') return mandate.municipality === municipality ? 'M' : '';
      return mandate.role === 'DAYCARE_EMPLOYEE' && (mandate.daycare === number || mandate.daycare === unit) ? 'D' : '';
    })
    .join('');
}

/** Whether somebody decides for any daycare at all. */
export const decidesForSomeone = ({ mandates }: Actor): boolean =>
  mandates.some(({ role }) => ['DAYCARE_RESPONSIBLE', 'MUNICIPAL_EMPLOYEE', 'DAYCARE_EMPLOYEE'].includes(role)) &&
  !mandates.some(({ role }) => role === 'AGENCY');

/** Whether somebody may read what is about a daycare and a system (design, section 6). */
export function reads(world: World, actor: Actor, { daycare, system }: About): boolean {
  const at = world.daycares[daycare]!;
  const { supplier } = world.systems[system]!;
  return actor.mandates.some((mandate) => {
    switch (mandate.role) {
      case 'AGENCY':
        return true;
      case 'SUPPLIER':
        return mandate.supplier === supplier;
      case 'SUPPLIER_SYSTEM':
        return world.systems[mandate.system]?.supplier === supplier;
      case 'DAYCARE_RESPONSIBLE':
      case 'MUNICIPAL_EMPLOYEE':
        return mandate.municipality === at.municipality && at.ownership !== 'PRIVATE';
      case 'DAYCARE_EMPLOYEE':
        return mandate.daycare === at.number || mandate.daycare === at.unit;
      default:
        return false;
    }
  });
}

/** Why somebody may not decide; undefined where he may (A16: nobody decides for the side that asked, nor what he asked himself). */
export function whyNotDecide(world: World, actor: Actor, about: About, requestedBy: string): string | undefined {
  const { supplier } = world.systems[about.system]!;
  const ownSide =
    actor.id === requestedBy || actor.mandates.some((mandate) => mandate.role === 'SUPPLIER' && mandate.supplier === supplier);
  const daycare = world.daycares[about.daycare]!;
  const may = decidersOf(daycare, about.service);
  if (ownSide || ![...capacities(actor, daycare)].some((capacity) => may.includes(capacity))) return 'NOT_PERMITTED';
  return actor.assurance === 'LOW' ? 'ASSURANCE_TOO_LOW' : undefined;
}

/** Whether a system, or somebody of its supplier, speaks for the system. */
export const speaksFor = (actor: Actor, { id, supplier }: System): boolean =>
  actor.mandates.some(
    (mandate) =>
      (mandate.role === 'SUPPLIER' && mandate.supplier === supplier) || (mandate.role === 'SUPPLIER_SYSTEM' && mandate.system === id),
  );

export const isAgency = ({ mandates }: Actor): boolean => mandates.some(({ role }) => role === 'AGENCY');

const pausedBySystem = {
  ACTIVE: null,
  PASSIVE: 'SYSTEM_PASSIVE',
  ARCHIVED: 'SYSTEM_PASSIVE',
  STOPPED_BY_AGENCY: 'SYSTEM_STOPPED',
} as const;

/** Why a live access is not in force, the weightiest reason (A20, A21, Q4, C4). */
export function pausedBy(world: World, { system, confirmBy, unusedSince }: Access, at: number): string | null {
  const bySystem = pausedBySystem[world.systems[system]!.state];
  if (bySystem) return bySystem;
  if (confirmBy < dayOf(at)) return 'UNCONFIRMED';
  return at - unusedSince > 365 * DAY ? 'UNUSED' : null;
}

export const stateOf = (world: World, access: Access, at: number): string =>
  access.over ?? (pausedBy(world, access, at) ? 'SUSPENDED' : 'ACTIVE');

export const isSame = (one: About, other: About): boolean =>
  one.system === other.system && one.service === other.service && one.daycare === other.daycare;
/** What waits, and what is live, about the same. */
export const waitingAbout = (world: World, about: About) =>
  world.requests.find((request) => request.state === 'WAITING' && isSame(request, about));
export const liveAbout = (world: World, about: About) => world.accesses.find((access) => !access.over && isSame(access, about));

/** Whether something more may be asked: nothing waits, and nothing is live that opens as much (A24). */
export function isFree(world: World, about: About): boolean {
  const live = liveAbout(world, about);
  return !waitingAbout(world, about) && (!live || live.opens < about.opens);
}

export function end(access: Access, over: Over): void {
  Object.assign(access, { over, endsOn: null });
}
