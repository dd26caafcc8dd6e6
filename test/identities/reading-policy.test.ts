import { describe, expect, test } from '@jest/globals';
import type { Mandate } from '#shared/actor.ts';
import { categoryOf, guardedFields, visibleFields } from '../../subgraphs/identities/domain/reading/category-of-field.ts';
import { categoriesFor, type Grant, grantAt, grantOf, openSince } from '../../subgraphs/identities/domain/reading/grant.ts';
import { opens, readingOf, readingOfMunicipality, readsSomewhere } from '../../subgraphs/identities/domain/reading/reading-policy.ts';
import { actorWith } from '../support/subgraphs.ts';
import { packages } from './support/neighbourhood.ts';

// design 6, "Who may read what": persons. S: the daycare's own unit or municipality. Of another one: never.
// biome-ignore format: a table
const byHand = [
  // ownership    responsible  municipal  employee  dashboard  national
  ['MUNICIPAL',  'PEOPLE',    'COUNTS',  'COUNTS', 'SUMMARY', 'SUMMARY'], // where municipal, the employee has counts
  ['SELF_OWNED', 'PEOPLE',    'COUNTS',  'PEOPLE', 'SUMMARY', 'SUMMARY'], // Q7; the daycare is the controller
  ['PRIVATE',    'NOTHING',   'NOTHING', 'PEOPLE', 'NOTHING', 'SUMMARY'], // counts nationally, not in a municipality's sum
  ['OUTSOURCED', 'PEOPLE',    'COUNTS',  'PEOPLE', 'SUMMARY', 'SUMMARY'],
] as const;

