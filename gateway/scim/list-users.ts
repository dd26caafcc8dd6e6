import type { AskUsers, PageAsked, ToldPage } from './ask-users.ts';
import { PAGE } from './discovery.ts';
import { ScimError } from './scim-error.ts';
import { userKeyFrom } from './user-filter.ts';
import { only, userResource } from './user-resource.ts';
import type { Visit } from '../visit.ts';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** What stands in the query of a list. */
export type ListQuery = Readonly<Record<string, unknown>>;

interface Asking {
  readonly ask: AskUsers;
  readonly visit: Visit;
  readonly requestId: string;
  readonly base: string;
}

/**
 * A page of users: by `cursor` (RFC 9865), each as cheap as the first, or by `startIndex` (RFC 7644, 3.4.2.4), which passes over what is
 * before it. The whole is counted for an index, and for the first page of cursors.
 */
export async function listUsers({ ask, visit, requestId, base }: Asking, query: ListQuery): Promise<object> {
  const filter = one(query, 'filter');
  const cursor = one(query, 'cursor');
  const startIndex = Math.max(1, whole(query, 'startIndex') ?? 1);
  if (cursor !== undefined && query.startIndex !== undefined)
    throw new ScimError(400, 'A page is asked for by cursor or by startIndex, not by both.', 'invalidValue');
  if (cursor && !/^[\w-]{1,400}$/.test(cursor)) throw new ScimError(400, 'The cursor is not one that was given out here.', 'invalidCursor');
  const first = Math.min(PAGE.most, Math.max(0, whole(query, 'count') ?? PAGE.usual));
  const asked: PageAsked = {
    ...(filter === undefined ? {} : userKeyFrom(filter)),
    ...(cursor ? { after: cursor } : { skip: startIndex - 1 }),
    first,
    counted: !cursor,
  };
  const page = await ask(visit, requestId, asked);
  const wanted = { attributes: one(query, 'attributes'), excludedAttributes: one(query, 'excludedAttributes') };
  const resources = page.users.map((user) => only(userResource(user, base), wanted));
  return { ...listOf(resources, page.total ?? null), ...placeOf(page, cursor, startIndex) };
}

const placeOf = ({ next }: ToldPage, cursor: string | undefined, startIndex: number): object =>
  cursor === undefined ? { startIndex } : { ...(next && { nextCursor: next }) };

/** A list as RFC 7644, 3.4.2 has it; how many there are in all is left out where it was not counted (RFC 9865). */
export const listOf = (resources: readonly object[], total: number | null = resources.length): object => ({
  schemas: [LIST],
  ...(total !== null && { totalResults: total }),
  itemsPerPage: resources.length,
  Resources: resources,
});

function one(query: ListQuery, name: string): string | undefined {
  const given = query[name];
  if (given === undefined || typeof given === 'string') return given;
  throw new ScimError(400, `${name} is given once.`, 'invalidValue');
}

function whole(query: ListQuery, name: string): number | undefined {
  const given = one(query, name);
  if (given === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(given)) throw new ScimError(400, `${name} is a whole number.`, 'invalidValue');
  return Number(given);
}
