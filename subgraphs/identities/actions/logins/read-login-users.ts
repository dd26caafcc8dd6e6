import { type Actor, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import {
  LOGIN_SERVICE,
  loginGrants,
  type LoginUser,
  type LoginUserPage,
  loginRoles,
  loginUserFrom,
} from '../../domain/logins/login-user.ts';
import type { LoginUserQuestion, LoginUsers } from '../../domain/logins/login-users.ts';
import type { OwnReader } from '../../domain/logins/own-reader.ts';
import { categoriesFor, type Grant } from '../../domain/reading/grant.ts';
import { readOf } from '../../domain/reading/logged-read.ts';
import { shownUnder } from '../../domain/reading/people-scope.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { systemsOf } from '../reading/grants-to.ts';

export interface LoginUserStores {
  readonly readings: Readings;
  readonly users: LoginUsers;
  readonly usernames: OwnReader['usernamesOf'];
}

/** Which users: one, by UniID or by what they type at login, or a page. */
export interface LoginUsersAsked {
  readonly uniId: string | null;
  readonly username: string | null;
  readonly after: string | null;
  readonly skip: number;
  readonly first: number;
}

/** Reads the users of an identity provider by its active accesses to that very service, and logs each page, one row a daycare. */
export async function readLoginUsers(stores: LoginUserStores, actor: Actor, asked: LoginUsersAsked): Promise<LoginUserPage | Refusal> {
  const grants = loginGrants(await stores.users.openTo(systemsOf(actor), LOGIN_SERVICE));
  if (grants.size === 0)
    return refusal('NO_ACTIVE_ACCESS', `There is no active access by ${LOGIN_SERVICE} to the users of any daycare.`, { rule: 'A25' });
  const question = { daycares: openDaycares(grants), only: await oneOf(stores, asked) };
  const found = await stores.users.page(question, { after: asked.after, skip: asked.skip, limit: asked.first + 1 });
  const shown = found.slice(0, asked.first);
  return {
    users: await shownUsers(stores, actor, grants, shown),
    next: found.length > asked.first ? (shown.at(-1) ?? null) : null,
    total: () => stores.users.count(question),
  };
}

const NOBODY = '';

/** A UniID stands for the username of who has none yet, in whatever case it is typed. */
async function oneOf({ users, usernames }: LoginUserStores, { uniId, username }: LoginUsersAsked): Promise<string | null> {
  if (uniId !== null || username === null) return uniId;
  const named = await users.named(username.toLowerCase());
  if (named) return named;
  const candidate = username.toUpperCase();
  return (await usernames([candidate])).has(candidate) ? NOBODY : candidate;
}

function openDaycares(grants: ReadonlyMap<string, Grant>): LoginUserQuestion['daycares'] {
  const numbers = [...grants.keys()];
  const hasContacts = (number: string) => {
    const grant = grants.get(number);
    return grant !== undefined && categoriesFor(grant, { to: null }).has('CONTACT_PERSONS');
  };
  return { withContacts: numbers.filter(hasContacts), without: numbers.filter((number) => !hasContacts(number)) };
}

async function shownUsers(
  { readings, usernames }: LoginUserStores,
  actor: Actor,
  grants: ReadonlyMap<string, Grant>,
  uniIds: readonly string[],
): Promise<LoginUser[]> {
  const ties = (await readings.tiesOf(uniIds, null)).flatMap((tie) => {
    const grant = grants.get(tie.daycare);
    return grant && loginRoles.includes(tie.role) ? shownUnder(grant, tie) : [];
  });
  const names = await usernames(uniIds);
  await readings.log(
    [...Map.groupBy(ties, ({ daycare }) => daycare)].flatMap(([daycare, page]) => {
      const grant = grants.get(daycare);
      const ids = page.map(({ id }) => id);
      return grant
        ? [
            readOf(actor, grant, categoriesFor(grant, { to: null }), {
              what: 'person',
              filter: { by: LOGIN_SERVICE, ties: ids },
              page: ids,
            }),
          ]
        : [];
    }),
  );
  const byPerson = Map.groupBy(ties, ({ uniId }) => uniId);
  return uniIds.flatMap((uniId) => loginUserFrom(byPerson.get(uniId) ?? [], names.get(uniId)));
}

/** Whether the actor is a system, which alone may be an identity provider. */
export const mayProvideLogins = (actor: Actor): boolean => mandatesIn(actor, 'SUPPLIER_SYSTEM').length > 0;
