import { describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { importTown } from './support/import-town.ts';
import { child, contact, documentOf, employee, numberOf, responsible } from './support/neighbourhood.ts';

describe.each(engines)('hard cases of importing on $engine', (engine) => {
  const { town, send, byName } = importTown(engine);

  test('a parent with children in a municipal and a private daycare of two municipalities is one identity (hard case 3)', async () => {
    const parent = { id: 'M', first: 'Parent', number: numberOf(320) };
    await send(documentOf('G10004', [child({ id: 'K1', number: numberOf(321) }, { contacts: [contact(parent)] })]));
    await send(documentOf('G20001', [child({ id: 'K9', number: numberOf(322) }, { contacts: [contact({ ...parent, id: 'other id' })] })]));
    const [here] = await byName('G10004', 'Parent');
    const owner = { ...responsible, id: 'owner', mandates: [{ role: 'DAYCARE_EMPLOYEE' as const, daycare: 'G20001' }] };
    const there = await town().people(
      owner,
      'G20001',
      'nodes { role person { uniId affiliations { daycareNumber } } }',
      '(filter: { role: [CONTACT] })',
    );
    expect(there.data._entities[0].people.nodes).toEqual([
      { role: 'CONTACT', person: { uniId: here?.person.uniId, affiliations: [{ daycareNumber: 'G20001' }] } },
    ]);
    expect(here?.person.affiliations).toEqual([{ daycareNumber: 'G10004', role: 'CONTACT' }]);
  });

  test('an employee who is also a parent in the same unit has two ties and one identity (hard case 4)', async () => {
    const both = { id: 'M', first: 'Both', number: numberOf(330) };
    await send(
      documentOf('G10005', [employee(both), child({ id: 'K', number: numberOf(331) }, { contacts: [contact({ ...both, id: 'M2' })] })]),
    );
    const found = await byName('G10005', 'Both');
    expect(found.map(({ role }) => role).sort()).toEqual(['CONTACT', 'EMPLOYEE']);
    expect(new Set(found.map(({ person }) => person.uniId)).size).toBe(1);
  });

  test('twins share their contacts, and of three contacts one lacks custody and has an access level (hard case 5)', async () => {
    const contacts = [
      contact({ id: 'mor', first: 'Mor', number: numberOf(340) }),
      contact({ id: 'far', first: 'Far', number: numberOf(341) }, { relation: 'Far' }),
      contact({ id: 'onkel', first: 'Onkel' }, { relation: 'Andet', hasCustody: false, accessLevel: 1 }),
    ];
    const twins = ['T1', 'T2'].map((id, index) => child({ id, number: numberOf(342 + index) }, { contacts }));
    const { run } = await send(documentOf('G10006', twins));
    expect(run.counts).toMatchObject({ persons: 5, begun: 5 });
    const [twin] = await byName('G10006', 'First T1');
    expect(twin?.contacts.map(({ contact: { name }, ...relation }) => [name.first, relation])).toEqual([
      ['Mor', { relation: 'Mor', hasCustody: true, accessLevel: 2 }],
      ['Far', { relation: 'Far', hasCustody: true, accessLevel: 2 }],
      ['Onkel', { relation: 'Andet', hasCustody: false, accessLevel: 1 }],
    ]);
    const without = twins.map((each) => ({ ...each, child: { ...each.child, contacts: contacts.slice(0, 2) } }));
    expect((await send(documentOf('G10006', without))).run.counts).toMatchObject({ changed: 2, unchanged: 2, ended: 1 });
  });

  test('a childminding area: sixty childminders, their children in a group each (hard case 12)', async () => {
    const minders = Array.from({ length: 60 }, (_, index) =>
      employee({ id: `D${index}`, number: numberOf(400 + index) }, { groups: [`D${index}`] }),
    );
    const children = Array.from({ length: 180 }, (_, index) =>
      child({ id: `K${index}`, number: numberOf(500 + index) }, { mainGroup: `D${index % 60}` }),
    );
    expect((await send(documentOf('G10007', [...minders, ...children]))).run.counts).toMatchObject({ persons: 240, begun: 240 });
    const { data } = await town().onDaycares(responsible, ['G10007'], 'groups { id localId type } identitySummary { children employees }');
    expect(data._entities[0].groups).toHaveLength(60);
    expect(data._entities[0].identitySummary).toEqual({ children: 180, employees: 60 });
    const { id } = data._entities[0].groups.find((group: { localId: string }) => group.localId === 'D7');
    const found = await town().people(
      responsible,
      'G10007',
      'totalCount nodes { role mainGroup { localId type } }',
      `(filter: { group: "${id}" })`,
    );
    expect(found.data._entities[0].people.totalCount).toBe(4);
    expect(found.data._entities[0].people.nodes[1]).toEqual({ role: 'CHILD', mainGroup: { localId: 'D7', type: 'Hovedgruppe' } });
  });

  test.each(['first the old unit', 'first the new unit'])(
    'a child moves from one unit to another the same day, %s: one identity throughout (hard case 19)',
    async (order) => {
      const serial = order === 'first the old unit' ? 700 : 710;
      const mover = child({ id: `mover ${serial}`, first: `Mover ${serial}`, number: numberOf(serial) });
      await send(documentOf('G10008', [mover]));
      const [before] = await byName('G10008', `Mover ${serial}`);
      const moves = [
        () => send(documentOf('G10008', [])),
        () => send(documentOf('G10002', [{ ...mover, localPersonId: `there ${serial}` }])),
      ];
      for (const move of order === 'first the old unit' ? moves : moves.reverse()) await move();
      const [after] = await byName('G10002', `Mover ${serial}`);
      expect(after?.person.uniId).toBe(before?.person.uniId);
      expect(await byName('G10008', `Mover ${serial}`)).toEqual([]);
    },
  );

  test('another number for a known local id is refused, and the tie stays as it was (I10, hard case 20)', async () => {
    const pseudo = employee({ id: 'E', first: 'Pseudo', number: numberOf(720) });
    await send(documentOf('G10008', [pseudo]));
    const { run } = await send(documentOf('G10008', [employee({ id: 'E', first: 'Real', number: numberOf(721) })]));
    expect(run).toMatchObject({
      counts: { ended: 0, changed: 0, refused: 1 },
      notices: { nodes: [{ code: 'NATIONAL_NUMBER_CHANGED', localPersonId: 'E' }] },
    });
    expect(await byName('G10008', 'Pseudo')).toHaveLength(1);
    await send(documentOf('G10008', [employee({ id: 'later', first: 'Later' })]));
    const [without] = await byName('G10008', 'Later');
    for (const number of [numberOf(722), numberOf(720)]) {
      const { run: held } = await send(
        documentOf('G10008', [employee({ id: 'later', first: 'Later', number, more: { email: `as${number.slice(-2)}@x` } })]),
      );
      expect(held).toMatchObject({
        counts: { changed: 1, refused: 0 },
        notices: { nodes: [{ code: 'NATIONAL_NUMBER_UNCONFIRMED', severity: 'WARNING' }] },
      });
    }
    expect((await byName('G10008', 'Later'))[0]?.person.uniId).toBe(without?.person.uniId);
  });

  test('an implicit group sent later with another type makes the lines that name it as main group wrong, and ends nobody (I1, I15, hard case 10)', async () => {
    const one = child({ id: 'K', number: numberOf(730) }, { mainGroup: 'Rød' });
    await send(documentOf('G10008', [one]));
    expect((await byName('G10008', 'First K'))[0]?.mainGroup).toEqual({ localId: 'Rød', type: 'Hovedgruppe' });
    const { run } = await send(documentOf('G10008', [one], { groups: [{ localId: 'Rød', type: 'Hold' }] }));
    expect(run).toMatchObject({
      counts: { ended: 0, refused: 1 },
      notices: { nodes: [{ code: 'MAIN_GROUP_WRONG_TYPE', localPersonId: 'K' }] },
    });
    expect(await byName('G10008', 'First K')).toHaveLength(1);
  });
});
