import type { ContactTold, ImportDocument, LineTold, PersonTold } from '../../../subgraphs/identities/domain/document/import-document.ts';

type Told = string | number | boolean | null | undefined;
type Sent = Omit<ImportDocument, 'sourceDateTime'> & { readonly sourceDateTime: string | number };

const escaped = (told: Told) => String(told).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const element = (name: string, told: Told) => (told === null || told === undefined ? '' : `<${name}>${escaped(told)}</${name}>`);
const elements = (name: string, told: readonly Told[] | null | undefined) => (told ?? []).map((each) => element(name, each)).join('');
const attributes = (told: Readonly<Record<string, Told>>) =>
  Object.entries(told)
    .filter(([, each]) => each !== null && each !== undefined)
    .map(([name, each]) => ` ${name}="${escaped(each)}"`)
    .join('');
const within = (name: string, inside: string, told: Readonly<Record<string, Told>> = {}) =>
  `<${name}${attributes(told)}>${inside}</${name}>`;
const phoneNames: Readonly<Record<string, string>> = { HOME: 'HomePhoneNumber', WORK: 'WorkPhoneNumber', MOBILE: 'MobilePhoneNumber' };

/** A document of the JSON form as today's placement systems would write it: UNILoginImport. */
export function xmlOf({ daycare, source, sourceDateTime, schoolYear, sourceVersion, groups, persons }: Sent, namespace?: string): string {
  const inside = [
    element('InstitutionNumber', daycare),
    ...(groups ?? []).map(({ localId, name, type, level, line, from, to }) =>
      within(
        'Group',
        element('GroupId', localId) +
          element('GroupName', name) +
          element('GroupType', type) +
          element('GroupLevel', level) +
          element('Line', line) +
          element('FromDate', from) +
          element('ToDate', to),
      ),
    ),
    ...persons.map((line) => lineXml(line ?? {})),
  ];
  const written = typeof sourceDateTime === 'number' ? new Date(sourceDateTime).toISOString() : sourceDateTime;
  const head = { xmlns: namespace, sourceDateTime: written, source, schoolYear, sourceVersion };
  return `<?xml version="1.0" encoding="utf-8"?>\n${within('UNILoginImport', within('Institution', `\n${inside.join('\n')}\n`), head)}`;
}

function lineXml({ localPersonId, person, child, employee, external }: LineTold): string {
  const roles = [
    child &&
      within(
        'Student',
        element('Role', child.role ?? 'Barn') +
          element('StudentNumber', child.studentNumber) +
          element('Level', child.level) +
          element('Location', child.location) +
          element('MainGroupId', child.mainGroup) +
          elements('GroupId', child.groups) +
          (child.contacts ?? []).map((contact) => contactXml(contact ?? {})).join(''),
      ),
    employee &&
      within(
        'Employee',
        elements('Role', employee.positions) +
          element('ShortName', employee.shortName) +
          element('Occupation', employee.occupation) +
          element('Location', employee.location) +
          elements('GroupId', employee.groups),
      ),
    external && within('Extern', element('Role', external.position) + elements('GroupId', external.groups)),
  ];
  return within('InstitutionPerson', element('LocalPersonId', localPersonId) + personXml(person) + roles.filter(Boolean).join(''));
}

const contactXml = ({ relation, hasCustody, accessLevel, companyNumber, productionUnitNumber, person }: ContactTold) =>
  within('ContactPerson', personXml(person), {
    relation,
    childCustody: hasCustody,
    accessLevel,
    cvr: companyNumber,
    pnr: productionUnitNumber,
  });

function personXml(person: PersonTold | null | undefined): string {
  if (!person) return '';
  const { protected: isProtected = false, phones, address } = person;
  const inside = [
    element('FirstName', person.firstName),
    element('FamilyName', person.familyName),
    element('CivilRegistrationNumber', person.nationalNumber),
    element('CivilRegistrationNumberType', person.nationalNumberKind),
    element('EmailAddress', person.email),
    element('BirthDate', person.birthDate),
    element('Gender', person.gender),
    element('PhotoId', person.photoId),
    ...(address
      ? [
          within(
            'Address',
            element('StreetAddress', address.street) +
              element('PostalCode', address.postalCode) +
              element('PostalDistrict', address.town) +
              element('CountryCode', address.countryCode) +
              element('MunicipalityCode', address.municipalityCode),
          ),
        ]
      : []),
    ...(phones ?? []).map((phone) =>
      within(phoneNames[phone?.kind ?? ''] ?? 'HomePhoneNumber', escaped(phone?.number ?? ''), { protected: phone?.protected ?? false }),
    ),
    element('AliasFirstName', person.aliasFirstName),
    element('AliasFamilyName', person.aliasFamilyName),
  ];
  return within('Person', inside.join(''), { protected: isProtected });
}
