import { describe, expect, test } from '@jest/globals';
import type { GroupTold, LineTold } from '../../../subgraphs/identities/domain/document/import-document.ts';
import { noticeCodes } from '../../../subgraphs/identities/domain/importing/import-notice.ts';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import { documentOf, numberOf, placement, submitDocument } from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

const person = { firstName: 'Kim', familyName: 'Testsen' };
const good: LineTold = { localPersonId: 'P', person, employee: {} };
const withPerson = (more: object): LineTold => ({ ...good, person: { ...person, ...more } });
const asChild = (more: object): LineTold => ({ localPersonId: 'P', person, child: more });
const withContact = (more: object, of: object = {}): LineTold => ({
  localPersonId: 'P',
  person: { ...person, ...of },
  child: {
    contacts: [{ relation: 'Mor', hasCustody: true, accessLevel: 1, person: { ...person, nationalNumber: numberOf(501) }, ...more }],
  },
});
const long = 'x'.repeat(133);

interface Example {
  readonly code: string;
  readonly told: readonly (LineTold | null)[];
  readonly groups?: readonly GroupTold[];
  /** What the source sent before. */
  readonly before?: readonly LineTold[];
  readonly severity?: 'WARNING';
  readonly field: string;
  /** By whose id it is told; P where not said. */
  readonly of?: string | null;
}

// biome-ignore format: a table
const examples: readonly Example[] = [
  { code: 'LINE_EMPTY',                   field: 'person',                            of: null, told: [null] },
  { code: 'NAME_MISSING',                 field: 'person.familyName',                 told: [withPerson({ familyName: null })] },
  { code: 'NATIONAL_NUMBER_MALFORMED',    field: 'person.nationalNumber',             told: [withPerson({ nationalNumber: '710190123' })] },
  { code: 'NATIONAL_NUMBER_CHANGED',      field: 'person.nationalNumber',             before: [withPerson({ nationalNumber: numberOf(502) })], told: [withPerson({ nationalNumber: numberOf(503) })] },
  { code: 'NATIONAL_NUMBER_UNCONFIRMED',  field: 'person.nationalNumber',             severity: 'WARNING', before: [good], told: [withPerson({ nationalNumber: numberOf(504) })] },
  { code: 'NATIONAL_NUMBER_KIND_UNKNOWN', field: 'person.nationalNumberKind',         severity: 'WARNING', told: [withPerson({ nationalNumber: numberOf(505), nationalNumberKind: 'CPR' })] },
  { code: 'PROTECTED_WITHOUT_ALIAS',      field: 'person.aliasFirstName',             told: [withPerson({ protected: true })] },
  { code: 'PROTECTION_UNTOLD',            field: 'person.protected',                  told: [withPerson({ protected: null })] },
  { code: 'LOCAL_ID_MISSING',             field: 'localPersonId',                     of: null, told: [{ ...good, localPersonId: null }] },
  { code: 'LOCAL_ID_TWICE',               field: 'localPersonId',                     told: [good, good] },
  { code: 'LOCAL_ID_IS_NATIONAL_NUMBER',  field: 'localPersonId',                     of: null, told: [{ ...good, localPersonId: '710190-1234' }] },
  { code: 'TEXT_IS_NATIONAL_NUMBER',      field: 'employee.shortName',                severity: 'WARNING', told: [{ ...good, employee: { shortName: '710190-1234' } }] },
  { code: 'PERSON_TWICE',                 field: 'person',                            of: 'Q', told: [withPerson({ nationalNumber: numberOf(506) }), { ...withPerson({ nationalNumber: numberOf(506) }), localPersonId: 'Q' }] },
  { code: 'ROLE_MISSING_OR_TWICE',        field: 'child',                             told: [{ ...good, external: {} }] },
  { code: 'POSITION_UNKNOWN',             field: 'employee.positions',                severity: 'WARNING', told: [{ ...good, employee: { positions: ['Kok'] } }] },
  { code: 'LEVEL_UNKNOWN',                field: 'child.level',                       severity: 'WARNING', told: [asChild({ level: '11' })] },
  { code: 'MAIN_GROUP_WRONG_TYPE',        field: 'child.mainGroup',                   told: [asChild({ mainGroup: 'Skov' })], groups: [{ localId: 'Skov', type: 'Hold' }] },
  { code: 'GROUP_MALFORMED',              field: 'groups.0.localId',                  of: null, told: [good], groups: [{ localId: 'Skov', type: 'Klub' }] },
  { code: 'UNKNOWN_RELATION',             field: 'child.contacts.0.relation',         told: [withContact({ relation: 'Nabo' })] },
  { code: 'ACCESS_LEVEL_UNKNOWN',         field: 'child.contacts.0.accessLevel',      told: [withContact({ accessLevel: 3 })] },
  { code: 'CUSTODY_UNTOLD',               field: 'child.contacts.0.hasCustody',       told: [withContact({ hasCustody: null })] },
  { code: 'CONTACT_IS_THE_CHILD',         field: 'child.contacts.0.person',           told: [withContact({}, { nationalNumber: numberOf(501) })] },
  { code: 'CONTACT_UNIDENTIFIED',         field: 'child.contacts.0.localPersonId',    told: [withContact({ person })] },
  { code: 'TOO_LONG',                     field: 'person.firstName',                  told: [withPerson({ firstName: 'Æ'.repeat(132) })] },
  { code: 'TOO_LONG',                     field: 'person.address',                    severity: 'WARNING', told: [withPerson({ address: { street: long } })] },
  { code: 'DATE_MALFORMED',               field: 'person.birthDate',                  severity: 'WARNING', told: [withPerson({ birthDate: '2023-02-30' })] },
  { code: 'DATE_IN_FUTURE',               field: 'person.birthDate',                  severity: 'WARNING', told: [withPerson({ birthDate: '2999-01-01' })] },
  { code: 'GENDER_UNKNOWN',               field: 'person.gender',                     severity: 'WARNING', told: [withPerson({ gender: 'X' })] },
  { code: 'MUNICIPALITY_CODE_MALFORMED',  field: 'person.address',                    severity: 'WARNING', told: [withPerson({ address: { municipalityCode: 'ab' } })] },
];

