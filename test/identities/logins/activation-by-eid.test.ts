import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rowsIn } from '../../support/store-rows.ts';
import { engines } from '../../support/databases.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { activate, activated, block, citizen, codes, uniIdOf } from '../support/citizens.ts';
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

const mother = numberOf(1);
const father = numberOf(2);
const kid = numberOf(3);
const agency = actorWith([{ role: 'AGENCY' }]);

describe.each(engines)('an identity is taken into use by national e-ID, on $engine', (engine) => {
  let town: Neighbourhood;
  const idOf = (first: string) => uniIdOf(town, responsible, 'G10001', first);
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    await town.daycare('G10001');
    await town.daycare('G10002', { ownership: 'SELF_OWNED' });
    await town.sends('S1', 'G10001', 'G10002');
    await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full-authority' });
    const persons = [
      child(
        { id: 'K1', first: 'Karl', number: kid },
        {
          contacts: [
            contact({ id: 'C1', first: 'Mor', number: mother }),
            contact({ id: 'C2', first: 'Far', number: father }, { relation: 'Far' }),
          ],
        },
      ),
      ...Array.from({ length: 9 }, (_, nth) => employee({ id: `E${nth}`, first: `Ea ${nth}`, number: numberOf(20 + nth) })),
    ];
    expect((await town.ask(placement, submit, { input: documentOf('G10001', persons) })).data.submitImport.state).toBe('APPLIED');
    expect(
      (await town.ask(placement, submit, { input: documentOf('G10002', [employee({ id: 'E9', first: 'Sif', number: numberOf(29) })]) }))
        .data.submitImport.state,
    ).toBe('APPLIED');
  });
  afterAll(() => town.stop());

  test('one whom nobody registered is told whom to ask, and nothing of others (I30)', async () => {
    const { data, errors } = await town.ask(citizen('stranger', { number: numberOf(99) }), activate);
    expect(data?.activateIdentity).toBeNull();
    expect(errors?.[0].extensions).toMatchObject({ code: 'NOT_FOUND', rule: 'I30', because: expect.stringContaining('Ask the daycare') });
    expect(JSON.stringify(errors)).not.toContain('G1000');
  });

  test('a login that vouches for no number, a weak one, and a system are refused (I40)', async () => {
    expect(await activated(town, citizen('nobody'))).toBe('INVALID_INPUT');
    expect(await activated(town, citizen('weak', { number: mother, assurance: 'LOW' }))).toBe('ASSURANCE_TOO_LOW');
    expect(await activated(town, placement)).toBe('NOT_PERMITTED');
    expect(await activated(town, actorWith([{ role: 'AGENCY' }]))).toBe('NOT_PERMITTED');
  });

  test('the number leads to the identity; UniID and username are two things; again it answers the same (I25, I26, I31)', async () => {
    const first = await activated(town, citizen('mor', { number: mother }));
    expect(first).toMatchObject({
      uniId: await idOf('Mor'),
      state: 'ACTIVATED',
      name: 'Mor Testsen',
      affiliations: [{ daycareNumber: 'G10001', role: 'CONTACT' }],
    });
    expect(first.username).toMatch(/^[a-z]{4}\d{4}$/);
    expect(first.username).not.toBe(first.uniId.toLowerCase());
    for (const again of [citizen('mor', { number: mother }), citizen('mor')]) expect(await activated(town, again)).toEqual(first);
  });

  test('a child keeps its identity from daycare on: the same number finds the same (I26)', async () => {
    expect((await activated(town, citizen('karl', { number: kid }))).uniId).toBe(await idOf('Karl'));
  });

  test('an identity in use works at once at a new daycare, and is counted there (I28)', async () => {
    const { uniId } = await activated(town, citizen('ea5', { number: numberOf(25) }), { username: 'ea.five' });
    const counted = async (number: string) =>
      (await town.onDaycares(responsible, [number], 'identitySummary { activated }')).data._entities[0].identitySummary.activated;
    const inAll = async () =>
      (await town.ask(responsible, '{ userOverview(municipality: "0751") { summary { activated } } }')).data.userOverview.summary.activated;
    const [here, there, all] = [await counted('G10001'), await counted('G10002'), await inAll()];
    expect(all).toBe(here + there);
    const both = [employee({ id: 'E9', first: 'Sif', number: numberOf(29) }), employee({ id: 'E5', first: 'Ea 5', number: numberOf(25) })];
    await town.ask(placement, submit, { input: documentOf('G10002', both) });
    const state = await town.ask(responsible, 'query($id: ID!) { person(uniId: $id) { state affiliations { daycareNumber } } }', {
      id: uniId,
    });
    expect(state.data.person).toEqual({ state: 'ACTIVATED', affiliations: [{ daycareNumber: 'G10001' }, { daycareNumber: 'G10002' }] });
    expect([await counted('G10001'), await counted('G10002'), await inAll()]).toEqual([here, there + 1, all + 1]);
  });

  test('a second e-ID of the same person leads to the same identity; one login never to two', async () => {
    const first = await activated(town, citizen('mor'));
    expect(await activated(town, citizen('mor-new-phone', { number: mother }))).toEqual(first);
    expect(await activated(town, citizen('mor', { number: father }))).toBe('STATE_CONFLICT'); // a subject that became somebody else's
    expect(await activated(town, citizen('mor', { number: father, issuer: 'https://other.test' }))).toMatchObject({
      uniId: await idOf('Far'),
    });
  });

  test.each(['ab', '1abcd', 'a b c d', 'x'.repeat(41), 'abcdé', 'nr7101201234', 'abcdefghjk'])(
    'a username as %j is refused, in words that do not repeat it',
    async (username) => {
      const { errors } = await town.ask(citizen('ea0', { number: numberOf(20) }), activate, { username });
      expect(errors?.[0].extensions).toMatchObject({ code: 'INVALID_INPUT', rule: 'I24' });
      expect(JSON.stringify(errors)).not.toContain(username);
      expect((await activated(town, citizen('ea0'))).toString()).toBe('INVALID_INPUT'); // and nothing is linked
    },
  );

  test("a username is wished for once, is nobody else's ever, whatever its case (I24)", async () => {
    expect(await activated(town, citizen('ea0', { number: numberOf(20) }), { username: ' Abcd123x ' })).toMatchObject({
      username: 'abcd123x',
    });
    expect(await activated(town, citizen('ea0'), { username: 'ABCD123X' })).toMatchObject({ username: 'abcd123x' });
    expect(await activated(town, citizen('ea0'), { username: 'other1234' })).toBe('STATE_CONFLICT');
    expect(await activated(town, citizen('ea1', { number: numberOf(21) }), { username: 'abcd123X' })).toBe('STATE_CONFLICT');
    expect(await activated(town, citizen('ea1'))).toBe('INVALID_INPUT'); // nothing of the refused attempt was kept
  });

  test('of sixteen at once with one login, and of sixteen logins of one person, every one gets the same identity and name', async () => {
    const same = await Promise.all(Array.from({ length: 16 }, () => activated(town, citizen('ea2', { number: numberOf(22) }))));
    expect(new Set(same.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(same[0]).toMatchObject({ state: 'ACTIVATED' });
    const several = await Promise.all(
      Array.from({ length: 16 }, (_, nth) => activated(town, citizen(`ea3-${nth}`, { number: numberOf(23) }))),
    );
    expect(new Set(several.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(several[0]).toMatchObject({ state: 'ACTIVATED' });
  });

  test('of two who wish for one name at once, one gets it', async () => {
    const wished = await Promise.all(
      [24, 28].map((nth) => activated(town, citizen(`ea${nth}`, { number: numberOf(nth) }), { username: 'wanted1' })),
    );
    expect(wished.map((each) => each.username ?? each).sort()).toEqual(['STATE_CONFLICT', 'wanted1']);
  });

  test('the username is shown to its person alone, not in what suppliers and administrators read (I25, I30)', async () => {
    const id = await idOf('Mor');
    for (const reader of [platform, responsible]) {
      const { data, errors } = await town.ask(reader, 'query($id: ID!) { person(uniId: $id) { state username } }', { id });
      expect(data.person).toEqual({ state: 'ACTIVATED', username: null });
      expect(codes(errors)).toEqual(['NOT_PERMITTED']);
    }
  });

  test('a blocked identity is not taken into use, and is released to where it was; what is so stays so', async () => {
    const id = await idOf('Ea 6');
    const set = (actor = responsible, blocked = true, reason = 'Lost telephone') => town.ask(actor, block, { id, blocked, reason });
    expect((await set()).data.setIdentityBlocked).toEqual({ uniId: id, state: 'BLOCKED' });
    expect((await set()).data.setIdentityBlocked).toEqual({ uniId: id, state: 'BLOCKED' });
    expect(await activated(town, citizen('ea6', { number: numberOf(26) }))).toBe('STATE_CONFLICT');
    expect((await set(responsible, false)).data.setIdentityBlocked.state).toBe('IMPORTED');
    expect(await activated(town, citizen('ea6', { number: numberOf(26) }))).toMatchObject({ state: 'ACTIVATED' });
    expect((await set()).data.setIdentityBlocked.state).toBe('BLOCKED');
    expect(await activated(town, citizen('ea6'))).toBe('STATE_CONFLICT');
    expect(codes((await town.ask(citizen('ea6'), '{ myData { person { uniId } } }')).errors)).toEqual(['STATE_CONFLICT']);
    expect((await set(responsible, false)).data.setIdentityBlocked.state).toBe('ACTIVATED');
  });

  test('what the agency stopped, only the agency releases', async () => {
    const id = await idOf('Ea 7');
    const set = async (actor: typeof agency, blocked: boolean) => {
      const { data, errors } = await town.ask(actor, block, { id, blocked, reason: 'Misuse' });
      return data?.setIdentityBlocked?.state ?? codes(errors)[0];
    };
    expect(await set(responsible, true)).toBe('BLOCKED');
    expect(await set(agency, true)).toBe('BLOCKED');
    expect(await set(responsible, false)).toBe('STATE_CONFLICT');
    expect(await set(agency, false)).toBe('IMPORTED');
  });

  test('out of reach and not there answer alike; who sees but may not is told who could; a bad reason changes nothing', async () => {
    const id = await idOf('Far');
    const set = (actor: typeof agency, uniId: string, reason = 'Reason') => town.ask(actor, block, { id: uniId, blocked: true, reason });
    for (const stranger of [
      actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]),
      actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10001' }]),
    ])
      expect(await set(stranger, id)).toEqual(await set(stranger, 'NOBODYATAL'));
    expect(codes((await set(actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]), id)).errors)).toEqual(['NOT_FOUND']);
    const selfOwned = await uniIdOf(town, responsible, 'G10002', 'Sif');
    expect((await set(responsible, selfOwned)).errors?.[0].extensions).toMatchObject({
      code: 'NOT_PERMITTED',
      grantableBy: ['daycare employee', 'agency'],
    });
    for (const actor of [platform, citizen('mor'), actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }])])
      expect(codes((await set(actor, id)).errors)).toEqual(['NOT_PERMITTED']);
    for (const reason of ['', '  ', 'x'.repeat(501), 'cpr 710120-1234'])
      expect(codes((await set(responsible, id, reason)).errors)).toEqual(['INVALID_INPUT']);
    expect(
      (await town.ask(responsible, 'query($id: ID!) { person(uniId: $id) { state permission(action: BLOCK) { allowed } } }', { id })).data
        .person,
    ).toEqual({ state: 'ACTIVATED', permission: { allowed: true } });
  });

  test('whoever sees a person is told what they may do to them, and who could', async () => {
    const query =
      'query($id: ID!) { person(uniId: $id) { reveal: permission(action: REVEAL) { ...p } activate: permission(action: ACTIVATE) { ...p } } } fragment p on Permission { allowed rule because grantableBy }';
    const id = await uniIdOf(town, responsible, 'G10002', 'Sif');
    expect((await town.ask(responsible, query, { id })).data.person).toEqual({
      reveal: { allowed: false, rule: 'N16', because: 'Done by: daycare employee.', grantableBy: ['daycare employee'] },
      activate: {
        allowed: true,
        rule: 'P13',
        because: 'Done by: daycare responsible, daycare employee.',
        grantableBy: ['daycare responsible', 'daycare employee'],
      },
    });
    const mor = await town.ask(platform, query, { id: await idOf('Mor') });
    expect(mor.data.person).toMatchObject({
      reveal: { allowed: false },
      activate: { allowed: false, grantableBy: ['daycare responsible'] },
    });
    const inUse = await town.ask(responsible, query, { id: await idOf('Mor') });
    expect(inUse.data.person).toMatchObject({
      reveal: { allowed: true },
      activate: { allowed: false, because: expect.stringContaining('activated') },
    });
  });

  test('events name fields, never values, and no number or hash is in log or event', async () => {
    const told = JSON.stringify([await rowsIn(town.place.url, 'SELECT * FROM event_log', 'SELECT * FROM event_facts'), town.kept]);
    expect(told).toContain('IdentityActivated');
    expect(told).toContain('LoginLinked');
    expect(told).toContain('IdentityBlocked');
    for (const secret of [
      mother,
      father,
      kid,
      'abcd123x',
      'Lost telephone',
      ...citizen('x', { number: mother }).login!.numbers.map(({ hash }) => hash),
    ])
      expect(told).not.toContain(secret);
  });
});
