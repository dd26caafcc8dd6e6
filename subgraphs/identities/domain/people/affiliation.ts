import type { DataCategory } from '../category.ts';
import type { Person, PersonRole } from './person.ts';

export type NationalNumberKind = 'VERIFIED' | 'UNVERIFIED' | 'REPLACEMENT' | 'UNKNOWN';

export interface Phone {
  readonly kind: string;
  readonly number: string;
  readonly protected: boolean;
}

export interface PostalAddress {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly countryCode: string | null;
  readonly municipalityCode: string | null;
}

/** What one source at one daycare says of a person. */
export interface TieFacts {
  readonly localPersonId: string | null;
  readonly firstName: string;
  readonly familyName: string;
  readonly aliasFirstName: string | null;
  readonly aliasFamilyName: string | null;
  readonly isProtected: boolean;
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly email: string | null;
  readonly phones: readonly Phone[];
  readonly address: PostalAddress | null;
  readonly nationalNumberKind: NationalNumberKind;
  readonly positions: readonly string[];
  readonly mainGroup: string | null;
  readonly groupIds: readonly string[];
  readonly shortName: string | null;
  readonly occupation: string | null;
  readonly level: string | null;
}

/** A person's tie to a daycare in one role, from one source of one system; it ends, and its row stays. */
export interface Tie extends TieFacts {
  readonly id: string;
  readonly uniId: string;
  readonly daycare: string;
  readonly system: string;
  readonly source: string;
  readonly role: PersonRole;
  readonly from: number;
  readonly to: number | null;
  /** Since when the sending access has been gone; the tie is kept for a while. */
  readonly frozenSince: number | null;
  /** By what the tie is found: the alias where protected, in small letters. */
  readonly searchName: string;
  readonly validFrom: number;
  readonly recordedAt: number;
}

/** A tie as a reader may see it: with its person, and the categories that the reader holds at this very daycare. */
export interface Affiliation extends Tie {
  readonly person: Person;
  readonly categories: ReadonlySet<DataCategory>;
  /** How a citizen comes to it: by their own record, not by a right to read the daycare's persons. */
  readonly seenAs?: 'oneself' | 'child' | 'glimpse';
}

/** The schema's name for each fact, by which changes are told; events name fields, never values. */
const fieldOf: Readonly<Record<keyof TieFacts, string>> = {
  localPersonId: 'localPersonId',
  firstName: 'realName',
  familyName: 'realName',
  aliasFirstName: 'name',
  aliasFamilyName: 'name',
  isProtected: 'isProtected',
  birthDate: 'birthDate',
  gender: 'gender',
  email: 'email',
  phones: 'phones',
  address: 'address',
  nationalNumberKind: 'nationalNumberKind',
  positions: 'positions',
  mainGroup: 'mainGroup',
  groupIds: 'groups',
  shortName: 'shortName',
  occupation: 'occupation',
  level: 'level',
};

const facts = [
  'localPersonId',
  'firstName',
  'familyName',
  'aliasFirstName',
  'aliasFamilyName',
  'isProtected',
  'birthDate',
  'gender',
  'email',
  'phones',
  'address',
  'nationalNumberKind',
  'positions',
  'mainGroup',
  'groupIds',
  'shortName',
  'occupation',
  'level',
] as const satisfies readonly (keyof TieFacts)[];

/** The fields that differ, by the schema's names. An unprotected real name is the name, too, and a number is shown by its kind. */
export function changedFields(before: TieFacts, after: TieFacts): string[] {
  const changed = facts.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact])).map((fact) => fieldOf[fact]);
  const named = changed.includes('isProtected') || (changed.includes('realName') && !after.isProtected) ? ['name'] : [];
  const numbered = changed.includes('nationalNumberKind') ? ['nationalNumber'] : [];
  return [...new Set([...changed, ...named, ...numbered])];
}

/** What a tie is found by: never a protected person's real name. */
export function searchNameOf({ isProtected, firstName, familyName, aliasFirstName, aliasFamilyName }: TieFacts): string {
  return (isProtected ? `${aliasFirstName ?? ''} ${aliasFamilyName ?? ''}` : `${firstName} ${familyName}`).trim().toLowerCase();
}
