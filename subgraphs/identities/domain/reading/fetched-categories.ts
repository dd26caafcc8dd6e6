import type { DataCategory } from '../category.ts';
import { LOOK_UP_SERVICE } from '../known-access.ts';

const small = ['IDENTITY', 'ROLE', 'GROUPS'] as const;
const medium = [...small, 'LOCAL_ID', 'EMAIL', 'BIRTH_DATE_GENDER', 'NATIONAL_NUMBER'] as const;
const full = [...medium, 'PHONE', 'ADDRESS', 'CONTACT_PERSONS'] as const;

/** What each service to fetch opens at the most (design 6): told to who asks for more than is held. What is held is what an access names. */
export const fetchingServices = {
  'ws17-communication': full,
  'ws17-small': small,
  'ws17-medium': medium,
  'ws17-full': full,
  'ws17-full-authority': [...full, 'PROTECTED_NAME'],
  [LOOK_UP_SERVICE]: ['IDENTITY', 'NATIONAL_NUMBER'],
  'scim-users': ['IDENTITY', 'ROLE', 'EMAIL', 'CONTACT_PERSONS'],
} as const satisfies Readonly<Record<string, readonly DataCategory[]>>;

/** The services that give a category in lists; one to look up by number gives none. */
export function servicesGiving(category: DataCategory): readonly string[] {
  const table: Readonly<Record<string, readonly DataCategory[]>> = fetchingServices;
  return Object.keys(table).filter((service) => service !== LOOK_UP_SERVICE && table[service]?.includes(category));
}
