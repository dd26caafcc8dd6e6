import type { DataCategory } from '../category.ts';
import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Affiliation } from '../people/affiliation.ts';
import type { Person, PersonRole } from '../people/person.ts';
import { nameFrom, unlessProtected } from '../people/shown-affiliation.ts';
import type { Grant } from '../reading/grant.ts';

/** The service by which an identity provider takes its users. */
export const LOGIN_SERVICE = 'scim-users';

/** Who may have a login; children in daycare have none (I34). */
export const loginRoles: readonly PersonRole[] = ['EMPLOYEE', 'EXTERNAL', 'CONTACT'];

/** What somebody is, and where. */
export interface LoginUserRole {
  readonly role: PersonRole;
  readonly daycare: string;
}

/** Somebody as an identity provider knows them: what actor it is, UniID and username, and no more than its accesses open (I29). */
export interface LoginUser {
  readonly person: Person;
  readonly username: string | null;
  readonly name: { readonly first: string; readonly family: string };
  readonly emails: readonly string[];
  /** The first is the primary one (I27). */
  readonly roles: readonly LoginUserRole[];
  readonly changedAt: number;
}

/** One page of them in the order of their UniIDs; the count is only made where it is asked for. */
export interface LoginUserPage {
  readonly users: readonly LoginUser[];
  readonly next: string | null;
  readonly total: () => Promise<number>;
}

/** What an identity provider holds at a daycare by its accesses of that service; nothing while the daycare takes no users. */
export function loginGrants(
  daycares: readonly (KnownDaycare & { readonly accesses?: readonly KnownAccess[] })[],
): ReadonlyMap<string, Grant> {
  return new Map(
    daycares
      .filter(({ acceptsUsers }) => acceptsUsers)
      .map((daycare) => [daycare.number, { daycare, as: 'supplier system', reading: 'PEOPLE', accesses: daycare.accesses ?? [] }]),
  );
}

/** A person from the ties that are open, the latest told first; of the protected the alias and no address. */
export function loginUserFrom(ties: readonly Affiliation[], username: string | undefined): LoginUser[] {
  const latest = [...ties].sort((one, other) => other.recordedAt - one.recordedAt);
  const [first] = latest;
  if (!first) return [];
  const emails = latest.flatMap((tie) => (holds(tie, 'EMAIL') ? (unlessProtected(tie, tie.email) ?? []) : []));
  return [
    {
      person: first.person,
      username: username ?? null,
      name: nameFrom(latest),
      emails: [...new Set(emails)],
      roles: [...ties]
        .sort((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1))
        .map(({ role, daycare }) => ({ role, daycare })),
      changedAt: Math.max(first.person.recordedAt, ...latest.map(({ recordedAt }) => recordedAt)),
    },
  ];
}

const holds = ({ categories }: Affiliation, category: DataCategory): boolean => categories.has(category);
