import { nationalNumberOf } from '#shared/national-number.ts';
import { isNationalNumberKind } from '../people/national-number.ts';
import type { PersonTold } from './import-document.ts';
import type { Fault } from '../importing/import-notice.ts';
import { isDay, textOf, unfitTexts } from './text-rules.ts';

/** The day is that on which the document was made. */
type PersonRule = (person: PersonTold, day: string) => readonly Fault[];

const isNamed: PersonRule = ({ firstName, familyName }) =>
  Object.entries({ firstName, familyName })
    .filter(([, name]) => !textOf(name))
    .map(([field]) => ({ code: 'NAME_MISSING', field, drops: 'line' }));

const hasASoundNumber: PersonRule = ({ nationalNumber }) =>
  textOf(nationalNumber) && !nationalNumberOf(nationalNumber ?? '')
    ? [{ code: 'NATIONAL_NUMBER_MALFORMED', field: 'nationalNumber', drops: 'line' }]
    : [];

const isShownByAlias: PersonRule = (person) =>
  person.protected && !textOf(person.aliasFirstName) && !textOf(person.aliasFamilyName)
    ? [{ code: 'PROTECTED_WITHOUT_ALIAS', field: 'aliasFirstName', drops: 'line' }]
    : [];

const isProtectedOrNot: PersonRule = (person) =>
  person.protected === null ? [{ code: 'PROTECTION_UNTOLD', field: 'protected', drops: 'line' }] : [];

const keepsWithin: PersonRule = ({ firstName, familyName, aliasFirstName, aliasFamilyName, email, phones, address }) =>
  unfitTexts([
    ...Object.entries({ firstName, familyName, aliasFirstName, aliasFamilyName }).map(([field, text]) => ({
      field,
      text,
      most: 132,
      drops: 'line' as const,
    })),
    { field: 'email', text: email, most: 254, drops: 'field' },
    ...(phones ?? []).flatMap((phone) => [
      { field: 'phones', text: phone?.number, most: 40, drops: 'field' as const },
      { field: 'phones', text: phone?.kind, most: 20, drops: 'field' as const },
    ]),
    { field: 'address', text: address?.street, most: 132, drops: 'field' },
    { field: 'address', text: address?.postalCode, most: 12, drops: 'field' },
    { field: 'address', text: address?.town, most: 132, drops: 'field' },
    { field: 'address', text: address?.countryCode, most: 2, drops: 'field' },
  ]);

const isBornOnADay: PersonRule = ({ birthDate }) =>
  textOf(birthDate) && !isDay(birthDate?.trim() ?? '') ? [{ code: 'DATE_MALFORMED', field: 'birthDate', drops: 'field' }] : [];

const isBornByNow: PersonRule = ({ birthDate }, day) => {
  const born = textOf(birthDate) ?? '';
  return isDay(born) && born > day ? [{ code: 'DATE_IN_FUTURE', field: 'birthDate', drops: 'field' }] : [];
};

const hasAKnownKindOfNumber: PersonRule = ({ nationalNumberKind }) =>
  textOf(nationalNumberKind) && !isNationalNumberKind(nationalNumberKind ?? '')
    ? [{ code: 'NATIONAL_NUMBER_KIND_UNKNOWN', field: 'nationalNumberKind', drops: 'field' }]
    : [];

const genders: readonly unknown[] = ['M', 'K'];
const hasAKnownGender: PersonRule = ({ gender }) =>
  textOf(gender) && !genders.includes(textOf(gender)) ? [{ code: 'GENDER_UNKNOWN', field: 'gender', drops: 'field' }] : [];

const livesInAMunicipality: PersonRule = ({ address }) =>
  textOf(address?.municipalityCode) && !/^\d{3,4}$/.test(textOf(address?.municipalityCode) ?? '')
    ? [{ code: 'MUNICIPALITY_CODE_MALFORMED', field: 'address', drops: 'field' }]
    : [];

/** What is asked of everyone in a document, on a line of their own or as a contact. */
export const personRules: readonly PersonRule[] = [
  isNamed,
  hasASoundNumber,
  isProtectedOrNot,
  isShownByAlias,
  keepsWithin,
  isBornOnADay,
  isBornByNow,
  hasAKnownKindOfNumber,
  hasAKnownGender,
  livesInAMunicipality,
];
