import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
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

/** The longest text that is searched for, in characters; no name is longer, and the log keeps it. */
const LONGEST_TEXT = 100;

/** A filter as the log keeps it: digits of any script are masked, since somebody may search for a number; so is a group that is none. */
export const loggedFilter = ({ role, text, group, ...filter }: PeopleFilter, knownGroups: ReadonlySet<string>): PeopleFilter => ({
  ...filter,
  role: role && roles.filter((each) => role.includes(each)),
  group: group && !knownGroups.has(group) ? 'unknown' : group,
  text: text?.replaceAll(/\p{Nd}/gu, '#'),
});

interface Scope {
  readonly grant: Grant;
  readonly criteria: PeopleCriteria;
}

/** Which rows this actor may see of those asked for, or why none: the scope of every list of persons. */
export function scopeFor(actor: Actor, standing: Grant, { role, group, text, asOf, includeEnded }: PeopleFilter): Scope | Refusal {
  const long = Object.entries({ text, group }).find(([, told]) => told && told.length > LONGEST_TEXT);
  if (long) return tooLong(long[0]);
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

const tooLong = (field: string): Refusal =>
  refusal('INVALID_INPUT', `People are searched for by at most ${LONGEST_TEXT} characters.`, { facts: { field } });

/** A tie as it is shown under a grant; nothing where the accesses that had begun by then do not open it. */
export function shownUnder(grant: Grant, tie: TieWithPerson): Affiliation[] {
  const categories = categoriesFor(grant, tie);
  return canSee(categories, tie) ? [{ ...tie, categories }] : [];
}

function canSee(categories: ReadonlySet<DataCategory>, { role }: TieWithPerson): boolean {
  return listCategories.every((category) => categories.has(category)) && (role !== 'CONTACT' || categories.has('CONTACT_PERSONS'));
}
