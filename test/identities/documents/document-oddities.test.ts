import { describe, expect, test } from '@jest/globals';
import { readImportDocument } from '../../../subgraphs/identities/outside/uni-login/read-import-document.ts';
import { toldInstant } from '../../../subgraphs/identities/domain/sent/told-instant.ts';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import { child, contact, documentOf, employee, numberOf, placement, submitDocument } from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

const bare = ({ localPersonId: _, ...rest }: ReturnType<typeof contact>) => rest;

describe('an odd document says what it means', () => {
  const sound = xmlOf({ ...documentOf('G10001', [child({ id: 'K1', number: numberOf(701) })]), schoolYear: '2026-2027' });
  const meaning = (xml: string) => readImportDocument(xml).text;

  test.each<[string, (xml: string) => string]>([
    ['a byte order mark', (xml) => `\uFEFF${xml}`],
    ['no declaration', (xml) => xml.replace(/^<\?xml.*\?>\n/, '')],
    [
      'space and comments between and in elements',
      (xml) => xml.replaceAll('><', '>\n <!-- 710190-4242 -->\n<').replace('Testsen', ' Test<!-- -->sen '),
    ],
    ['CDATA', (xml) => xml.replace('Testsen', '<![CDATA[Testsen]]>')],
    ['letters by reference', (xml) => xml.replace('Testsen', '&#84;ests&#x65;n')],
    [
      'the namespace of the agency',
      (xml) => xml.replace('<UNILoginImport', '<UNILoginImport xmlns="https://wsaimport.unilogin.dk/import"'),
    ],
    [
      'prefixes',
      (xml) => xml.replace('<UNILoginImport', '<i:UNILoginImport xmlns:i="https://unilogin.dk/data"').replace('</UNILogin', '</i:UNILogin'),
    ],
    [
      'what schema-aware writers add',
      (xml) =>
        xml.replace('<UNILoginImport', '<UNILoginImport xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'),
    ],
    [
      'the elements of a person in another order',
      (xml) => xml.replace(/(<FirstName>.*<\/FirstName>)(<FamilyName>.*<\/FamilyName>)/, '$2$1'),
    ],
    ['the number last', (xml) => xml.replace(/(<InstitutionNumber>.*<\/InstitutionNumber>)([\s\S]*)(?=<\/Institution>)/, '$2$1')],
    ['what is not kept', (xml) => xml.replace('<InstitutionPerson>', '<InstitutionName>Solsikken</InstitutionName><InstitutionPerson>')],
    ['a number in small letters with spaces (hard case 11)', (xml) => xml.replace('G10001', ' g1 0001 ')],
    ['a boolean as a digit', (xml) => xml.replace('protected="false"', 'protected="0"')],
  ])('%s', (_, odd) => {
    const { document, fault } = readImportDocument(odd(sound));
    expect(fault).toBeUndefined();
    expect(odd(sound)).not.toBe(sound);
    expect(document.persons).toHaveLength(1);
    expect(meaning(odd(sound))).toBe(meaning(sound));
  });

  test('decomposed letters are composed', () => {
    const decomposed = sound.replace('Testsen', 'A\u030Age O\u0301').replace('Stue 1', 'U\u0308ber');
    expect(readImportDocument(decomposed).document.persons[0]).toMatchObject({
      person: { familyName: '\u00C5ge \u00D3' },
      child: { mainGroup: '\u00DCber' },
    });
  });

  test.each([
    ['2026-11-25T08:00:00Z', '2026-11-25T08:00:00.000Z'],
    ['2026-11-25T08:00:00.123456+01:00', '2026-11-25T07:00:00.123Z'],
    ['2026-11-25T08:00:00', '2026-11-25T07:00:00.000Z'],
    ['2026-07-01T08:00:00.5', '2026-07-01T06:00:00.500Z'],
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29T02:30:00', undefined],
    ['2026-02-30T08:00:00', undefined],
    ['2026-11-25', undefined],
    ['24:00', undefined],
  ])('the time %s, without a zone Danish, is %s', (written, instant) => {
    const read = toldInstant(written);
    expect(read === undefined ? undefined : new Date(read).toISOString()).toBe(instant);
  });
});

