export type AgreementClass = 'CORE_IMPORT' | 'OTHER';
export type Direction = 'SEND' | 'FETCH';
export type DataCategory =
  | 'IDENTITY'
  | 'ROLE'
  | 'GROUPS'
  | 'LOCAL_ID'
  | 'EMAIL'
  | 'PHONE'
  | 'BIRTH_DATE_GENDER'
  | 'ADDRESS'
  | 'CONTACT_PERSONS'
  | 'NATIONAL_NUMBER'
  | 'PROTECTED_NAME';

/** A service by which users' data is sent or fetched (3.10). */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly direction: Direction;
  readonly agreementClass: AgreementClass;
  readonly categories: readonly DataCategory[];
  readonly version: number;
}

const small = ['IDENTITY', 'ROLE', 'GROUPS'] as const;
const medium = [...small, 'LOCAL_ID', 'EMAIL', 'BIRTH_DATE_GENDER', 'NATIONAL_NUMBER'] as const;
const full = [...medium, 'PHONE', 'ADDRESS', 'CONTACT_PERSONS'] as const;

/** All services, and what each opens at the most. */
export const services: readonly Service[] = [
  {
    code: 'ws10-import',
    name: 'Users from the placement system',
    direction: 'SEND',
    agreementClass: 'CORE_IMPORT',
    categories: [...full, 'PROTECTED_NAME'],
    version: 1,
  },
  {
    code: 'ws17-communication',
    name: 'Users to the communication platform',
    direction: 'FETCH',
    agreementClass: 'CORE_IMPORT',
    categories: full,
    version: 1,
  },
  { code: 'ws17-small', name: 'Users, small package', direction: 'FETCH', agreementClass: 'OTHER', categories: small, version: 1 },
  { code: 'ws17-medium', name: 'Users, medium package', direction: 'FETCH', agreementClass: 'OTHER', categories: medium, version: 1 },
  { code: 'ws17-full', name: 'Users, full package', direction: 'FETCH', agreementClass: 'OTHER', categories: full, version: 1 },
  {
    code: 'ws17-full-authority',
    name: 'Users, full package for authorities',
    direction: 'FETCH',
    agreementClass: 'OTHER',
    categories: [...full, 'PROTECTED_NAME'],
    version: 1,
  },
  {
    code: 'identification',
    name: 'Look-up by national number',
    direction: 'FETCH',
    agreementClass: 'OTHER',
    categories: ['IDENTITY', 'NATIONAL_NUMBER'],
    version: 1,
  },
  {
    code: 'scim-users',
    name: 'Users to an identity provider',
    direction: 'FETCH',
    agreementClass: 'OTHER',
    categories: ['IDENTITY', 'ROLE', 'EMAIL', 'CONTACT_PERSONS'],
    version: 1,
  },
];

const byCode: ReadonlyMap<string, Service> = new Map(services.map((service) => [service.code, service]));

/** The service of a code, if the code is one's. */
export const serviceOf = (code: string): Service | undefined => byCode.get(code);
