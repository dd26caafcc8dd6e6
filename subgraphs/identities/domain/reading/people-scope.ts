import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { DataCategory } from '../category.ts';
import type { Affiliation } from '../people/affiliation.ts';
import type { PersonRole } from '../people/person.ts';
import { listCategories } from './category-of-field.ts';
import { categoriesFor, type Grant, grantAt, notGranted, notReadable, openSince } from './grant.ts';
import type { PeopleCriteria, TieWithPerson } from './readings.ts';

/** What of a daycare's people is asked for; what is left out does not restrict. */
export interface PeopleFilter {
  readonly role?: readonly PersonRole[] | null | undefined;
  readonly group?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly asOf?: number | null | undefined;
  readonly includeEnded?: boolean | null | undefined;
}

const roles: readonly PersonRole[] = ['CHILD', 'EMPLOYEE', 'EXTERNAL', 'CONTACT'];

/** A filter as the log keeps it: digits are masked, since somebody may search for a number. */
export const loggedFilter = (filter: PeopleFilter): PeopleFilter => ({ ...filter, text: filter.text?.replaceAll(/\d/g, '#') });

interface Scope {
  readonly grant: Grant;
  readonly criteria: PeopleCriteria;
}

/** Which rows this actor may see of those asked for, or why none: the scope of every list of persons. */
export function scopeFor(actor: Actor, standing: Grant, { role, group, text, asOf, includeEnded }: PeopleFilter): Scope | Refusal {
  const grant = asOf ? grantAt(standing, asOf) : standing;
  const { number } = grant.daycare;
  if (grant.reading !== 'PEOPLE' || openSince(grant) === Number.POSITIVE_INFINITY) return notReadable(actor, number);
  const categories = categoriesFor(grant, { to: null });
  const missing = [
    ...listCategories,
    ...(role?.includes('CONTACT') ? ['CONTACT_PERSONS' as const] : []),
    ...(group ? ['GROUPS' as const] : []),
  ].find((category) => !categories.has(category));
  if (missing) return notGranted(missing, number);
  const visible = roles.filter((each) => each !== 'CONTACT' || categories.has('CONTACT_PERSONS'));
  const endedAfter = includeEnded ? openSince(grant) : null;
  return {
    grant,
    criteria: {
      daycare: number,
      roles: visible.filter((each) => !role || role.includes(each)),
      group: group ?? null,
      text: text?.trim() || null,
      asOf: asOf ?? null,
      endedAfter,
      categories,
    },
  };
}

/** A tie as it is shown under a grant; nothing where the accesses that had begun by then do not open it. */
export function shownUnder(grant: Grant, tie: TieWithPerson): Affiliation[] {
  const categories = categoriesFor(grant, tie);
  return canSee(categories, tie) ? [{ ...tie, categories }] : [];
}

function canSee(categories: ReadonlySet<DataCategory>, { role }: TieWithPerson): boolean {
  return listCategories.every((category) => categories.has(category)) && (role !== 'CONTACT' || categories.has('CONTACT_PERSONS'));
}
