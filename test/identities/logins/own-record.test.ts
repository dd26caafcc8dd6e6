import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { engines } from '../../support/databases.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { activated, citizen, codes, uniIdOf } from '../support/citizens.ts';
import {
  child,
  contact,
  documentOf,
  employee,
  type Neighbourhood,
  numberOf,
  placement,
  platform,
  responsible,
  startNeighbourhood,
  submit,
} from '../support/neighbourhood.ts';

const ownRecord =
  '{ myData { advice person { uniId name username state affiliations { daycareNumber role } } affiliations { id daycareNumber role nationalNumber address { street } realName { first } } children { person { uniId name } affiliations { daycareNumber name { first } birthDate } } } }';
const reads =
  'query($first: Int!, $after: Cursor) { myData { reads(first: $first, after: $after) { nodes { at organisation purpose categories daycareNumber } pageInfo { hasNextPage endCursor } } } }';
const privateStaff = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G20001' }]);
const clerk = { ...responsible, id: 'clerk-17', name: 'Anna Agger' };
const mother = citizen('mor', { number: numberOf(2) });
const father = citizen('far', { number: numberOf(3) });

describe.each(engines)("a citizen's own record, on $engine", (engine) => {
  let town: Neighbourhood;
  const mine = async (actor: Actor, selection = ownRecord) => town.ask(actor, selection);
  const readsOf = async (actor: Actor, first = 50, after: string | null = null) =>
    (await town.ask(actor, reads, { first, after })).data.myData.reads;
  const send = async (daycare: string, persons: readonly object[]) => {
    const { run, errors } = await town
      .ask(placement, submit, { input: documentOf(daycare, persons) })
      .then(({ data, errors }) => ({ run: data?.submitImport, errors }));
    expect([errors, run?.state, run?.counts.refused]).toEqual([undefined, 'APPLIED', 0]);
  };
  const motherAs = (more: object = {}) =>
    contact(
      { id: 'C1', first: 'Mor', number: numberOf(2), more: { address: { street: 'Vej 1', postalCode: '8000', town: 'Aarhus C' } } },
      more,
    );
  const grandmother = contact(
    {
      id: 'C3',
      first: 'Mormor',
      number: numberOf(4),
      more: { protected: true, aliasFirstName: 'Alva', aliasFamilyName: 'Alias', phones: [{ kind: 'MOBILE', number: '99999999' }] },
    },
    { relation: 'Andet', hasCustody: false, accessLevel: 1 },
  );

  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    await town.daycare('G10001');
    await town.daycare('G20001', { ownership: 'PRIVATE', municipality: '0101', name: 'Private House' });
    await town.sends('S1', 'G10001', 'G20001');
    await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full' });
    await send('G10001', [
      child(
        { id: 'K1', first: 'Karl', number: numberOf(1), more: { birthDate: '2022-04-05' } },
        {
          contacts: [
            motherAs(),
            contact({ id: 'C2', first: 'Far', number: numberOf(3) }, { relation: 'Far', hasCustody: false }),
            grandmother,
          ],
        },
      ),
      employee({ id: 'E1', first: 'Mor', number: numberOf(2) }),
    ]);
    await send('G20001', [
      child(
        { id: 'P1', first: 'Pia', number: numberOf(5) },
        { contacts: [motherAs(), contact({ id: 'C2', first: 'Far', number: numberOf(3) }, { relation: 'Far' })] },
      ),
    ]);
  });
  afterAll(() => town.stop());

  test('where there is nothing, one is told what to do, and nothing of anybody', async () => {
    expect((await mine(citizen('new', { number: numberOf(2) }))).data.myData).toEqual({
      advice: expect.stringContaining('activateIdentity'),
      person: null,
      affiliations: [],
      children: [],
    });
    expect(await readsOf(citizen('new'))).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    for (const system of [placement, platform]) expect(codes((await mine(system)).errors)).toEqual(['NOT_PERMITTED']);
  });

  test('one identity, ties in a municipal and a private daycare of two municipalities, as parent and as employee (hard cases 3 and 4)', async () => {
    const { uniId } = await activated(town, mother);
    expect(uniId).toBe(await uniIdOf(town, privateStaff, 'G20001', 'Mor'));
    const { data, errors } = await mine(mother);
    expect(errors).toBeUndefined();
    expect(data.myData.person).toMatchObject({ uniId, name: 'Mor Testsen', username: expect.any(String), state: 'ACTIVATED' });
    const ties = data.myData.affiliations
      .map(({ daycareNumber, role }: { daycareNumber: string; role: string }) => `${daycareNumber} ${role}`)
      .sort();
    expect(ties).toEqual(['G10001 CONTACT', 'G10001 EMPLOYEE', 'G20001 CONTACT']);
    expect(data.myData.person.affiliations).toHaveLength(3);
    expect(data.myData.children.map(({ person }: { person: { name: string } }) => person.name).sort()).toEqual([
      'Karl Testsen',
      'Pia Testsen',
    ]);
    expect(data.myData.affiliations[0].nationalNumber).toBe(numberOf(2));
  });

  test('the number is shown after a sure login only', async () => {
    const { data, errors } = await mine({ ...mother, assurance: 'LOW' });
    expect(new Set(codes(errors))).toEqual(new Set(['CATEGORY_NOT_GRANTED']));
    expect(data.myData.affiliations.map(({ nationalNumber }: { nationalNumber: string | null }) => nationalNumber)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('a child is seen where one has custody, and nowhere else', async () => {
    await activated(town, father);
    const { children } = (await mine(father)).data.myData;
    expect(
      children.map(({ person, affiliations }: any) => [person.name, affiliations.map(({ daycareNumber }: any) => daycareNumber)]),
    ).toEqual([['Pia Testsen', ['G20001']]]);
    const below = await mine(
      father,
      '{ myData { affiliations { daycareNumber children { relation child { name { first } birthDate } } } } }',
    );
    const karl = below.data.myData.affiliations.find(({ daycareNumber }: any) => daycareNumber === 'G10001').children;
    expect(karl).toEqual([{ relation: 'Far', child: { name: { first: 'Karl' }, birthDate: null } }]);
    expect(codes(below.errors)).toContain('CATEGORY_NOT_GRANTED');
  });

  test("of a child's other contacts name or alias and relation, and nothing more", async () => {
    const contacts = async (selection: string) =>
      mine(mother, `{ myData { children { affiliations { daycareNumber contacts { ${selection} } } } } }`);
    const { data, errors } = await contacts('relation contact { role name { first family } }');
    expect(errors).toBeUndefined();
    const here = data.myData.children
      .flatMap(({ affiliations }: any) => affiliations)
      .find(({ daycareNumber }: any) => daycareNumber === 'G10001').contacts;
    expect(here.map(({ relation, contact: { name } }: any) => `${relation}: ${name.first} ${name.family}`).sort()).toEqual([
      'Andet: Alva Alias',
      'Far: Far Testsen',
      'Mor: Mor Testsen',
    ]);
    for (const field of [
      'phones { number }',
      'email',
      'nationalNumber',
      'birthDate',
      'realName { first }',
      'localPersonId',
      'person { uniId }',
      'contacts { relation }',
      'children { relation }',
      'address { street }',
    ]) {
      const asked = await contacts(`relation contact { ${field} }`);
      expect([field, codes(asked.errors).length > 0]).toEqual([field, true]);
      for (const secret of ['99999999', 'Mormor', numberOf(3), numberOf(4)]) expect(JSON.stringify(asked)).not.toContain(secret);
    }
    for (const field of ['hasCustody', 'accessLevel']) expect(codes((await contacts(field)).errors)).toContain('NOT_PERMITTED');
  });

  test('a protected child is seen without address, under its alias, and never by number', async () => {
    await town.daycare('G10003');
    await town.sends('S1', 'G10003');
    await send('G10003', [
      child(
        {
          id: 'Q',
          first: 'Ville',
          number: numberOf(6),
          more: { protected: true, aliasFirstName: 'Alf', aliasFamilyName: 'Alias', address: { street: 'Skjult 3', postalCode: '8000' } },
        },
        { contacts: [motherAs()] },
      ),
    ]);
    const { data, errors } = await mine(
      mother,
      '{ myData { children { person { name } affiliations { daycareNumber address { street } realName { first } nationalNumber } } } }',
    );
    const hidden = data.myData.children.find(({ affiliations }: any) => affiliations[0].daycareNumber === 'G10003');
    expect(hidden).toEqual({
      person: { name: 'Alf Alias' },
      affiliations: [{ daycareNumber: 'G10003', address: null, realName: null, nationalNumber: null }],
    });
    expect(JSON.stringify([data, errors])).not.toMatch(/Ville|Skjult/);
    await send('G10003', [employee({ id: 'Z', first: 'Zoe' })]);
  });

  test('who read it is told by organisation, when, what for and where, never by clerk', async () => {
    const before = (await readsOf(mother)).nodes.length;
    await town.people(platform, 'G10001', 'nodes { id }');
    await town.people(clerk, 'G10001', 'nodes { id }', '(filter: { role: [CONTACT] })');
    await town.people(clerk, 'G10001', 'nodes { id contacts { relation } }', '(filter: { text: "karl" })');
    await town.people(privateStaff, 'G20001', 'nodes { id }');
    const { nodes } = await readsOf(mother);
    const fresh = nodes.slice(0, nodes.length - before);
    expect(fresh.map(({ organisation, daycareNumber }: any) => `${organisation} at ${daycareNumber}`)).toEqual([
      'Private House at G20001',
      'Municipality 0751 at G10001', // the contacts of Karl
      'Municipality 0751 at G10001', // Karl, found by name
      'Municipality 0751 at G10001', // the contacts
      "Supplier's system S2 at G10001",
    ]);
    expect(fresh[4]).toMatchObject({
      purpose: 'COMMUNICATION: Daily life',
      categories: expect.arrayContaining(['IDENTITY', 'CONTACT_PERSONS']),
    });
    for (const clerkly of ['clerk-17', 'Anna', privateStaff.id]) expect(JSON.stringify(nodes)).not.toContain(clerkly);
  });

  test('what showed others, or nobody yet, is not told as a read of oneself', async () => {
    const ofFather = (await readsOf(father)).nodes.length;
    await town.people(clerk, 'G10001', 'nodes { id }', '(filter: { role: [EMPLOYEE] })');
    await town.people(clerk, 'G10001', 'nodes { id }', '(filter: { text: "mor" })');
    await mine(mother); // and what citizens read of their own is told to nobody
    expect((await readsOf(father)).nodes).toHaveLength(ofFather);
  });

  test('a tie that ended is told of reads while it held, and of none after', async () => {
    await town.daycare('G10004');
    await town.sends('S1', 'G10004');
    await send('G10004', [employee({ id: 'E1', first: 'Far', number: numberOf(3) }), employee({ id: 'E2', first: 'Per' })]);
    await town.people(clerk, 'G10004', 'nodes { id }');
    const held = (await readsOf(father)).nodes.filter(({ daycareNumber }: any) => daycareNumber === 'G10004');
    await send('G10004', [employee({ id: 'E2', first: 'Per' })]);
    await town.people(clerk, 'G10004', 'nodes { id }');
    expect(held).toHaveLength(1);
    expect((await readsOf(father)).nodes.filter(({ daycareNumber }: any) => daycareNumber === 'G10004')).toEqual(held);
  });

  test('pages go on where the last one ended, once each, and page by page they are all there', async () => {
    const all = (await readsOf(mother)).nodes;
    const paged: object[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await readsOf(
        mother,
        2,
        after,
      );
      paged.push(...nodes);
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
    expect(codes((await town.ask(mother, reads, { first: 501 })).errors)).toEqual(['LIMIT_EXCEEDED']);
    expect(codes((await town.ask(mother, reads, { first: 2, after: 'abc' })).errors)).toEqual(['INVALID_INPUT']);
  });

  test('what a citizen reads is logged before it is told, as their own', async () => {
    const of = async () =>
      (await rowsIn(town.place.url, "SELECT daycare, standing, what, shown FROM read_log WHERE reader = 'far' ORDER BY id"))[0]!;
    const before = await of();
    await mine(father);
    expect((await of()).slice(before.length).map((row) => ({ ...row }))).toEqual(
      ['G10001', 'G20001'].map((daycare) => ({ daycare, standing: 'citizen', what: 'own record', shown: daycare === 'G20001' ? 2 : 1 })),
    );
  });

  test('without a tie one is told whom to ask, and sees who read the record while there was one', async () => {
    await send('G10004', [employee({ id: 'E9', first: 'Per', number: numberOf(9) })]);
    const per = citizen('per', { number: numberOf(9) });
    expect(await activated(town, per)).toMatchObject({ state: 'ACTIVATED' });
    await town.people(clerk, 'G10004', 'nodes { id }');
    await send('G10004', [employee({ id: 'E3', first: 'Eva' })]);
    expect((await mine(per)).data.myData).toMatchObject({
      advice: expect.stringContaining('No daycare says today'),
      affiliations: [],
      children: [],
      person: { state: 'ACTIVATED' },
    });
    expect((await readsOf(per)).nodes.length).toBeGreaterThan(0);
  });

  test("a citizen reads no daycare's persons, and finds nobody by UniID", async () => {
    const id = await uniIdOf(town, clerk, 'G10001', 'Far');
    for (const query of ['query($id: ID!) { person(uniId: $id) { uniId } }'])
      expect(codes((await town.ask(mother, query, { id })).errors)).toEqual(['NOT_PERMITTED']);
    expect(codes((await town.people(mother, 'G10001', 'nodes { id }')).errors)).toEqual(['NOT_PERMITTED']);
  });
});