describe.each(engines)('odd persons in a document on $engine', (engine) => {
  const { town, tiesOf, byName } = importTown(engine);
  const sendXml = async (document: Parameters<typeof xmlOf>[0]) =>
    (await town().ask(placement, submitDocument, { document: xmlOf(document) })).data.submitImportDocument;
  const codesOf = (run: { notices: { nodes: { code: string }[] } }) => run.notices.nodes.map(({ code }) => code);

  test('two persons with one local id: the first goes in; one number on two local ids: the first goes in', async () => {
    const run = await sendXml(
      documentOf('G10001', [
        employee({ id: 'A', first: 'One', number: numberOf(711) }),
        employee({ id: 'A', first: 'Two', number: numberOf(712) }),
        employee({ id: 'B', first: 'Three', number: numberOf(711) }),
      ]),
    );
    expect(codesOf(run)).toEqual(['LOCAL_ID_TWICE', 'PERSON_TWICE']);
    expect((await tiesOf('G10001')).map(({ name }) => name.first)).toEqual(['One']);
  });

  test('one local id with two numbers in two sources is two persons, since ids are of a source', async () => {
    for (const [source, serial] of [
      ['First', 721],
      ['Second', 722],
    ] as const)
      expect(
        codesOf(await sendXml(documentOf('G10002', [employee({ id: 'A', first: source, number: numberOf(serial) })], { source }))),
      ).toEqual([]);
    const uniIds = (await tiesOf('G10002')).map(({ person }) => person.uniId);
    expect(new Set(uniIds).size).toBe(2);
  });

  test('a group that is the main group and a further one is kept once, as the main group it was first made (I1)', async () => {
    expect(
      codesOf(
        await sendXml(documentOf('G10003', [child({ id: 'K', number: numberOf(731) }, { mainGroup: 'Rød', groups: ['Rød', 'Rød'] })])),
      ),
    ).toEqual([]);
    const { data } = await town().onDaycares(placement, ['G10003'], 'sources { source }');
    expect(data._entities[0].sources).toHaveLength(1);
    expect((await tiesOf('G10003')).map(({ mainGroup }) => mainGroup)).toEqual([{ localId: 'Rød', type: 'Hovedgruppe' }]);
  });

  test('a child who is a contact of its own contact goes in, and reading around the circle ends', async () => {
    const [one, two] = [numberOf(741), numberOf(742)];
    const of = (number: string) => [bare(contact({ id: '', first: 'Ring', number }))];
    const run = await sendXml(
      documentOf('G10004', [
        child({ id: 'K1', first: 'Ring', number: one }, { contacts: of(two) }),
        child({ id: 'K2', first: 'Ring', number: two }, { contacts: of(one) }),
      ]),
    );
    expect(run).toMatchObject({ state: 'APPLIED', counts: { begun: 4 } });
    expect((await byName('G10004', 'Ring')).map(({ role, contacts }) => [role, contacts.length])).toEqual([
      ['CHILD', 1],
      ['CHILD', 1],
      ['CONTACT', 0],
      ['CONTACT', 0],
    ]);
  });

  test('a document from the future is refused (I14); a day of birth from there is left out', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    expect(await sendXml({ ...documentOf('G10005', []), sourceDateTime: ahead })).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'INVALID_INPUT', rule: 'I14' },
    });
    const run = await sendXml(documentOf('G10005', [employee({ id: 'A', number: numberOf(751), more: { birthDate: '2999-01-01' } })]));
    expect(codesOf(run)).toEqual(['DATE_IN_FUTURE']);
  });

  test('a name of 132 letters is too long with Æ, and fits without (hard case 14)', async () => {
    const named = (id: string, first: string, serial: number) => employee({ id, first, number: numberOf(serial) });
    const run = await sendXml(
      documentOf('G10006', [
        named('A', 'Æ'.repeat(132), 761),
        named('B', 'Æ'.repeat(66), 762),
        named('C', 'x'.repeat(132), 763),
        named('D', 'A\u030A'.repeat(66), 764),
      ]),
    );
    expect(run.notices.nodes.map(({ code, localPersonId }: Record<string, string>) => [code, localPersonId])).toEqual([['TOO_LONG', 'A']]);
  });

  test("a document that holds another daycare's number is that one's, and needs an access there", async () => {
    const { errors } = await town().ask(placement, submitDocument, {
      document: xmlOf(documentOf('G10009', [employee({ id: 'A', number: numberOf(771) })])),
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NO_ACTIVE_ACCESS', rule: 'I13' });
    expect(await tiesOf('G10007')).toEqual([]);
  });

  test('what cannot be read of a contact leaves the contact out, and an unreadable protection the person', async () => {
    const kid = child({ id: 'K', number: numberOf(781) }, { contacts: [bare(contact({ id: '', first: 'Mia', number: numberOf(782) }))] });
    const xml = xmlOf(documentOf('G10007', [kid, employee({ id: 'A', number: numberOf(783) })]))
      .replace('childCustody="true"', 'childCustody="perhaps"')
      .replace('accessLevel="2"', 'accessLevel="two"')
      .replace(/protected="false"(?=(?:(?!protected=).)*<Employee>)/s, 'protected="no"');
    const { data } = await town().ask(placement, submitDocument, { document: xml });
    expect(codesOf(data.submitImportDocument)).toEqual(['CUSTODY_UNTOLD', 'ACCESS_LEVEL_UNKNOWN', 'PROTECTION_UNTOLD']);
    expect((await tiesOf('G10007')).map(({ role }) => role)).toEqual(['CHILD']);
  });
});
