import type { Entrance } from '../entrance.ts';
import type { Ask } from '../fetching/question.ts';
import type { Visit } from '../visit.ts';
import { ScimError, scimErrorFrom } from './scim-error.ts';
import type { UserKey } from './user-filter.ts';

/** A user as identities tells of one. */
export interface ToldUser {
  readonly uniId: string;
  readonly username: string | null;
  readonly state: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly emails: readonly string[];
  readonly roles: readonly { readonly role: string; readonly daycareNumber: string }[];
  readonly changedAt: string;
}

export interface ToldPage {
  readonly users: readonly ToldUser[];
  readonly next: string | null;
  readonly total?: number | null;
}

/** Which page: behind a cursor, or so many further on; counted where it is to be told how many there are. */
export interface PageAsked extends UserKey {
  readonly after?: string | undefined;
  readonly skip?: number;
  readonly first: number;
  readonly counted: boolean;
}

export type AskUsers = (visit: Visit, requestId: string, asked: PageAsked) => Promise<ToldPage>;

const query = (counted: boolean) => `query($uniId: ID, $username: String, $after: Cursor, $skip: Int = 0, $first: Int = 100) {
  page: loginUsers(uniId: $uniId, username: $username, after: $after, skip: $skip, first: $first) {
    users { uniId username state givenName familyName emails roles { role daycareNumber } changedAt } next${counted ? ' total' : ''} } }`;

/** Asks identities for users, by the same door and token as every other question. */
export function askingUsers(ask: Ask, entrance: Entrance): AskUsers {
  return async ({ actor, gone, span: { traceparent } }, requestId, { counted, ...variables }) => {
    const token = await entrance.tokenFor('identities', actor);
    const operation = { query: query(counted), operationName: undefined, variables };
    const question = { kind: 'read', ...operation, body: JSON.stringify(operation), token, requestId, traceparent, client: gone } as const;
    const { data, errors } = await ask(question).catch(() => {
      throw new ScimError(503, 'A part of the system is not reachable right now; try again in a few seconds.');
    });
    const page: unknown = data?.page;
    if (isPage(page)) return page;
    const { code, because, facts } = errors?.[0]?.extensions ?? {};
    const argument = Array.isArray(facts) ? facts.find(({ name }) => name === 'argument')?.value : undefined;
    throw scimErrorFrom(code, because, argument);
  };
}

const isPage = (page: unknown): page is ToldPage => typeof page === 'object' && page !== null && 'users' in page;
