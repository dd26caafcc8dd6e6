import { nationalNumberOf } from '#shared/national-number.ts';
import { describe, expect, test } from '@jest/globals';
import type { ImportDocument, LineTold } from '../../subgraphs/identities/domain/document/import-document.ts';
import { canonicalText } from '../../subgraphs/identities/domain/document/import-document.ts';
import { readDocument } from '../../subgraphs/identities/domain/document/read-document.ts';
import { withImplicit } from '../../subgraphs/identities/domain/document/read-groups.ts';
import { nationalNumberKindOf } from '../../subgraphs/identities/domain/people/national-number.ts';

const person = { firstName: 'Kim', familyName: 'Testsen' };
const good: LineTold = { localPersonId: 'P', person, employee: {} };
const withPerson = (more: object): LineTold => ({ ...good, person: { ...person, ...more } });
const withContact = (more: object): LineTold => ({
  localPersonId: 'K',
  person,
  child: { contacts: [{ localPersonId: 'M', relation: 'Mor', person, ...more }] },
});
const read = (persons: ImportDocument['persons'], groups: ImportDocument['groups'] = []) =>
  readDocument({ daycare: 'G10001', source: 'S', sourceDateTime: 1, persons, groups });
const long = 'x'.repeat(133);

describe('a document, line by line', () => {
  // biome-ignore format: a table
  test.each<[string, LineTold | null, string, string, 'ERROR' | 'WARNING']>([
    ['no person at all',            null,                                                       'LINE_EMPTY',                  'person',                'ERROR'],
    ['no first name',               withPerson({ firstName: ' ' }),                             'NAME_MISSING',                'person.firstName',      'ERROR'],
    ['no family name',              withPerson({ familyName: null }),                           'NAME_MISSING',                'person.familyName',     'ERROR'],
    ['nine digits (I11)',           withPerson({ nationalNumber: '710190123' }),                'NATIONAL_NUMBER_MALFORMED',   'person.nationalNumber', 'ERROR'],
    ['a month 13 (I11)',            withPerson({ nationalNumber: '7113901234' }),               'NATIONAL_NUMBER_MALFORMED',   'person.nationalNumber', 'ERROR'],
    ['protected, no alias (I9)',    withPerson({ protected: true }),                            'PROTECTED_WITHOUT_ALIAS',     'person.aliasFirstName', 'ERROR'],
    ['no local id',                 { ...good, localPersonId: ' ' },                            'LOCAL_ID_MISSING',            'localPersonId',         'ERROR'],
    ['a national number as id',     { ...withPerson({ nationalNumber: '710190-1234' }), localPersonId: '7101901234' }, 'LOCAL_ID_IS_NATIONAL_NUMBER', 'localPersonId', 'ERROR'],
    ['no role',                     { ...good, employee: null },                                'ROLE_MISSING_OR_TWICE',       'child',                 'ERROR'],
    ['two roles',                   { ...good, external: {} },                                  'ROLE_MISSING_OR_TWICE',       'child',                 'ERROR'],
    ['a long name (hard case 14)',  withPerson({ firstName: 'Å'.repeat(67) }),                  'TOO_LONG',                    'person.firstName',      'ERROR'],
    ['a long local id',             { ...good, localPersonId: long },                           'TOO_LONG',                    'localPersonId',         'ERROR'],
    ['a long street',               withPerson({ address: { street: long } }),                  'TOO_LONG',                    'person.address',        'WARNING'],
    ['a long telephone number',     withPerson({ phones: [{ number: long }] }),                 'TOO_LONG',                    'person.phones',         'WARNING'],
    ['a long position',             { ...good, employee: { positions: [long] } },               'TOO_LONG',                    'employee.positions',    'WARNING'],
    ['no day of birth',             withPerson({ birthDate: '2023-02-30' }),                    'DATE_MALFORMED',              'person.birthDate',      'WARNING'],
    ['another gender',              withPerson({ gender: 'X' }),                                'GENDER_UNKNOWN',              'person.gender',         'WARNING'],
    ['a municipality of letters',   withPerson({ address: { municipalityCode: 'ab' } }),        'MUNICIPALITY_CODE_MALFORMED', 'person.address',        'WARNING'],
    ['an unknown relation',         withContact({ relation: 'Nabo' }),                          'UNKNOWN_RELATION',            'child.contacts.0.relation',         'ERROR'],
    ['access level 3',              withContact({ accessLevel: 3 }),                            'ACCESS_LEVEL_UNKNOWN',        'child.contacts.0.accessLevel',      'ERROR'],
    ['an unidentified contact',     withContact({ localPersonId: null }),                       'CONTACT_UNIDENTIFIED',        'child.contacts.0.localPersonId',    'ERROR'],
    ['a contact without a name',    withContact({ person: { ...person, firstName: '' } }),      'NAME_MISSING',                'child.contacts.0.person.firstName', 'ERROR'],
    ['a protected contact (I9)',    withContact({ person: { ...person, protected: true } }),    'PROTECTED_WITHOUT_ALIAS',     'child.contacts.0.person.aliasFirstName', 'ERROR'],
  ])('%s', (_, line, code, field, severity) => {
    const { notices, lines } = read([line]);
    expect(notices.map((notice) => [notice.code, notice.field, notice.severity])).toEqual([[code, field, severity]]);
    expect(lines).toHaveLength(severity === 'WARNING' || field.startsWith('child.contacts') ? 1 : 0);
    expect(JSON.stringify(notices)).not.toMatch(/\d{6}/);
  });

  test("an id that is a national number is not told back, also a malformed one, or somebody else's", () => {
    const odd = { ...withPerson({ nationalNumber: '990190-1234' }), localPersonId: '9901901234' };
    expect(read([odd]).notices.map(({ code, localPersonId }) => [code, localPersonId])).toEqual([
      ['LOCAL_ID_IS_NATIONAL_NUMBER', null],
      ['NATIONAL_NUMBER_MALFORMED', null],
    ]);
    const others = read([withPerson({ nationalNumber: '7101901234' }), { ...good, localPersonId: '710190-1234' }]);
    expect(others.notices.map(({ code, localPersonId }) => [code, localPersonId])).toEqual([['LOCAL_ID_IS_NATIONAL_NUMBER', null]]);
  });

  test.each(['610180-4021', '6101804023/', '610180.4025', '６１０１８０４０２１', '٦١٠١٨٠٤٠٢١', 'E6101804021', '0101221234'])(
    'the local id %s is a national number by its shape, also where none is told, and is told back nowhere',
    (localPersonId) => {
      const alone = read([
        { ...good, localPersonId },
        { localPersonId: 'K', person, child: { contacts: [{ localPersonId, relation: 'Mor', person }] } },
      ]);
      expect(alone.notices.map(({ code, localPersonId: told }) => [code, told])).toEqual([
        ['LOCAL_ID_IS_NATIONAL_NUMBER', null],
        ['LOCAL_ID_IS_NATIONAL_NUMBER', 'K'],
      ]);
      expect(JSON.stringify(alone)).not.toContain(localPersonId);
    },
  );

  test('ids that only look a little like one go in: a serial number, a UUID', () => {
    const ids = ['9912345678', '12345678', '61018040-2abc-4def-abcd-abcdefabcdef', 'E 4021'];
    expect(read(ids.map((localPersonId) => ({ ...good, localPersonId }))).notices).toEqual([]);
  });

  test('no key or label is a national number: groups, initials, positions', () => {
    const number = '610180-4021';
    const { notices, lines, groups } = read(
      [
        { localPersonId: 'K', person, child: { mainGroup: number, groups: [number], level: number } },
        { localPersonId: 'E', person, employee: { positions: [number], shortName: number, occupation: number } },
        { localPersonId: 'X', person, external: { position: number } },
      ],
      [
        { localId: number, type: 'Hold' },
        { localId: 'A', type: 'Hold', name: number, line: number },
      ],
    );
    expect(notices.filter(({ code }) => code === 'TEXT_IS_NATIONAL_NUMBER').map(({ field }) => field)).toEqual([
      'groups.0.localId',
      'groups.1.name',
      'groups.1.line',
      'child.mainGroup',
      'child.level',
      'groups',
      'employee.positions',
      'employee.shortName',
      'employee.occupation',
      'external.position',
    ]);
    expect(JSON.stringify([notices, lines, [...groups]])).not.toContain('4021');
  });

  test('a sound line has no notice, and what it says is kept without the space around it', () => {
    const { notices, lines } = read([
      {
        localPersonId: ' E ',
        person: {
          firstName: ' Åse ',
          familyName: 'Øst',
          nationalNumber: '710190-1234',
          address: { municipalityCode: '751', countryCode: 'dk' },
        },
        employee: { positions: ['Leder', ' '] },
      },
    ]);
    expect(notices).toEqual([]);
    expect(lines[0]).toMatchObject({
      nationalNumber: '7101901234',
      role: 'EMPLOYEE',
      facts: { localPersonId: 'E', firstName: 'Åse', positions: ['Leder'], address: { municipalityCode: '0751', countryCode: 'DK' } },
    });
  });

  test('the second line with a local id is left out, and so is a main group of another type (I15)', () => {
    const twice = read([good, { ...good, person: { ...person, firstName: 'Other' } }]);
    expect(twice.notices.map(({ code }) => code)).toEqual(['LOCAL_ID_TWICE']);
    expect(twice.lines.map(({ facts }) => facts.firstName)).toEqual(['Kim']);
    const hold = read([{ localPersonId: 'K', person, child: { mainGroup: 'Rød' } }], [{ localId: 'Rød', type: 'Hold' }]);
    expect(hold.notices.map(({ code, field }) => [code, field])).toEqual([['MAIN_GROUP_WRONG_TYPE', 'child.mainGroup']]);
  });

  test('a group that is malformed or declared twice is told and left out; one that is only named is made (I1)', () => {
    const { groups, notices } = read(
      [],
      [
        { localId: 'A', type: 'Hovedgruppe', name: 'Alfa' },
        { localId: 'A', type: 'Hold' },
        { localId: 'B', type: 'Klub' },
        { localId: 'C', type: 'Hold', from: 'soon' },
      ],
    );
    expect(notices.map(({ code, field }) => [code, field])).toEqual([
      ['GROUP_MALFORMED', 'groups.1.localId'],
      ['GROUP_MALFORMED', 'groups.2.localId'],
      ['DATE_MALFORMED', 'groups.3.from'],
    ]);
    const all = withImplicit(groups, [
      { mainGroup: 'Blå', groupIds: ['Klatrehold'] },
      { mainGroup: null, groupIds: ['Blå'] },
    ]);
    expect(all.map(({ localId, name, type }) => [localId, name, type])).toEqual([
      ['A', 'Alfa', 'Hovedgruppe'],
      ['C', 'C', 'Hold'],
      ['Blå', 'Blå', 'Hovedgruppe'],
      ['Klatrehold', 'Klatrehold', 'Andet'],
    ]);
  });

  test('a document is the same whatever the order of its fields and what is left out of them, and another as soon as a letter differs', () => {
    const document = { daycare: 'G10001', source: 'S', sourceDateTime: 1, persons: [good] };
    expect(
      canonicalText({
        persons: [{ employee: {}, localPersonId: 'P', person: { familyName: 'Testsen', firstName: 'Kim', email: null } }],
        sourceDateTime: 1,
        source: 'S',
        daycare: 'G10001',
        groups: undefined,
      }),
    ).toBe(canonicalText(document));
    expect(canonicalText({ ...document, persons: [withPerson({ firstName: 'kim' })] })).not.toBe(canonicalText(document));
  });
});

describe('a national number', () => {
  // biome-ignore format: a table
  test.each([
    ['7101901234', '7101901234'], ['710190-1234', '7101901234'], [' 71 01 90 1234 ', '7101901234'], ['7101900000', '7101900000'],
    ['6001901234', undefined], ['9201901234', undefined], ['3201901234', undefined], ['0001901234', undefined], ['7100901234', undefined], ['71O1901234', undefined], ['', undefined],
  ])('%j is %j: ten digits, the day raised by 60 or not, never judged by modulus 11 (I11, I18)', (written, number) => {
    expect(nationalNumberOf(written)).toBe(number);
  });

  test('its kind is as told, else by its day; nobody without a number has one (I19)', () => {
    expect([
      nationalNumberKindOf('7101901234', null),
      nationalNumberKindOf('7101901234', 'CPR_VERIFIED'),
      nationalNumberKindOf(null, 'VERIFIED'),
    ]).toEqual(['REPLACEMENT', 'VERIFIED', 'UNKNOWN']);
  });
});
