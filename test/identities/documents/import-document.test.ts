import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import {
  child,
  contact,
  documentOf,
  employee,
  numberOf,
  placement,
  platform,
  responsible,
  submitDocument,
} from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

/** A document that says everything that both forms can say. */
const whole = (daycare: string) =>
  documentOf(
    daycare,
    [
      child(
        {
          id: 'K1',
          number: numberOf(401),
          more: {
            birthDate: '2022-04-05',
            gender: 'K',
            photoId: 'F 1',
            address: { street: 'Æblevej 1', postalCode: '8000', town: 'Aarhus C', countryCode: 'DK', municipalityCode: '0751' },
            protected: false,
          },
        },
        {
          mainGroup: 'Rød',
          groups: ['Skov'],
          level: 'DT',
          studentNumber: '17',
          location: 'Hus 2',
          contacts: [
            {
              ...bare(
                contact({ id: 'M', number: numberOf(402), more: { protected: true, aliasFirstName: 'Alva', aliasFamilyName: 'Alias' } }),
              ),
              relation: 'Mor',
            },
            {
              ...bare(contact({ id: 'O', number: numberOf(403), more: { protected: false } })),
              relation: 'Officielt tilknyttet person',
              hasCustody: false,
              accessLevel: 1,
              companyNumber: '12345678',
              productionUnitNumber: '1234567890',
            },
          ],
        },
      ),
      employee(
        {
          id: 'E1',
          number: numberOf(404),
          more: { email: 'e1@daycare.example', protected: false, phones: [{ kind: 'WORK', number: '+45 00 00 00 01', protected: true }] },
        },
        { positions: ['Leder', 'Pædagog'], shortName: 'E', occupation: 'Leder & mere', groups: ['Skov'] },
      ),
      {
        localPersonId: 'X1',
        person: {
          firstName: 'Kim',
          familyName: 'Ø',
          nationalNumber: numberOf(405),
          nationalNumberKind: 'CPR_REPLACEMENT_ID',
          protected: false,
        },
        external: { position: 'Praktikant', groups: ['Skov'] },
      },
    ],
    {
      schoolYear: '2026-2027',
      sourceVersion: '7',
      groups: [
        { localId: 'Rød', name: 'Rød stue', type: 'Hovedgruppe', level: 'DT', line: 'A', from: '2026-08-01', to: '2027-07-31' },
        { localId: 'Skov', name: 'Skovhold', type: 'Hold' },
      ],
    },
  );
const bare = ({ localPersonId: _, ...rest }: ReturnType<typeof contact>) => rest;

describe.each(engines)("a document of today's format on $engine", (engine) => {
  const { town, send, tiesOf } = importTown(engine);
  const sendXml = async (document: string, more: object = {}, actor = placement) => {
    const { data, errors } = await town().ask(actor, submitDocument, { document, ...more });
    return { run: data?.submitImportDocument, errors };
  };

  test('goes in as the same document in our own form does: sent after it, it is the same document', async () => {
    const document = whole('G10001');
    const { run } = await sendXml(xmlOf(document));
    expect(run).toMatchObject({ state: 'APPLIED', counts: { persons: 5, begun: 5, refused: 0 }, notices: { totalCount: 0 } });
    expect((await send(document)).run).toEqual(run);
    expect((await sendXml(xmlOf(document, 'https://wsaimport.unilogin.dk/import/7'))).run).toEqual(run);
  });

  test('all that it says can be read, as what the same document in our own form says', async () => {
    await sendXml(xmlOf(whole('G10004')));
    await send(whole('G10005'));
    const shown =
      'nodes { role positions source localPersonId name { first family } realName { first } birthDate gender email phones { kind number protected } address { street postalCode town countryCode municipalityCode } nationalNumber nationalNumberKind mainGroup { name type level line from to } groups { localId name type } shortName occupation level contacts { relation hasCustody accessLevel contact { name { first } realName { first } } } }';
    const [told, ours] = await Promise.all(
      ['G10004', 'G10005'].map(async (number) => (await town().people(platform, number, shown)).data._entities[0].people.nodes),
    );
    expect(told).toEqual(ours);
    expect(told).toHaveLength(5);
    expect(told[0]).toMatchObject({
      role: 'CHILD',
      gender: 'K',
      address: { street: 'Æblevej 1', municipalityCode: '0751' },
      mainGroup: { name: 'Rød stue', line: 'A', to: '2027-07-31' },
      groups: [{ type: 'Hold' }],
      contacts: [
        { relation: 'Mor', hasCustody: true, accessLevel: 2, contact: { name: { first: 'Alva' }, realName: { first: 'First M' } } },
        { relation: 'Officielt tilknyttet person', hasCustody: false, accessLevel: 1 },
      ],
    });
    expect(told[1]).toMatchObject({
      positions: ['Leder', 'Pædagog'],
      occupation: 'Leder & mere',
      phones: [{ kind: 'WORK', protected: true }],
    });
  });

  test('tried only, it keeps nothing; and it is for supplier systems alone', async () => {
    const document = xmlOf(documentOf('G10002', [employee({ id: 'E1', number: numberOf(411) })]));
    expect((await sendXml(document, { dryRun: true })).run).toMatchObject({ state: 'PLANNED', counts: { begun: 1 } });
    expect(await tiesOf('G10002')).toEqual([]);
    expect((await sendXml(document, {}, responsible)).errors?.[0]?.extensions?.code).toBe('NOT_PERMITTED');
    expect((await sendXml(document)).run.state).toBe('APPLIED');
  });

  test('a document for a daycare where the system has no access is answered as for one that is not there', async () => {
    const codes = ['G10009', 'G99999'].map(
      async (daycare) => (await sendXml(xmlOf(documentOf(daycare, [])))).errors?.[0]?.extensions?.code,
    );
    expect(await Promise.all(codes)).toEqual(['NO_ACTIVE_ACCESS', 'NO_ACTIVE_ACCESS']);
  });

  test('what is wrong with it as a whole is a run that says so where it is known whose document it is', async () => {
    const document = xmlOf(documentOf('G10003', [])).replace('</Institution>', '<Kitchen/></Institution>');
    const { run } = await sendXml(document);
    expect(run).toMatchObject({ state: 'REFUSED', refusal: { code: 'INVALID_INPUT', rule: 'I16' }, counts: { persons: 0 } });
    const { data } = await town().ask(placement, 'query($id: ID!) { importRun(id: $id) { state refusal { facts { name value } } } }', run);
    const facts = Object.fromEntries(data.importRun.refusal.facts.map(({ name, value }: Record<string, string>) => [name, value]));
    expect(facts).toMatchObject({ fault: 'UNKNOWN_ELEMENT', path: '/UNILoginImport/Institution', line: expect.any(String) });
  });
});
