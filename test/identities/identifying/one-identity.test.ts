import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { importTown } from '../support/import-town.ts';
import { child, contact, documentOf, numberOf, responsible } from '../support/neighbourhood.ts';

const ofPerson = 'query($id: ID!) { person(uniId: $id) { uniId affiliations { daycareNumber } } }';

describe.each(engines)('one identity on $engine', (engine) => {
  const { town, send, tiesOf, byName } = importTown(engine);

  test('a parent with children in a municipal and a private daycare of two municipalities is one person, and each controller sees its own ties (hard case 3)', async () => {
    const mother = (id: string) => contact({ id, first: 'Maja', number: numberOf(63) });
    await send(documentOf('G10002', [child({ id: 'A', number: numberOf(64) }, { contacts: [mother('M')] })]));
    await send(documentOf('G20001', [child({ id: 'B', number: numberOf(65) }, { contacts: [mother('M2')] })]));
    const [here] = await byName('G10002', 'Maja');
    const employeeThere = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G20001' }]);
    const seen = async (actor: typeof responsible) => (await town().ask(actor, ofPerson, { id: here?.person.uniId })).data.person;
    expect(await seen(responsible)).toEqual({ uniId: here?.person.uniId, affiliations: [{ daycareNumber: 'G10002' }] });
    expect(await seen(employeeThere)).toEqual({ uniId: here?.person.uniId, affiliations: [{ daycareNumber: 'G20001' }] });
  });

  test.each([
    ['leaves first', 'G10003', 'G10004', 71, false],
    ['arrives first', 'G10005', 'G10006', 72, true],
  ] as const)(
    'a child who moves between daycares and %s keeps the identity, which is found throughout (hard case 19)',
    async (_, from, to, serial, arrivesFirst) => {
      const moving = { id: 'F', first: 'Flytte', number: numberOf(serial) };
      await send(documentOf(from, [child(moving)]));
      const [before] = await byName(from, 'Flytte');
      const leaves = () => send(documentOf(from, []));
      const arrives = () => send(documentOf(to, [child({ ...moving, id: 'NEW' })]));
      for (const step of arrivesFirst ? [arrives, leaves] : [leaves, arrives]) expect((await step()).run.notices.totalCount).toBe(0);
      const [after] = await byName(to, 'Flytte');
      expect(after?.person.uniId).toBe(before?.person.uniId);
      expect(await byName(from, 'Flytte')).toEqual([]);
      const ended = await tiesOf(from, '(first: 500, filter: { includeEnded: true })');
      expect(ended.map(({ id, to: end }) => [id, end !== null])).toEqual([[before?.id, true]]);
    },
  );

  test('a person outlives every tie: the same number finds the same person when there was none for a while (I26)', async () => {
    const gone = { id: 'G', first: 'Gone', number: numberOf(73) };
    await send(documentOf('G10007', [child(gone)]));
    const [before] = await byName('G10007', 'Gone');
    await send(documentOf('G10007', []));
    await send(documentOf('G10008', [child({ ...gone, id: 'BACK' })]));
    expect((await byName('G10008', 'Gone'))[0]?.person.uniId).toBe(before?.person.uniId);
  });
});
