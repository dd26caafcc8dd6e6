import type { Actor, Mandate } from '#shared/actor.ts';
import type { KnownDaycare, Ownership } from '../known-daycare.ts';

/** The capacity in which somebody comes to a daycare's persons. */
export type Standing =
  | 'daycare responsible'
  | 'municipal employee'
  | 'daycare employee'
  | 'dashboard of the municipality'
  | 'national dashboard';
/** How much one may read: persons, or sources and imports with counts, or sums only. Each opens what comes after it, too. */
export type Reading = 'PEOPLE' | 'COUNTS' | 'SUMMARY' | 'NOTHING';

/**
 * Who may read what of a daycare's persons, by its ownership (Q7). A supplier's system reads by its accesses alone; the agency,
 * suppliers' staff and municipalities' systems read nothing of persons here; citizens read their own elsewhere.
 */
// biome-ignore format: a table
export const mayRead = {
  MUNICIPAL:  { 'daycare responsible': 'PEOPLE',  'municipal employee': 'COUNTS',  'daycare employee': 'COUNTS', 'dashboard of the municipality': 'SUMMARY', 'national dashboard': 'SUMMARY' },
  SELF_OWNED: { 'daycare responsible': 'PEOPLE',  'municipal employee': 'COUNTS',  'daycare employee': 'PEOPLE', 'dashboard of the municipality': 'SUMMARY', 'national dashboard': 'SUMMARY' },
  PRIVATE:    { 'daycare responsible': 'NOTHING', 'municipal employee': 'NOTHING', 'daycare employee': 'PEOPLE', 'dashboard of the municipality': 'NOTHING', 'national dashboard': 'SUMMARY' },
  OUTSOURCED: { 'daycare responsible': 'PEOPLE',  'municipal employee': 'COUNTS',  'daycare employee': 'PEOPLE', 'dashboard of the municipality': 'SUMMARY', 'national dashboard': 'SUMMARY' },
} as const satisfies Record<Ownership, Record<Standing, Reading>>;

/** How much one may read of a municipality as a whole: its municipal, self-owned and outsourced daycares together. */
export const mayReadMunicipality = {
  'daycare responsible': 'PEOPLE',
  'municipal employee': 'COUNTS',
  'daycare employee': 'NOTHING',
  'dashboard of the municipality': 'SUMMARY',
  'national dashboard': 'SUMMARY',
} as const satisfies Record<Standing, Reading>;

/** The daycares that a municipality's sums and overview are of; private ones count nationally only. */
export const countedOwnerships: readonly Ownership[] = ['MUNICIPAL', 'SELF_OWNED', 'OUTSOURCED'];

const widest: readonly Reading[] = ['PEOPLE', 'COUNTS', 'SUMMARY', 'NOTHING'];

/** Whether one reading opens another. */
export const opens = (held: Reading, wanted: Reading): boolean => widest.indexOf(held) <= widest.indexOf(wanted);

export interface Read {
  readonly as: Standing | undefined;
  readonly reading: Reading;
}

/** The most that this actor may read of a daycare, and as what. */
export function readingOf(actor: Actor, daycare: Pick<KnownDaycare, 'municipality' | 'ownership' | 'number' | 'unit'>): Read {
  return widestOf(standingsAt(actor, daycare).map((as) => ({ as, reading: mayRead[daycare.ownership][as] })));
}

/** The most that this actor may read of a municipality. */
export function readingOfMunicipality(actor: Actor, municipality: string): Read {
  return widestOf(standingsAt(actor, { municipality, number: '', unit: null }).map((as) => ({ as, reading: mayReadMunicipality[as] })));
}

/** Whether this actor could ever read so much of some daycare; who never can is told so without a look at any. */
export function readsSomewhere(actor: Actor, wanted: Reading): boolean {
  return actor.mandates.some((mandate) =>
    Object.values(mayRead).some((of) => standingFrom(mandate, undefined).some((as) => opens(of[as], wanted))),
  );
}

const widestOf = (reads: readonly Read[]): Read =>
  widest.flatMap((reading) => reads.filter((read) => read.reading === reading))[0] ?? { as: undefined, reading: 'NOTHING' };

type Place = Pick<KnownDaycare, 'municipality' | 'number' | 'unit'>;

/** The only place where roles are read. Without a place: what the actor could be anywhere. */
export const standingsAt = (actor: Actor, place: Place | undefined): Standing[] =>
  actor.mandates.flatMap((mandate) => standingFrom(mandate, place));

/** Every standing of an actor, with the mandate that gives it. */
export const standingsOf = (actor: Actor): { readonly as: Standing; readonly mandate: Mandate }[] =>
  actor.mandates.flatMap((mandate) => standingFrom(mandate, undefined).map((as) => ({ as, mandate })));

/** A mandate over a unit covers its locations. Without a place: what the mandate could be anywhere. */
function standingFrom(mandate: Mandate, place: Place | undefined): Standing[] {
  switch (mandate.role) {
    case 'DAYCARE_RESPONSIBLE':
      return !place || mandate.municipality === place.municipality ? ['daycare responsible'] : [];
    case 'MUNICIPAL_EMPLOYEE':
      return !place || mandate.municipality === place.municipality ? ['municipal employee'] : [];
    case 'DAYCARE_EMPLOYEE':
      return !place || mandate.daycare === place.number || mandate.daycare === place.unit ? ['daycare employee'] : [];
    case 'DASHBOARD':
      if (mandate.municipality === undefined) return ['national dashboard'];
      return !place || mandate.municipality === place.municipality ? ['dashboard of the municipality'] : [];
    case 'SUPPLIER_SYSTEM':
    case 'MUNICIPAL_SYSTEM':
    case 'SUPPLIER':
    case 'AGENCY':
    case 'CITIZEN':
      return [];
  }
}
