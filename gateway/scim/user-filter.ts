import { ScimError } from './scim-error.ts';

/** Which user is looked for. */
export interface UserKey {
  readonly uniId?: string;
  readonly username?: string;
}

/** The attributes that a filter may compare, in small letters, and what each is here: `id` and `externalId` are the UniID. */
const keys: Readonly<Record<string, (value: string) => UserKey>> = {
  id: (uniId) => ({ uniId }),
  externalid: (uniId) => ({ uniId }),
  username: (username) => ({ username }),
};
const USER = 'urn:ietf:params:scim:schemas:core:2.0:user:';

/** Reads `attribute eq "value"` (RFC 7644, 3.4.2.2); attribute and operator in any case. Everything else is refused, without repeating it. */
export function userKeyFrom(filter: string): UserKey {
  const [, attribute = '', literal = ''] = /^\s*([\w:.]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(filter) ?? [];
  const key = keys[attribute.toLowerCase().replace(USER, '')];
  const value = textIn(literal);
  if (!key || value === undefined)
    throw new ScimError(400, 'A filter is userName eq "...", externalId eq "..." or id eq "...".', 'invalidFilter');
  return key(value);
}

function textIn(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
