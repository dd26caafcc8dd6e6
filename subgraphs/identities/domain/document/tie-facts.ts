import { nationalNumberOf } from '#shared/national-number.ts';
import type { Phone, PostalAddress, TieFacts } from '../people/affiliation.ts';
import { nationalNumberKindOf } from '../people/national-number.ts';
import type { PersonRole } from '../people/person.ts';
import type { AddressTold, LineTold, PersonTold } from './import-document.ts';
import { textOf, textsOf } from './text-rules.ts';

type Role = Pick<TieFacts, 'positions' | 'mainGroup' | 'groupIds' | 'shortName' | 'occupation' | 'level'>;
type ToldFacts = Omit<TieFacts, keyof Role | 'localPersonId'>;

/** What a document says of a person, without the fields that were found wrong. */
export function personFactsOf(person: PersonTold, dropped: ReadonlySet<string>): ToldFacts {
  const kept = <Value>(field: string, value: Value): Value | null => (dropped.has(field) ? null : value);
  const number = nationalNumberOf(person.nationalNumber ?? '') ?? null;
  return {
    firstName: textOf(person.firstName) ?? '',
    familyName: textOf(person.familyName) ?? '',
    aliasFirstName: textOf(person.aliasFirstName),
    aliasFamilyName: textOf(person.aliasFamilyName),
    isProtected: person.protected ?? false,
    birthDate: kept('birthDate', textOf(person.birthDate)),
    gender: kept('gender', textOf(person.gender)),
    email: kept('email', textOf(person.email)),
    phones: kept('phones', phonesOf(person)) ?? [],
    address: kept('address', addressOf(person.address)),
    nationalNumberKind: nationalNumberKindOf(number, person.nationalNumberKind),
  };
}

function phonesOf({ phones }: PersonTold): Phone[] {
  return (phones ?? []).flatMap((phone) => {
    const number = textOf(phone?.number);
    return number ? [{ kind: textOf(phone?.kind) ?? 'OTHER', number, protected: phone?.protected ?? false }] : [];
  });
}

function addressOf(told: AddressTold | null | undefined): PostalAddress | null {
  const address = {
    street: textOf(told?.street),
    postalCode: textOf(told?.postalCode),
    town: textOf(told?.town),
    countryCode: textOf(told?.countryCode)?.toUpperCase() ?? null,
    municipalityCode: textOf(told?.municipalityCode)?.padStart(4, '0') ?? null,
  };
  return Object.values(address).some((part) => part !== null) ? address : null;
}

/** A contact has no group and no position of their own. */
export const asContact: Role = { positions: [], mainGroup: null, groupIds: [], shortName: null, occupation: null, level: null };

/** What a line says of a person's place at the daycare; undefined where it is not exactly one. */
export function roleOf(
  { child, employee, external }: LineTold,
  dropped: ReadonlySet<string>,
): ({ readonly role: PersonRole } & Role) | undefined {
  const kept = (field: string, text: string | null | undefined) => (dropped.has(field) ? null : textOf(text));
  const groupIds = dropped.has('groups') ? [] : [...new Set(textsOf(child?.groups ?? employee?.groups ?? external?.groups))];
  if (child)
    return {
      ...asContact,
      role: 'CHILD',
      positions: [kept('child.role', child.role) ?? 'Barn'],
      mainGroup: kept('child.mainGroup', child.mainGroup),
      groupIds,
      level: kept('child.level', child.level),
    };
  if (employee) {
    const positions = dropped.has('employee.positions') ? [] : textsOf(employee.positions);
    return {
      ...asContact,
      role: 'EMPLOYEE',
      positions,
      groupIds,
      shortName: kept('employee.shortName', employee.shortName),
      occupation: kept('employee.occupation', employee.occupation),
    };
  }
  if (external) return { ...asContact, role: 'EXTERNAL', positions: textsOf([kept('external.position', external.position)]), groupIds };
  return undefined;
}