// What only changes to a picture can say, which today's format has none of.
const ofChangesOnly: readonly string[] = ['ENDED_UNKNOWN'];

test('every notice code has its example', () => {
  const codes = Object.keys(noticeCodes).filter((code) => !ofChangesOnly.includes(code));
  expect(new Set(examples.map(({ code }) => code))).toEqual(new Set(codes));
});

describe.each(engines)('the notices of a document on $engine', (engine) => {
  const { town, send } = importTown(engine);
  let nth = 0;
  const sendXml = async (document: string) => (await town().ask(placement, submitDocument, { document })).data.submitImportDocument;

  test.each(examples.map((example) => [example.code, example.field, example] as const))(
    '%s at %s is told alike of either form, without a number',
    async (code, field, { told, groups = [], before, severity = 'ERROR', of = 'P' }) => {
      nth += 1;
      const source = `Source ${nth}`;
      if (before) {
        await send(documentOf('G10001', before, { source }));
        await sendXml(xmlOf(documentOf('G10002', before, { source })));
      }
      const { run } = await send(documentOf('G10001', told, { source, groups }));
      const ofXml = await sendXml(xmlOf({ ...documentOf('G10002', [], { source }), persons: told, groups }));
      expect(run.notices.nodes.map((notice: object) => ({ ...notice, message: '', remedy: '' }))).toEqual([
        { code, field, severity, localPersonId: of, message: '', remedy: '' },
      ]);
      expect(ofXml).toMatchObject({ state: 'APPLIED', counts: run.counts });
      expect(ofXml.notices).toEqual(run.notices);
      expect(JSON.stringify(run.notices)).not.toMatch(/\d{6}/);
    },
  );
});
