import { USER_SCHEMA } from './discovery.ts';
import type { ToldUser } from './ask-users.ts';

type Resource = Readonly<Record<string, unknown>>;

/** Somebody as a SCIM user (RFC 7643, 4.1); whoever has no username yet goes by UniID (I25), and only who is in use is active. */
export function userResource(
  { uniId, username, state, givenName, familyName, emails, roles, changedAt }: ToldUser,
  base: string,
): Resource {
  const formatted = `${givenName} ${familyName}`.trim();
  return {
    schemas: [USER_SCHEMA],
    id: uniId,
    externalId: uniId,
    userName: username ?? uniId,
    name: { formatted, givenName, familyName },
    displayName: formatted,
    active: state === 'ACTIVATED',
    ...(emails.length > 0 && { emails: emails.map((value, nth) => ({ value, primary: nth === 0 })) }),
    roles: roles.map(({ role, daycareNumber }, nth) => ({
      value: `${role}@${daycareNumber}`,
      type: role,
      display: daycareNumber,
      primary: nth === 0,
    })),
    meta: { resourceType: 'User', lastModified: changedAt, location: `${base}/Users/${uniId}` },
  };
}

/** The attributes that are always there, whatever is asked for (RFC 7643, 7: returned "always"). */
const always = ['schemas', 'id'];

export interface Wanted {
  readonly attributes?: string | undefined;
  readonly excludedAttributes?: string | undefined;
}

/** Of a resource what was asked for (RFC 7644, 3.9), by whole attributes: `name.givenName` asks for the name. */
export function only(resource: Resource, { attributes, excludedAttributes }: Wanted): Resource {
  const wanted = attributes === undefined ? undefined : namesIn(attributes);
  const left = excludedAttributes === undefined ? new Set<string>() : namesIn(excludedAttributes);
  const keeps = (name: string) => always.includes(name) || (wanted ? wanted.has(name.toLowerCase()) : !left.has(name.toLowerCase()));
  return Object.fromEntries(Object.entries(resource).filter(([name]) => keeps(name)));
}

const namesIn = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((each) => each.trim().toLowerCase().replace(`${USER_SCHEMA.toLowerCase()}:`, '').split('.')[0] ?? ''));
