import type {
  AddressTold,
  ChildTold,
  ContactTold,
  EmployeeTold,
  ExternalTold,
  GroupTold,
  LineTold,
  PersonTold,
  PhoneTold,
} from '../../domain/document/import-document.ts';
import type { Told } from './walk-format.ts';

/** What an element says, as a document sent any other way says it; the rules of a document judge it, not this. */
export const groupTold = (group: Told): GroupTold => ({
  localId: textIn(group, 'GroupId') ?? '',
  name: textIn(group, 'GroupName'),
  type: textIn(group, 'GroupType') ?? '',
  level: textIn(group, 'GroupLevel'),
  line: textIn(group, 'Line'),
  from: textIn(group, 'FromDate'),
  to: textIn(group, 'ToDate'),
});

/** A line of a document; none where the element holds nothing. */
export function lineTold(line: Told): LineTold | null {
  if (Object.keys(line.elements).length === 0) return null;
  const [student, employee, extern] = ['Student', 'Employee', 'Extern'].map((name) => first(line, name));
  return {
    localPersonId: textIn(line, 'LocalPersonId'),
    person: personTold(first(line, 'Person')),
    ...(student && { child: childTold(student) }),
    ...(employee && { employee: employeeTold(employee) }),
    ...(extern && { external: externalTold(extern) }),
  };
}

function childTold(student: Told): ChildTold {
  const role = textIn(student, 'Role');
  return {
    mainGroup: textIn(student, 'MainGroupId'),
    groups: unlessEmpty(textsIn(student, 'GroupId')),
    level: textIn(student, 'Level'),
    studentNumber: textIn(student, 'StudentNumber'),
    location: textIn(student, 'Location'),
    role: role === 'Barn' ? null : role,
    contacts: unlessEmpty((student.elements.ContactPerson ?? []).map(contactTold)),
  };
}

const employeeTold = (employee: Told): EmployeeTold => ({
  positions: unlessEmpty(textsIn(employee, 'Role')),
  shortName: textIn(employee, 'ShortName'),
  occupation: textIn(employee, 'Occupation'),
  location: textIn(employee, 'Location'),
  groups: unlessEmpty(textsIn(employee, 'GroupId')),
});

const externalTold = (extern: Told): ExternalTold => ({
  position: textIn(extern, 'Role'),
  groups: unlessEmpty(textsIn(extern, 'GroupId')),
});

function contactTold(contact: Told): ContactTold {
  const { relation, childCustody, accessLevel, cvr, pnr } = contact.attributes;
  return {
    relation: relation ?? null,
    hasCustody: booleanOf(childCustody),
    accessLevel: accessLevel === undefined ? null : levelOf(accessLevel),
    person: personTold(first(contact, 'Person')),
    companyNumber: cvr ?? null,
    productionUnitNumber: pnr ?? null,
  };
}

function personTold(person: Told | undefined): PersonTold | null {
  if (!person) return null;
  return {
    firstName: textIn(person, 'FirstName'),
    familyName: textIn(person, 'FamilyName'),
    aliasFirstName: textIn(person, 'AliasFirstName'),
    aliasFamilyName: textIn(person, 'AliasFamilyName'),
    protected: booleanOf(person.attributes.protected),
    nationalNumber: textIn(person, 'CivilRegistrationNumber'),
    nationalNumberKind: textIn(person, 'CivilRegistrationNumberType'),
    birthDate: textIn(person, 'BirthDate'),
    gender: textIn(person, 'Gender'),
    photoId: textIn(person, 'PhotoId'),
    email: textIn(person, 'EmailAddress'),
    phones: unlessEmpty(phonesTold(person)),
    address: addressTold(first(person, 'Address')),
  };
}

const phoneKinds = { HOME: 'HomePhoneNumber', WORK: 'WorkPhoneNumber', MOBILE: 'MobilePhoneNumber' } as const;

/** A telephone of which it cannot be read whether it is protected is. */
const phonesTold = (person: Told): PhoneTold[] =>
  Object.entries(phoneKinds).flatMap(([kind, name]) =>
    (person.elements[name] ?? []).map(({ text, attributes }) => ({
      kind,
      number: text,
      protected: attributes.protected === undefined ? false : (booleanOf(attributes.protected) ?? true),
    })),
  );

function addressTold(address: Told | undefined): AddressTold | null {
  if (!address) return null;
  return {
    street: textIn(address, 'StreetAddress'),
    postalCode: textIn(address, 'PostalCode'),
    town: textIn(address, 'PostalDistrict'),
    countryCode: textIn(address, 'CountryCode'),
    municipalityCode: textIn(address, 'MunicipalityCode'),
  };
}

const booleans: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false };
const booleanOf = (written: string | undefined): boolean | null => booleans[written ?? ''] ?? null;
/** What is no level is told as one that there is none of, so that the notice tells of it. */
const levelOf = (written: string): number => (/^\d{1,3}$/.test(written) ? Number(written) : -1);
const first = ({ elements }: Told, name: string): Told | undefined => elements[name]?.[0];
const textIn = (told: Told, name: string): string | null => first(told, name)?.text || null;
const textsIn = ({ elements }: Told, name: string): string[] => (elements[name] ?? []).map(({ text }) => text);
const unlessEmpty = <Value>(values: readonly Value[]): readonly Value[] | undefined => (values.length > 0 ? values : undefined);
