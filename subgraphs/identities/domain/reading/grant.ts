import { type Actor, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { type DataCategory, dataCategories } from '../category.ts';
import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Tie } from '../people/affiliation.ts';
import { beganAt, coversTie, opensPersons } from './covers-tie.ts';
import { servicesGiving } from './fetched-categories.ts';
import { type Reading, readingOf, type Standing } from './reading-policy.ts';

/** What an actor may read of one daycare, at this moment: never kept beyond the request. */
export interface Grant {
  readonly daycare: KnownDaycare;
  readonly as: Standing | 'supplier system' | undefined;
  readonly reading: Reading;
  /** The accesses by which a system reads; none for administrators. */
  readonly accesses: readonly KnownAccess[];
}

/** Administrators see no national number and no protected name; revealing is an act of its own. */
export const administratorCategories: ReadonlySet<DataCategory> = new Set(
  dataCategories.filter((category) => category !== 'NATIONAL_NUMBER' && category !== 'PROTECTED_NAME'),
);

/** A system reads by its active accesses to this very daycare while it takes users, never by one to look up only; a person by standing. */
export function grantOf(actor: Actor, daycare: KnownDaycare & { readonly accesses?: readonly KnownAccess[] }): Grant {
  const accesses = daycare.acceptsUsers ? (daycare.accesses ?? []).filter(opensPersons) : [];
  if (accesses.length > 0) return { daycare, as: 'supplier system', reading: 'PEOPLE', accesses };
  return { daycare, ...readingOf(actor, daycare), accesses: [] };
}

/** The categories under which a tie goes out: for a system, of the accesses that had begun before it ended (never the time before). */
export function categoriesFor({ as, accesses }: Grant, tie: Pick<Tie, 'to'>): ReadonlySet<DataCategory> {
  if (as === undefined) return new Set();
  if (as !== 'supplier system') return administratorCategories;
  return new Set(accesses.filter((access) => coversTie(access, tie)).flatMap(({ categories }) => categories));
}

/** What is held of an instant in the past: a system's accesses that had begun by then. */
export const grantAt = (grant: Grant, asOf: number): Grant => ({
  ...grant,
  accesses: grant.accesses.filter((access) => beganAt(access) <= asOf),
});

/** Since when ties that ended may be seen: for a system since its first access began. */
export const openSince = ({ as, accesses }: Grant): number => (as === 'supplier system' ? Math.min(...accesses.map(beganAt)) : 0);

/** Told alike of a daycare that is not there and one that is out of scope. */
export function notReadable(actor: Actor, number: string): Refusal {
  if (mandatesIn(actor, 'SUPPLIER_SYSTEM').length > 0)
    return refusal('NO_ACTIVE_ACCESS', `There is no active access to fetch persons of ${number}.`, {
      rule: 'A25',
      facts: { daycare: number },
    });
  return refusal('NOT_FOUND', `There is no daycare ${number} whose persons you may read.`);
}

/** Told of a category that is not held at this daycare: for which field it was asked, and which services would give it. */
export function notGranted(category: DataCategory, daycare: string, field?: string): Refusal {
  const services = servicesGiving(category).join(', ');
  return refusal('CATEGORY_NOT_GRANTED', `What you hold at ${daycare} does not cover ${category}. Given by: ${services}.`, {
    rule: 'A25',
    facts: { category, daycare, services, ...(field && { field }) },
  });
}