const here = {
  responsible: { role: 'DAYCARE_RESPONSIBLE', municipality: '0751' },
  municipal: { role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' },
  employee: { role: 'DAYCARE_EMPLOYEE', daycare: 'G10001' },
} as const;
const nobodies: readonly Mandate[] = [
  { role: 'AGENCY' },
  { role: 'SUPPLIER', supplier: '1001' },
  { role: 'SUPPLIER_SYSTEM', system: 'S1' },
  { role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1' },
  { role: 'CITIZEN' },
  { role: 'DAYCARE_RESPONSIBLE', municipality: '0101' },
  { role: 'MUNICIPAL_EMPLOYEE', municipality: '0101' },
  { role: 'DAYCARE_EMPLOYEE', daycare: 'G10002' },
  { role: 'DASHBOARD', municipality: '0101' },
];
const unit = {
  number: 'G10001',
  level: 'UNIT',
  name: 'Unit',
  status: 'ACTIVE',
  municipality: '0751',
  type: null,
  acceptsUsers: true,
  institution: 'G10000',
  unit: null,
} as const;
const access = {
  id: 'A1',
  requestId: 'R1',
  daycare: 'G10001',
  system: 'S1',
  service: 'x',
  direction: 'FETCH',
  purposeKind: 'OTHER',
  purpose: '',
  state: 'ACTIVE',
  activeSince: 100,
} as const;

describe("who may read what of a daycare's persons", () => {
  test.each(byHand)(
    '%s: responsible %s, municipal employee %s, daycare employee %s, dashboard %s, national %s',
    (ownership, ...readings) => {
      const mandates: readonly Mandate[] = [
        here.responsible,
        here.municipal,
        here.employee,
        { role: 'DASHBOARD', municipality: '0751' },
        { role: 'DASHBOARD' },
      ];
      expect(mandates.map((mandate) => readingOf(actorWith([mandate]), { ...unit, ownership }).reading)).toEqual(readings);
      for (const mandate of nobodies)
        expect(readingOf(actorWith([mandate]), { ...unit, ownership })).toEqual({ as: undefined, reading: 'NOTHING' });
    },
  );

  test('a mandate over a unit covers its locations, one over a location not its unit', () => {
    const location = { ...unit, number: 'G10009', unit: 'G10001', ownership: 'PRIVATE' } as const;
    expect(readingOf(actorWith([here.employee]), location).reading).toBe('PEOPLE');
    expect(readingOf(actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10009' }]), { ...unit, ownership: 'PRIVATE' }).reading).toBe(
      'NOTHING',
    );
  });

  test('of several mandates the widest counts', () => {
    expect(readingOf(actorWith([here.municipal, here.employee]), { ...unit, ownership: 'SELF_OWNED' })).toEqual({
      as: 'daycare employee',
      reading: 'PEOPLE',
    });
  });

  test("a municipality as a whole is its responsible's, its employees' in counts, and the dashboards' in sums", () => {
    const of = (mandate: Mandate) => readingOfMunicipality(actorWith([mandate]), '0751').reading;
    expect([here.responsible, here.municipal, here.employee].map(of)).toEqual(['PEOPLE', 'COUNTS', 'NOTHING']);
    expect([of({ role: 'DASHBOARD', municipality: '0751' }), of({ role: 'DASHBOARD' })]).toEqual(['SUMMARY', 'SUMMARY']);
    expect(nobodies.map(of)).toEqual(nobodies.map(() => 'NOTHING'));
  });

  test('who could never read so much is known without a look at any daycare', () => {
    const reads = (mandate: Mandate) =>
      (['PEOPLE', 'COUNTS', 'SUMMARY'] as const).filter((wanted) => readsSomewhere(actorWith([mandate]), wanted));
    expect([here.responsible, here.municipal, here.employee].map(reads)).toEqual([
      ['PEOPLE', 'COUNTS', 'SUMMARY'],
      ['COUNTS', 'SUMMARY'],
      ['PEOPLE', 'COUNTS', 'SUMMARY'],
    ]);
    expect(reads({ role: 'DASHBOARD' })).toEqual(['SUMMARY']);
    expect(nobodies.slice(0, 5).map(reads)).toEqual([[], [], [], [], []]);
    expect([opens('PEOPLE', 'COUNTS'), opens('SUMMARY', 'COUNTS'), opens('NOTHING', 'SUMMARY')]).toEqual([true, false, false]);
  });
});

describe('what goes out of a tie', () => {
  test('each field stands under its category', () => {
    expect(categoryOf).toEqual({
      name: 'IDENTITY',
      person: 'IDENTITY',
      isProtected: 'IDENTITY',
      positions: 'ROLE',
      shortName: 'ROLE',
      occupation: 'ROLE',
      level: 'ROLE',
      localPersonId: 'LOCAL_ID',
      realName: 'PROTECTED_NAME',
      birthDate: 'BIRTH_DATE_GENDER',
      gender: 'BIRTH_DATE_GENDER',
      email: 'EMAIL',
      phones: 'PHONE',
      address: 'ADDRESS',
      nationalNumber: 'NATIONAL_NUMBER',
      nationalNumberKind: 'NATIONAL_NUMBER',
      mainGroup: 'GROUPS',
      groups: 'GROUPS',
      contacts: 'CONTACT_PERSONS',
      children: 'CONTACT_PERSONS',
    });
    const always = new Set(['IDENTITY', 'ROLE']);
    expect(
      Object.entries(categoryOf)
        .filter(([, category]) => !always.has(category))
        .map(([field]) => field)
        .sort(),
    ).toEqual([...guardedFields].sort());
  });

  // biome-ignore format: a table
  test.each([
    ['ws17-small',          ['groups']],
    ['ws17-medium',         ['localPersonId', 'birthDate', 'email', 'nationalNumber', 'groups']],
    ['ws17-full',           ['localPersonId', 'birthDate', 'email', 'phones', 'address', 'nationalNumber', 'groups', 'contacts']],
    ['ws17-full-authority', ['localPersonId', 'realName', 'birthDate', 'email', 'phones', 'address', 'nationalNumber', 'groups', 'contacts']],
  ])('%s shows %j beside name and role', (service, fields) => {
    const asked = ['localPersonId', 'realName', 'birthDate', 'email', 'phones', 'address', 'nationalNumber', 'groups', 'contacts', 'no such field'];
    expect(visibleFields(asked, new Set(packages[service]))).toEqual(fields);
  });

  test('a system holds what its accesses had begun to open when the tie ended; nobody holds anything by default', () => {
    const grant = grantOf(actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1' }]), {
      ...unit,
      ownership: 'MUNICIPAL',
      accesses: [
        { ...access, categories: ['IDENTITY', 'ROLE'] },
        { ...access, id: 'A2', activeSince: 200, categories: ['EMAIL'] },
      ],
    });
    const held = (of: Grant, to: number | null) => [...categoriesFor(of, { to })];
    expect([held(grant, null), held(grant, 150), held(grant, 50), held(grantAt(grant, 150), null), held(grantAt(grant, 50), null)]).toEqual(
      [['IDENTITY', 'ROLE', 'EMAIL'], ['IDENTITY', 'ROLE'], [], ['IDENTITY', 'ROLE'], []],
    );
    expect([openSince(grant), openSince(grantAt(grant, 50))]).toEqual([100, Number.POSITIVE_INFINITY]);
    const closed = grantOf(actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1' }]), {
      ...unit,
      acceptsUsers: false,
      ownership: 'MUNICIPAL',
      accesses: [{ ...access, categories: ['IDENTITY'] }],
    });
    expect([closed.reading, held(closed, null)]).toEqual(['NOTHING', []]);
    const responsible = grantOf(actorWith([here.responsible]), { ...unit, ownership: 'MUNICIPAL' });
    expect(held(responsible, null)).toEqual([
      'IDENTITY',
      'ROLE',
      'GROUPS',
      'LOCAL_ID',
      'EMAIL',
      'PHONE',
      'BIRTH_DATE_GENDER',
      'ADDRESS',
      'CONTACT_PERSONS',
    ]);
  });
});
