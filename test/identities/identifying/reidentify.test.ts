import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/open-database.ts';
import { readLog } from '../../../subgraphs/identities/database/reading/read-log-table.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines } from '../../support/databases.ts';
import { actorWith } from '../../support/subgraphs.ts';
import {
  child,
  contact,
  documentOf,
  type Neighbourhood,
  numberOf,
  placement,
  platform,
  responsible,
  startNeighbourhood,
  submit,
} from '../support/neighbourhood.ts';

const mutation = `mutation($input: ReidentifyInput!, $dryRun: Boolean) { reidentifyPerson(input: $input, dryRun: $dryRun) {
  person { uniId } mergesWith { uniId } consequences { kind count } dryRun needsConsentOf } }`;
const byUniId = 'query($id: ID!) { person(uniId: $id) { uniId state name continuesAs { uniId } affiliations { daycareNumber } } }';
const changes =
  'query($after: Cursor) { affiliationChanges(after: $after) { nextCursor changes { kind changedFields affiliation { id person { uniId } } } } }';
const reveal = 'mutation($a: ID!) { revealNationalNumber(affiliation: $a, purpose: "To see that it was changed") }';
const ownEmployee = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G20001' }]);
const reason = 'The person has a real number now';

describe.each(engines)('a changed number on $engine', (engine) => {
  let town: Neighbourhood;
  let serial = 40;
  const fresh = () => numberOf(serial++);
  const codeOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
  const send = async (daycare: string, ...persons: object[]) =>
    (await town.ask(placement, submit, { input: documentOf(daycare, persons) })).data.submitImport;
  const tiesAt = async (daycare: string, actor = responsible) =>
    (await town.people(actor, daycare, 'nodes { id name { first } person { uniId } contacts { contact { name { first } } } }')).data
      ._entities[0].people.nodes;
  const reidentify = (actor: typeof responsible, uniId: string, nationalNumber: string, daycare: string, dryRun = false) =>
    town.ask(actor, mutation, { input: { uniId, nationalNumber, daycare, reason }, dryRun });

  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const number of ['G10001', 'G10002', 'G10003', 'G10004']) await town.daycare(number);
    await town.daycare('G20001', { ownership: 'PRIVATE', municipality: '0101' });
    await town.sends('S1', 'G10001', 'G10002', 'G10003', 'G10004', 'G20001');
    for (const daycare of ['G10001', 'G10002', 'G10003']) await town.access({ system: 'S2', daycare, service: 'ws17-full' });
  });
  afterAll(() => town.stop());

  test('a pseudo number is replaced by a real one; the next import passes without notice, and the identity is the same (I20, hard case 20)', async () => {
    const [pseudo, real] = [fresh(), fresh()];
    await send('G10001', child({ id: 'K', number: pseudo }));
    const [{ id, person }] = await tiesAt('G10001');
    expect((await send('G10001', child({ id: 'K', number: real }))).notices.nodes[0].code).toBe('NATIONAL_NUMBER_CHANGED');
    const tried = (await reidentify(responsible, person.uniId, real, 'G10001', true)).data.reidentifyPerson;
    expect(tried).toMatchObject({ person, mergesWith: null, dryRun: true, needsConsentOf: [] });
    expect(tried.consequences.map(({ kind }: { kind: string }) => kind)).toEqual(['NUMBER_CHANGES', 'DAYCARES_TOLD']);
    expect((await send('G10001', child({ id: 'K', number: real }))).notices.totalCount).toBe(1);
    const before = (await town.ask(platform, changes)).data.affiliationChanges.nextCursor;
    expect((await reidentify(responsible, person.uniId, real, 'G10001')).data.reidentifyPerson.needsConsentOf).toEqual([]);
    const run = await send('G10001', child({ id: 'K', number: real }));
    expect([run.notices.totalCount, run.counts]).toMatchObject([0, { begun: 0, ended: 0, refused: 0, unchanged: 1 }]);
    expect((await tiesAt('G10001'))[0].person).toEqual(person);
    expect((await town.ask(responsible, reveal, { a: id })).data.revealNationalNumber).toBe(real);
    const told = (await town.ask(platform, changes, { after: before })).data.affiliationChanges.changes;
    expect(told).toMatchObject([{ kind: 'CHANGED', changedFields: ['nationalNumber'], affiliation: { id } }]);
    await send('G10004', child({ id: 'other', number: pseudo }));
    expect((await tiesAt('G10004'))[0].person).toEqual(person);
    await send('G10004');
  });

  test('the controllers of all daycares say so, each with the number and for its own; until then nothing is changed (P4)', async () => {
    const [former, next] = [fresh(), fresh()];
    await send('G10002', child({ id: 'K', number: former }));
    await send('G20001', child({ id: 'P', number: former }));
    const [{ id, person }] = await tiesAt('G10002');
    const first = (await reidentify(responsible, person.uniId, next, 'G10002')).data.reidentifyPerson;
    expect(first.needsConsentOf).toEqual(['daycare G20001']);
    expect((await town.ask(responsible, reveal, { a: id })).data.revealNationalNumber).toBe(former);
    expect(codeOf(await reidentify(responsible, person.uniId, next, 'G20001'))).toBe('NOT_FOUND');
    expect((await reidentify(responsible, person.uniId, next, 'G10002')).data.reidentifyPerson.needsConsentOf).toEqual(['daycare G20001']);
    expect((await reidentify(ownEmployee, person.uniId, fresh(), 'G20001', true)).data.reidentifyPerson.needsConsentOf).toEqual([
      'municipality 0751',
    ]);
    expect((await reidentify(ownEmployee, person.uniId, next, 'G20001')).data.reidentifyPerson.needsConsentOf).toEqual([]);
    expect((await town.ask(responsible, reveal, { a: id })).data.revealNationalNumber).toBe(next);
  });

  test('a person who was entered anew has two identities, which become one: the older stays, the other leads to it, and a mirror follows (I20, P4)', async () => {
    const [former, next] = [fresh(), fresh()];
    const mother = contact({ id: 'M', first: 'Mor', number: fresh() });
    await send('G10002', child({ id: 'A', first: 'Ane', number: former }, { contacts: [mother] }));
    const [older] = (await tiesAt('G10002')).filter(({ name }: { name: { first: string } }) => name.first === 'Ane');
    await send('G10003', child({ id: 'A2', first: 'Ane', number: next }));
    const [newer] = await tiesAt('G10003');
    expect(newer.person.uniId).not.toBe(older.person.uniId);
    const after = (await town.ask(platform, changes)).data.affiliationChanges.nextCursor;
    const merged = (await reidentify(responsible, older.person.uniId, next, 'G10002')).data.reidentifyPerson;
    expect(merged).toMatchObject({ person: older.person, needsConsentOf: [] });
    expect(merged.consequences).toEqual(
      expect.arrayContaining([
        { kind: 'IDENTITY_RETIRES', count: 1 },
        { kind: 'TIES_MOVE', count: 1 },
      ]),
    );
    const [moved] = await tiesAt('G10003');
    expect([moved.id, moved.person]).toEqual([newer.id, older.person]);
    const told = (await town.ask(platform, changes, { after })).data.affiliationChanges.changes;
    expect(told).toContainEqual({ kind: 'CHANGED', changedFields: ['person'], affiliation: { id: newer.id, person: older.person } });
    expect((await town.ask(responsible, byUniId, { id: newer.person.uniId })).data.person).toMatchObject({
      uniId: newer.person.uniId,
      state: 'RETIRED',
      continuesAs: older.person,
      affiliations: [],
    });
    for (const number of [former, next]) {
      const run = await send('G10003', child({ id: 'A2', first: 'Ane', number }));
      expect([run.notices.totalCount, run.counts.begun, run.counts.refused]).toEqual([0, 0, 0]);
    }
  });

  test('two lines of one source that are one person become one tie, with the contacts of both', async () => {
    const [former, next] = [fresh(), fresh()];
    const [mother, father] = [
      contact({ id: 'M', first: 'Mor', number: fresh() }),
      contact({ id: 'F', first: 'Far', number: fresh() }, { relation: 'Far' }),
    ];
    await send('G10004', child({ id: 'B', first: 'Bo', number: former }, { contacts: [mother] }));
    const [older] = (await tiesAt('G10004')).filter(({ name }: { name: { first: string } }) => name.first === 'Bo');
    const both = [
      child({ id: 'B', first: 'Bo', number: former }, { contacts: [mother] }),
      child({ id: 'B2', first: 'Bo', number: next }, { contacts: [father] }),
    ];
    await send('G10004', ...both);
    await reidentify(responsible, older.person.uniId, next, 'G10004');
    const standing = (await tiesAt('G10004')).filter(({ name }: { name: { first: string } }) => name.first === 'Bo');
    expect(standing.map(({ person }: { person: object }) => person)).toEqual([older.person]);
    expect(standing[0].contacts.map((each: { contact: { name: { first: string } } }) => each.contact.name.first).sort()).toEqual([
      'Far',
      'Mor',
    ]);
    const run = await send('G10004', child({ id: 'B2', first: 'Bo', number: next }, { contacts: [mother, father] }));
    expect([run.notices.totalCount, run.counts.begun, run.counts.ended]).toEqual([0, 0, 0]);
  });

  test('what cannot be is refused by a stable code, says no number and changes nothing', async () => {
    const own = fresh();
    await send('G10001', child({ id: 'R', number: own }));
    const [{ person }] = await tiesAt('G10001');
    const refusals = [
      [await reidentify(responsible, person.uniId, '0000000000', 'G10001'), 'INVALID_INPUT'],
      [await reidentify(responsible, person.uniId, own, 'G10001'), 'STATE_CONFLICT'],
      [await reidentify({ ...responsible, assurance: 'LOW' }, person.uniId, fresh(), 'G10001'), 'ASSURANCE_TOO_LOW'],
      [await reidentify(ownEmployee, person.uniId, fresh(), 'G10001'), 'NOT_FOUND'],
      [await reidentify(responsible, 'NOBODYATAL', fresh(), 'G10001'), 'NOT_FOUND'],
      [await reidentify(placement, person.uniId, fresh(), 'G10001'), 'NOT_PERMITTED'],
    ] as const;
    expect(refusals.map(([answer]) => codeOf(answer))).toEqual(refusals.map(([, code]) => code));
    expect(JSON.stringify(refusals)).not.toContain(own);
  });

  test('giving a number to see whose it is, is logged, and the number stands nowhere', async () => {
    const own = fresh();
    await send('G10001', child({ id: 'S', number: own }));
    const [{ person }] = await tiesAt('G10001');
    const given = fresh();
    await reidentify(responsible, person.uniId, given, 'G10001', true);
    const database = await openDatabase({ url: town.place.url, clock: Date.now, ...storage });
    const [rows, facts] = await database.read(async (manager) => [
      await manager.createQueryBuilder(readLog, 'r').orderBy('r.id').getMany(),
      await manager.query('SELECT facts FROM event_facts'),
    ]);
    await database.close();
    expect(rows.findLast(({ what }) => what === 'number matched')).toMatchObject({ daycare: 'G10001', purpose: reason, shown: 1 });
    for (const number of [own, given]) expect(JSON.stringify([rows, facts, town.kept])).not.toContain(number);
  });
});
