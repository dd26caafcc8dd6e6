import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import { child, contact, documentOf, employee, material, numberOf, placement, platform, submitDocument } from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

const bare = ({ localPersonId: _, ...rest }: ReturnType<typeof contact>) => rest;
type Sent = Parameters<typeof xmlOf>[0];

// The rules of domain.md 4.2 to 4.5, each by its number, by documents of today.
describe.each(engines)('the rules of imports on $engine', (engine) => {
  const { town, send, tiesOf, byName } = importTown(engine);
  const sendAs = async (actor: typeof placement, document: Sent | string) => {
    const { data, errors } = await town().ask(actor, submitDocument, {
      document: typeof document === 'string' ? document : xmlOf(document),
    });
    return { run: data?.submitImportDocument, refused: errors?.[0]?.extensions };
  };
  const sendXml = async (document: Sent | string) => (await sendAs(placement, document)).run;
  const codesOf = (run: { notices: { nodes: { code: string; localPersonId: string }[] } }) =>
    run.notices.nodes.map(({ code, localPersonId }) => `${code} ${localPersonId}`);
  const groupsAt = async (number: string) =>
    (await town().onDaycares(platform, [number], 'groups { localId name type }')).data._entities[0].groups;

  test('I1 groups are declared, or made from being named: a main group as one', async () => {
    const kid = child({ id: 'K', number: numberOf(801) }, { mainGroup: 'Rød', groups: ['Skov'] });
    await sendXml(documentOf('G10001', [kid], { groups: [{ localId: 'Blå', name: 'Blå stue', type: 'Hovedgruppe' }], source: 'I1' }));
    expect(await groupsAt('G10001')).toEqual(
      expect.arrayContaining([
        { localId: 'Blå', name: 'Blå stue', type: 'Hovedgruppe' },
        { localId: 'Rød', name: 'Rød', type: 'Hovedgruppe' },
        { localId: 'Skov', name: 'Skov', type: 'Andet' },
      ]),
    );
  });

  test('I2 what groups are used for is not limited: any type, any number of them, staff and trainees in them too', async () => {
    const types = ['Hovedgruppe', 'Årgang', 'Retning', 'Hold', 'SFO', 'Team', 'Institution', 'Andet'];
    const groups = types.map((type) => ({ localId: `I2 ${type}`, type }));
    const all = groups.map(({ localId }) => localId);
    const persons = [
      child({ id: 'K', number: numberOf(803) }, { mainGroup: all[0], groups: all }),
      employee({ id: 'E', number: numberOf(804) }, { groups: all }),
    ];
    expect(codesOf(await sendXml(documentOf('G10001', persons, { groups, source: 'I2' })))).toEqual([]);
    expect((await groupsAt('G10001')).filter(({ localId }: { localId: string }) => all.includes(localId))).toHaveLength(8);
  });

  test('I3 a child has any number of contacts', async () => {
    const contacts = Array.from({ length: 40 }, (_, nth) => bare(contact({ id: '', first: `C${nth}`, number: numberOf(900 + nth) })));
    const run = await sendXml(documentOf('G10002', [child({ id: 'K', number: numberOf(805) }, { contacts })], { source: 'I3' }));
    expect(run.counts).toMatchObject({ begun: 41, refused: 0 });
  });

  test('I4 a document is the whole picture: who is left out has left', async () => {
    const [one, two] = [
      employee({ id: 'A', first: 'Stays', number: numberOf(806) }),
      employee({ id: 'B', first: 'Leaves', number: numberOf(807) }),
    ];
    await sendXml(documentOf('G10003', [one, two], { source: 'I4' }));
    expect((await sendXml(documentOf('G10003', [one], { source: 'I4' }))).counts).toMatchObject({ ended: 1, unchanged: 1 });
    expect(await byName('G10003', 'Leaves')).toEqual([]);
  });

  test('I5 two sources of one daycare own only what they sent, and I6 each tie names its own, whatever it is called', async () => {
    await sendXml(
      documentOf('G10003', [employee({ id: 'A', first: 'By hand', number: numberOf(808) })], { source: 'Brugeradministration' }),
    );
    expect((await sendXml(documentOf('G10003', [], { source: 'I4' }))).counts).toMatchObject({ ended: 1 });
    const { data } = await town().people(platform, 'G10001', 'nodes { source }');
    expect(new Set(data._entities[0].people.nodes.map(({ source }: { source: string }) => source))).toEqual(new Set(['I1', 'I2']));
    expect(await byName('G10003', 'By hand')).toHaveLength(1);
  });

  test('I7 daycare, source and time name a document: sent again it answers the same run, an older one is refused (I14)', async () => {
    const older = documentOf('G10004', [], { source: 'I7' });
    const newer = documentOf('G10004', [employee({ id: 'A', number: numberOf(809) })], { source: 'I7' });
    const run = await sendXml(newer);
    expect(await sendXml(newer)).toEqual(run);
    expect(await sendXml(older)).toMatchObject({ state: 'REFUSED', refusal: { code: 'NOT_NEWER', rule: 'I14' } });
    expect((await sendXml(documentOf('G10004', [], { source: 'I7 too' }))).state).toBe('APPLIED');
  });

  test('I8 a school year may be carried, and nothing follows from it', async () => {
    const persons = [employee({ id: 'A', number: numberOf(810) })];
    for (const schoolYear of ['2025-2026', '2026-2027', 'later', undefined]) {
      const { counts, notices } = await sendXml(documentOf('G10005', persons, { source: 'I8', schoolYear }));
      expect([counts.changed, counts.ended, notices.totalCount]).toEqual([0, 0, 0]);
    }
  });

  test('I9 who is protected and has no alias is not made, and the rest goes in', async () => {
    const secret = employee({ id: 'A', first: 'Hidden', number: numberOf(811), more: { protected: true } });
    const run = await sendXml(documentOf('G10006', [secret, employee({ id: 'B', number: numberOf(812) })], { source: 'I9' }));
    expect([codesOf(run), run.counts.begun]).toEqual([['PROTECTED_WITHOUT_ALIAS A'], 1]);
    expect(await tiesOf('G10006')).toHaveLength(1);
  });

  test('I10 another number than the one known for a local id is not taken, and I11 neither is one that is none', async () => {
    const known = (number: string) => documentOf('G10007', [employee({ id: 'A', number })], { source: 'I10' });
    await sendXml(known(numberOf(813)));
    expect(codesOf(await sendXml(known(numberOf(814))))).toEqual(['NATIONAL_NUMBER_CHANGED A']);
    expect(codesOf(await sendXml(known('7113901234')))).toEqual(['NATIONAL_NUMBER_MALFORMED A']);
    expect(await tiesOf('G10007')).toHaveLength(1);
    const without = documentOf('G10007', [employee({ id: 'B', first: 'Numberless' })], { source: 'I11' });
    expect(codesOf(await sendXml(without))).toEqual([]);
  });

  test('I12 a daycare without company or production unit number holds no users; I13 without an access nothing is taken', async () => {
    expect(await sendXml(documentOf('G20002', []))).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'DAYCARE_TAKES_NO_USERS', rule: 'I12' },
    });
    expect((await sendAs(material, documentOf('G10001', []))).refused).toMatchObject({ code: 'NO_ACTIVE_ACCESS', rule: 'I13' });
  });

  test('I15 a main group is of type Hovedgruppe', async () => {
    const kid = child({ id: 'K', number: numberOf(815) }, { mainGroup: 'Skov' });
    const run = await sendXml(documentOf('G10008', [kid], { groups: [{ localId: 'Skov', type: 'Hold' }], source: 'I15' }));
    expect(codesOf(run)).toEqual(['MAIN_GROUP_WRONG_TYPE K']);
  });

  test('I16 what is not of the format is refused whole, and what stood stays', async () => {
    const document = documentOf('G10008', [employee({ id: 'A', number: numberOf(816) })], { source: 'I16' });
    await sendXml(document);
    const broken = xmlOf(documentOf('G10008', [], { source: 'I16' })).replace('</Institution>', '<Klub/></Institution>');
    expect(await sendXml(broken)).toMatchObject({ state: 'REFUSED', refusal: { code: 'INVALID_INPUT', rule: 'I16' } });
    expect(await byName('G10008', 'First A')).toHaveLength(1);
  });

  test('I17 the number is the key: told at two daycares, by either form, it is one person', async () => {
    const number = numberOf(817);
    await sendXml(documentOf('G10004', [employee({ id: 'X', first: 'Twofold', number })], { source: 'I17' }));
    await send(
      documentOf('G10005', [employee({ id: 'Y', first: 'Twofold', number: `${number.slice(0, 6)}-${number.slice(6)}` })], {
        source: 'I17',
      }),
    );
    const [here, there] = await Promise.all(['G10004', 'G10005'].map((daycare) => byName(daycare, 'Twofold')));
    expect(here?.[0]?.person.uniId).toBe(there?.[0]?.person.uniId);
  });

  test('I18 a pseudo number is a number, never judged by modulus 11; I19 its kind is as told, else by its day', async () => {
    const told = (id: string, number: string, kind?: string) =>
      employee({ id, number, ...(kind && { more: { nationalNumberKind: kind } }) });
    const persons = [
      told('A', '7101900000'),
      told('B', '7101900001', 'CPR_UNVERIFIED'),
      told('C', '7101900002', 'CPR_REPLACEMENT_ID'),
      told('D', '7101900003', 'CPR_UNKNOWN_TYPE'),
    ];
    expect(codesOf(await sendXml(documentOf('G10001', persons, { source: 'I18' })))).toEqual([]);
    const { data } = await town().people(platform, 'G10001', 'nodes { source nationalNumberKind }', '(first: 500)');
    const kinds = data._entities[0].people.nodes.filter(({ source }: { source: string }) => source === 'I18');
    expect(kinds.map(({ nationalNumberKind }: { nationalNumberKind: string }) => nationalNumberKind)).toEqual([
      'REPLACEMENT',
      'UNVERIFIED',
      'REPLACEMENT',
      'UNKNOWN',
    ]);
  });
});
