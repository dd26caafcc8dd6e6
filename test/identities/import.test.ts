import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { child, contact, documentOf, employee, type Neighbourhood, numberOf, placement, platform, responsible, startNeighbourhood, submit } from './support/neighbourhood.ts';

describe.each(engines)('importing on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const number of ['G10001', 'G10002', 'G10003', 'G10004', 'G10005', 'G10006', 'G10007', 'G10008']) await town.daycare(number);
    await town.daycare('G20001', { ownership: 'PRIVATE', municipality: '0101' });
    await town.daycare('G20002', { acceptsUsers: false });
    await town.sends('S1', 'G10001', 'G10002', 'G10003', 'G10004', 'G10005', 'G10006', 'G10007', 'G10008', 'G20001', 'G20002');
    await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full-authority' });
  });
  afterAll(() => town.stop());

  const send = async (input: object, actor = placement) => {
    const { data, errors } = await town.ask(actor, submit, { input });
    return { run: data?.submitImport, errors };
  };

  test('of 200 persons of whom one lacks a name and one has a malformed number, 198 go in, and the number shows nowhere', async () => {
    const persons: object[] = Array.from({ length: 198 }, (_, index) => employee({ id: `P${index}`, number: numberOf(index) }));
    const malformed = '990199-1234';
    const bad = [employee({ id: 'nameless', first: ' ' }), employee({ id: 'odd', number: malformed })];
    const { run } = await send(documentOf('G10001', [...persons, ...bad]));
    expect(run).toMatchObject({ state: 'APPLIED', counts: { persons: 200, begun: 198, refused: 2, ended: 0, changed: 0, unchanged: 0 } });
    expect(run.notices.nodes.map(({ code, localPersonId, field }: Record<string, string>) => [code, localPersonId, field])).toEqual([
      ['NAME_MISSING', 'nameless', 'person.firstName'], ['NATIONAL_NUMBER_MALFORMED', 'odd', 'person.nationalNumber'],
    ]);
    const kept = await town.ask(placement, 'query($id: ID!) { importRun(id: $id) { daycareNumber notices { totalCount nodes { code remedy } } } }', { id: run.id });
    expect(kept.data.importRun.notices.totalCount).toBe(2);
    const feed = await town.ask(platform, '{ affiliationChanges(first: 500) { nextCursor changes { uniId changedFields affiliation { name { first } } } } }');
    const page = await town.people(platform, 'G10001', 'totalCount nodes { person { uniId } name { first } } pageInfo { endCursor }');
    expect(page.data._entities[0].people.totalCount).toBe(198);
    expect(page.data._entities[0].people.nodes[0].person.uniId).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    const said = JSON.stringify([run, kept, feed, page, town.kept]);
    for (const number of [malformed, '9901991234', numberOf(3)]) expect(said).not.toContain(number);
    expect(said).not.toContain(Buffer.from(numberOf(3)).toString('base64url').slice(1, -2));
  });

  const tiesOf = async (number: string, args = '(first: 500)') => {
    const { data } = await town.people(responsible, number, 'nodes { id role to frozen name { first family } person { uniId affiliations { daycareNumber role } } mainGroup { localId type } contacts { relation hasCustody accessLevel contact { name { first } } } }', args);
    return data._entities[0].people.nodes as { id: string; role: string; to: string | null; name: { first: string }; person: { uniId: string; affiliations: { daycareNumber: string; role: string }[] }; mainGroup: { localId: string; type: string } | null; contacts: { relation: string; hasCustody: boolean; accessLevel: number; contact: { name: { first: string } } }[] }[];
  };
  const byName = async (number: string, first: string) => (await tiesOf(number)).filter(({ name }) => name.first === first);

  test('the same document again answers the earlier run; other content as old, or older, is refused (I14, hard case 13)', async () => {
    const document = documentOf('G10002', [employee({ id: 'E1', number: numberOf(301) })]);
    const { run } = await send(document);
    expect((await send(document)).run).toEqual(run);
    const other = await send({ ...document, persons: [] });
    expect(other.run).toMatchObject({ state: 'REFUSED', refusal: { code: 'NOT_NEWER', rule: 'I14' } });
    expect((await send({ ...document, persons: [] })).run.id).toBe(other.run.id);
    const older = new Date(Date.parse(document.sourceDateTime) - 1000).toISOString();
    expect((await send({ ...document, sourceDateTime: older })).run.refusal.code).toBe('NOT_NEWER');
    expect(await tiesOf('G10002')).toHaveLength(1);
  });

  test('a document from the future and one for a daycare that takes no users are recorded and refused (I12)', async () => {
    const future = { ...documentOf('G10002', []), sourceDateTime: new Date(Date.now() + 6 * 60_000).toISOString() };
    expect((await send(future)).run).toMatchObject({ state: 'REFUSED', refusal: { code: 'INVALID_INPUT' } });
    expect((await send(documentOf('G20002', []))).run).toMatchObject({ state: 'REFUSED', refusal: { code: 'DAYCARE_TAKES_NO_USERS', rule: 'I12' } });
    const { data } = await town.onDaycares(placement, ['G20002'], 'imports { nodes { state } } sources { source }');
    expect(data._entities[0]).toMatchObject({ imports: { nodes: [{ state: 'REFUSED' }] }, sources: [] });
  });

  test('without an active access to send, whether the daycare is there or not, it is an error (A25, I13)', async () => {
    for (const [actor, number] of [[platform, 'G10001'], [placement, 'G99999'], [placement, 'G10009']] as const) {
      const { run, errors } = await send(documentOf(number, []), actor);
      expect(run).toBeNull();
      expect(errors?.[0].extensions).toMatchObject({ code: 'NO_ACTIVE_ACCESS', rule: 'I13' });
    }
    expect((await send(documentOf('G10001', []), responsible)).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
  });

  test('who is left out has left, and the row stays; another source of the same unit is untouched (I4, I5, hard case 9)', async () => {
    const staff = ['A', 'B', 'C'].map((id, index) => employee({ id, number: numberOf(310 + index) }));
    await send(documentOf('G10003', staff));
    await send(documentOf('G10003', [employee({ id: 'A', first: 'Beside', number: numberOf(315) })], { source: 'Kitchen' }));
    const { run } = await send(documentOf('G10003', staff.slice(0, 2)));
    expect(run.counts).toMatchObject({ persons: 2, begun: 0, ended: 1, unchanged: 2 });
    expect((await tiesOf('G10003')).map(({ name }) => name.first)).toEqual(['First A', 'First B', 'Beside']);
    const all = await tiesOf('G10003', '(filter: { includeEnded: true })');
    expect(all.find(({ name }) => name.first === 'First C')?.to).not.toBeNull();
    expect(await town.onDaycares(responsible, ['G10003'], 'sources { source ties freshness lastRun { counts { ended } } }')).toMatchObject({
      data: { _entities: [{ sources: [{ source: 'Institution', ties: 2, freshness: 'FRESH', lastRun: { counts: { ended: 1 } } }, { source: 'Kitchen', ties: 1 }] }] },
    });
  });

  test('a parent with children in a municipal and a private daycare of two municipalities is one identity (hard case 3)', async () => {
    const parent = { id: 'M', first: 'Parent', number: numberOf(320) };
    await send(documentOf('G10004', [child({ id: 'K1', number: numberOf(321) }, { contacts: [contact(parent)] })]));
    await send(documentOf('G20001', [child({ id: 'K9', number: numberOf(322) }, { contacts: [contact({ ...parent, id: 'other id' })] })]));
    const [here] = await byName('G10004', 'Parent');
    const owner = { ...responsible, id: 'owner', mandates: [{ role: 'DAYCARE_EMPLOYEE' as const, daycare: 'G20001' }] };
    const there = await town.people(owner, 'G20001', 'nodes { role person { uniId affiliations { daycareNumber } } }', '(filter: { role: [CONTACT] })');
    expect(there.data._entities[0].people.nodes).toEqual([{ role: 'CONTACT', person: { uniId: here?.person.uniId, affiliations: [{ daycareNumber: 'G20001' }] } }]);
    expect(here?.person.affiliations).toEqual([{ daycareNumber: 'G10004', role: 'CONTACT' }]);
  });

  test('an employee who is also a parent in the same unit has two ties and one identity (hard case 4)', async () => {
    const both = { id: 'M', first: 'Both', number: numberOf(330) };
    await send(documentOf('G10005', [employee(both), child({ id: 'K', number: numberOf(331) }, { contacts: [contact({ ...both, id: 'M2' })] })]));
    const found = await byName('G10005', 'Both');
    expect(found.map(({ role }) => role).sort()).toEqual(['CONTACT', 'EMPLOYEE']);
    expect(new Set(found.map(({ person }) => person.uniId)).size).toBe(1);
  });

  test('twins share their contacts, and of three contacts one lacks custody and has an access level (hard case 5)', async () => {
    const contacts = [
      contact({ id: 'mor', first: 'Mor', number: numberOf(340) }), contact({ id: 'far', first: 'Far', number: numberOf(341) }, { relation: 'Far' }),
      contact({ id: 'onkel', first: 'Onkel' }, { relation: 'Andet', hasCustody: false, accessLevel: 1 }),
    ];
    const twins = ['T1', 'T2'].map((id, index) => child({ id, number: numberOf(342 + index) }, { contacts }));
    const { run } = await send(documentOf('G10006', twins));
    expect(run.counts).toMatchObject({ persons: 5, begun: 5 });
    const [twin] = await byName('G10006', 'First T1');
    expect(twin?.contacts.map(({ contact: { name }, ...relation }) => [name.first, relation])).toEqual([
      ['Mor', { relation: 'Mor', hasCustody: true, accessLevel: 2 }], ['Far', { relation: 'Far', hasCustody: true, accessLevel: 2 }], ['Onkel', { relation: 'Andet', hasCustody: false, accessLevel: 1 }],
    ]);
    const without = twins.map((each) => ({ ...each, child: { ...each.child, contacts: contacts.slice(0, 2) } }));
    expect((await send(documentOf('G10006', without))).run.counts).toMatchObject({ changed: 2, unchanged: 2, ended: 1 });
  });

  test('a bad contact is left out with a notice, while the child goes in', async () => {
    const contacts = [contact({ id: 'fine', number: numberOf(350) }), contact({ id: 'odd' }, { relation: 'Nabo' }), contact({ id: '' }), contact({ id: 'high' }, { accessLevel: 3 })];
    const { run } = await send(documentOf('G10006', [child({ id: 'K', number: numberOf(351) }, { contacts })]));
    expect(run.counts).toMatchObject({ begun: 2, refused: 3 });
    expect(run.notices.nodes.map(({ code, localPersonId, field }: Record<string, string>) => [code, localPersonId, field])).toEqual([
      ['UNKNOWN_RELATION', 'K', 'child.contacts.1.relation'], ['CONTACT_UNIDENTIFIED', 'K', 'child.contacts.2.localPersonId'], ['ACCESS_LEVEL_UNKNOWN', 'K', 'child.contacts.3.accessLevel'],
    ]);
  });

  test('a childminding area: sixty childminders, their children in a group each (hard case 12)', async () => {
    const minders = Array.from({ length: 60 }, (_, index) => employee({ id: `D${index}`, number: numberOf(400 + index) }, { groups: [`D${index}`] }));
    const children = Array.from({ length: 180 }, (_, index) => child({ id: `K${index}`, number: numberOf(500 + index) }, { mainGroup: `D${index % 60}` }));
    expect((await send(documentOf('G10007', [...minders, ...children]))).run.counts).toMatchObject({ persons: 240, begun: 240 });
    const { data } = await town.onDaycares(responsible, ['G10007'], 'groups { id localId type } identitySummary { children employees }');
    expect(data._entities[0].groups).toHaveLength(60);
    expect(data._entities[0].identitySummary).toEqual({ children: 180, employees: 60 });
    const { id } = data._entities[0].groups.find((group: { localId: string }) => group.localId === 'D7');
    const found = await town.people(responsible, 'G10007', 'totalCount nodes { role mainGroup { localId type } }', `(filter: { group: "${id}" })`);
    expect(found.data._entities[0].people.totalCount).toBe(4);
    expect(found.data._entities[0].people.nodes[1]).toEqual({ role: 'CHILD', mainGroup: { localId: 'D7', type: 'Hovedgruppe' } });
  });

  test.each(['first the old unit', 'first the new unit'])('a child moves from one unit to another the same day, %s: one identity throughout (hard case 19)', async (order) => {
    const serial = order === 'first the old unit' ? 700 : 710;
    const mover = child({ id: `mover ${serial}`, first: `Mover ${serial}`, number: numberOf(serial) });
    await send(documentOf('G10008', [mover]));
    const [before] = await byName('G10008', `Mover ${serial}`);
    const moves = [() => send(documentOf('G10008', [])), () => send(documentOf('G10002', [{ ...mover, localPersonId: 'as known there' }]))];
    for (const move of order === 'first the old unit' ? moves : moves.reverse()) await move();
    const [after] = await byName('G10002', `Mover ${serial}`);
    expect(after?.person.uniId).toBe(before?.person.uniId);
    expect(await byName('G10008', `Mover ${serial}`)).toEqual([]);
  });

  test('another number for a known local id is refused, and the tie stays as it was (I10, hard case 20)', async () => {
    const pseudo = employee({ id: 'E', first: 'Pseudo', number: numberOf(720) });
    await send(documentOf('G10008', [pseudo]));
    const { run } = await send(documentOf('G10008', [employee({ id: 'E', first: 'Real', number: numberOf(721) })]));
    expect(run).toMatchObject({ counts: { ended: 0, changed: 0, refused: 1 }, notices: { nodes: [{ code: 'NATIONAL_NUMBER_CHANGED', localPersonId: 'E' }] } });
    expect(await byName('G10008', 'Pseudo')).toHaveLength(1);
    await send(documentOf('G10008', [employee({ id: 'later', first: 'Later' })]));
    const [without] = await byName('G10008', 'Later');
    expect((await send(documentOf('G10008', [employee({ id: 'later', first: 'Later', number: numberOf(722) })]))).run.counts).toMatchObject({ changed: 1, refused: 0 });
    expect((await byName('G10008', 'Later'))[0]?.person.uniId).toBe(without?.person.uniId);
  });

  test('an implicit group sent later with another type makes the lines that name it as main group wrong, and ends nobody (I1, I15, hard case 10)', async () => {
    const one = child({ id: 'K', number: numberOf(730) }, { mainGroup: 'Rød' });
    await send(documentOf('G10008', [one]));
    expect((await byName('G10008', 'First K'))[0]?.mainGroup).toEqual({ localId: 'Rød', type: 'Hovedgruppe' });
    const { run } = await send(documentOf('G10008', [one], { groups: [{ localId: 'Rød', type: 'Hold' }] }));
    expect(run).toMatchObject({ counts: { ended: 0, refused: 1 }, notices: { nodes: [{ code: 'MAIN_GROUP_WRONG_TYPE', localPersonId: 'K' }] } });
    expect(await byName('G10008', 'First K')).toHaveLength(1);
  });

  test('an unchanged document changes nothing and a person who comes back is the same one, also without a number', async () => {
    const someone = employee({ id: 'N', first: 'Nobody' });
    await send(documentOf('G10008', [someone]));
    const [before] = await byName('G10008', 'Nobody');
    expect((await send(documentOf('G10008', [someone]))).run.counts).toMatchObject({ begun: 0, changed: 0, ended: 0, unchanged: 1 });
    await send(documentOf('G10008', []));
    await send(documentOf('G10008', [someone]));
    const [after] = await byName('G10008', 'Nobody');
    expect([after?.person.uniId, after?.id === before?.id]).toEqual([before?.person.uniId, false]);
  });

  test('a dry run answers what would be, and keeps nothing', async () => {
    const before = await tiesOf('G10008');
    const { data } = await town.ask(placement, submit, { input: documentOf('G10008', [employee({ id: 'X', number: numberOf(740) }), {}]), dryRun: true });
    expect(data.submitImport).toMatchObject({ state: 'PLANNED', counts: { begun: 1, refused: 1 }, notices: { totalCount: 3 } });
    expect(await tiesOf('G10008')).toEqual(before);
  });

  test('two daycares that bring the same new persons at once end with one identity each', async () => {
    const staff = Array.from({ length: 40 }, (_, index) => employee({ id: `C${index}`, first: `Both ${index}`, number: numberOf(800 + index) }));
    const both = await Promise.all(['G10002', 'G10003', 'G10004'].map((number) => send(documentOf(number, staff))));
    expect(both.map(({ run }) => run.counts.begun)).toEqual([40, 40, 40]);
    const [one, other, third] = await Promise.all(['G10002', 'G10003', 'G10004'].map(async (number) => new Map((await tiesOf(number)).map(({ name, person }) => [name.first, person.uniId]))));
    for (let index = 0; index < 40; index++) expect(new Set([one, other, third].map((names) => names?.get(`Both ${index}`)))).toEqual(new Set([one?.get(`Both ${index}`)]));
  });
});
