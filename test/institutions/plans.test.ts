import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { eventually } from '../support/installation.ts';
import { aarhus, address, agency, cluster, DAY, family, HOUR, registerHere, type RegisterHere, unit } from './support/register-here.ts';

const noon = (day: string) => ({ asOf: `${day}T12:00:00Z` });
const eve = (day: string) => noon(new Date(Date.parse(day) - DAY).toISOString().slice(0, 10));
const told = async (refused: Promise<{ refused?: { code: string; rule?: string; because: string } }>) => (await refused).refused;

describe.each(engines)('what is planned on $engine', (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine);
  });
  afterAll(() => here.stop());
  const until = (number: string, wanted: (seen: any) => boolean) => eventually(() => here.see(number), wanted);
  const kinds = async (number: string) => (await here.see(number)).history.nodes.map(({ kind }: { kind: string }) => kind);

  test.each([
    ['in winter', '2027-01-15', '2027-01-14T23:00:00Z'],
    ['on the day on which summer time begins', '2027-03-28', '2027-03-27T23:00:00Z'],
    ['in summer', '2027-07-15', '2027-07-14T22:00:00Z'],
    ['on the day on which summer time ends', '2027-10-31', '2027-10-30T22:00:00Z'],
  ])('%s a day begins at midnight in Denmark, not a moment earlier', async (_, on, midnight) => {
    const { units } = await family(here);
    await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on });
    here.clock.now = Date.parse(midnight) - 1;
    await here.doWhatIsDue();
    expect(await here.see(units[0]!)).toMatchObject({ name: 'Solsikken', planned: [{ on }] });
    here.clock.now += 1;
    await here.doWhatIsDue();
    expect(await here.see(units[0]!)).toMatchObject({ name: 'Solen', planned: [] });
    expect(await here.see(units[0]!, { asOf: new Date(Date.parse(midnight) - 1).toISOString() })).toMatchObject({ name: 'Solsikken' });
  });

  test('a daycare registered ahead has its number at once, is planned until its day, and then opens by itself', async () => {
    const on = here.day(10);
    const { payload } = await here.registerInstitution(aarhus, { ...cluster, on });
    const { number } = payload.daycare;
    expect(payload).toMatchObject({ daycare: { status: 'PLANNED' }, consequences: [{ kind: 'PLANNED', count: 1 }] });
    expect(number).toMatch(/^G\d{5}$/);
    expect((await here.see(number)).planned).toEqual([
      { id: expect.any(String), on, kind: 'CHANGED', changes: [{ field: 'status', after: 'ACTIVE' }] },
    ]);
    expect(await here.see(number, noon(on))).toMatchObject({ status: 'ACTIVE' });
    expect(await here.see(number, eve(on))).toMatchObject({ status: 'PLANNED' });
    here.clock.now += 11 * DAY;
    expect(await until(number, ({ status }) => status === 'ACTIVE')).toMatchObject({ planned: [], name: 'Område Nord' });
    expect(await kinds(number)).toEqual(['CHANGED', 'PLANNED', 'REGISTERED']);
  });

  test('what the server slept through happens when it wakes, as from its own day', async () => {
    const { units } = await family(here);
    const on = here.day(10);
    await here.close(aarhus, units[0]!, 1, { on });
    await here.restart(() => {
      here.clock.now += 20 * DAY;
    });
    expect(await here.see(units[0]!)).toMatchObject({ status: 'CLOSED', planned: [] });
    expect(await here.see(units[0]!, noon(on))).toMatchObject({ status: 'CLOSED' });
    expect(await here.see(units[0]!, eve(on))).toMatchObject({ status: 'ACTIVE' });
  });

  test('a unit is planned under a planned cluster, from the day on which that opens', async () => {
    const on = here.day(10);
    const { payload } = await here.registerInstitution(aarhus, { ...cluster, on });
    const institution = payload.daycare.number;
    for (const early of [undefined, here.day(9)])
      expect(await told(here.registerUnit(aarhus, { ...unit, institution, on: early }))).toMatchObject({
        code: 'STATE_CONFLICT',
        rule: 'R9',
      });
    const number = (await here.registerUnit(aarhus, { ...unit, institution, on })).payload.daycare.number;
    const location = (await here.registerLocation(aarhus, { unit: number, name: 'Skovhytten', address, on })).payload.daycare.number;
    expect(await here.see(institution, noon(on))).toMatchObject({ status: 'ACTIVE', units: { nodes: [{ number }] } });
    here.clock.now += 11 * DAY;
    for (const each of [location, number, institution]) await until(each, ({ status }) => status === 'ACTIVE');
    expect((await here.see(number)).locations).toEqual([{ number: location }]);
  });

  test('a change, a move and a closing ahead are shown as planned, and change nothing until their day', async () => {
    const [one, two] = [await family(here, 1, { locations: true }), await family(here)];
    const number = one.units[0]!;
    const [changed, moved, closed] = [here.day(10), here.day(20), here.day(30)];
    await here.changeUnit(aarhus, number, 1, { name: 'Solen', phone: null }, { on: changed, reason: 'A new sign' });
    await here.move(aarhus, 'moveUnit', number, two.cluster, 2, { on: moved });
    const { payload } = await here.close(aarhus, number, 3, { on: closed, withChildren: true, succeededBy: two.units });
    expect(payload.daycare).toMatchObject({ status: 'ACTIVE', name: 'Solsikken', version: 4 });
    expect(payload.changes).toEqual([{ field: 'status', before: 'ACTIVE', after: 'CLOSED' }]);
    expect(await here.see(number)).toMatchObject({
      ...{ name: 'Solsikken', status: 'ACTIVE', institution: { number: one.cluster }, successors: [] },
      planned: [
        {
          on: changed,
          kind: 'CHANGED',
          changes: [
            { field: 'name', after: 'Solen' },
            { field: 'phone', after: null },
          ],
        },
        { on: moved, kind: 'MOVED', changes: [{ field: 'institution', after: two.cluster }] },
        { on: closed, kind: 'CLOSED', changes: [{ field: 'status', after: 'CLOSED' }] },
      ],
    });
    expect((await here.see(one.locations[0]!)).planned.map(({ kind }: { kind: string }) => kind)).toEqual(['MOVED', 'CLOSED']);
    expect((await here.see(one.cluster, noon(moved))).units.nodes).toEqual([]);
    const steps = [
      [eve(changed), { name: 'Solsikken', status: 'ACTIVE', institution: { number: one.cluster } }],
      [noon(changed), { name: 'Solen', phone: null, status: 'ACTIVE', institution: { number: one.cluster } }],
      [noon(moved), { name: 'Solen', status: 'ACTIVE', institution: { number: two.cluster } }],
      [noon(closed), { name: 'Solen', status: 'CLOSED' }],
    ] as const;
    for (const [moment, facts] of steps) expect(await here.see(number, moment)).toMatchObject(facts);
    for (const [moment, facts] of steps) {
      here.clock.now = Date.parse(moment.asOf);
      await here.doWhatIsDue();
      expect(await here.see(number)).toMatchObject(facts);
    }
    expect((await here.see(number)).successors).toEqual([{ number: two.units[0] }]);
    expect((await here.see(number)).history.nodes[2]).toMatchObject({
      kind: 'CHANGED',
      comment: 'A new sign',
      standing: 'municipal employee',
    });
  });

  test('one planned act is called off, or all at once', async () => {
    const { units } = await family(here);
    const number = units[0]!;
    for (const [index, on] of [here.day(10), here.day(20), here.day(30)].entries())
      await here.changeUnit(aarhus, number, index + 1, { name: `Name ${index}` }, { on });
    const { planned } = await here.see(number);
    expect((await here.cancel(aarhus, number, 4, { act: planned[1].id })).payload.daycare.planned).toEqual([planned[0], planned[2]]);
    expect(await here.see(number, noon(here.day(25)))).toMatchObject({ name: 'Name 0' });
    expect(await told(here.cancel(aarhus, number, 5, { act: planned[1].id }))).toMatchObject({ code: 'STATE_CONFLICT' });
    expect((await here.cancel(aarhus, number, 5)).payload.daycare.planned).toEqual([]);
    expect(await told(here.cancel(aarhus, number, 6))).toMatchObject({ code: 'STATE_CONFLICT' });
    here.clock.now += 40 * DAY;
    await here.doWhatIsDue();
    expect(await here.see(number)).toMatchObject({ name: 'Solsikken' });
    expect((await kinds(number)).filter((kind: string) => kind === 'PLAN_CANCELLED')).toHaveLength(3);
  });

  test('a daycare whose opening is called off never begins, and its number is spent (R28)', async () => {
    const { payload } = await here.registerInstitution(aarhus, { ...cluster, on: here.day(10) });
    const { number } = payload.daycare;
    expect((await here.cancel(aarhus, number, 1)).payload).toMatchObject({
      daycare: { status: 'CLOSED', planned: [] },
      changes: [{ field: 'status', before: 'PLANNED', after: 'CLOSED' }],
    });
    here.clock.now += 11 * DAY;
    await here.doWhatIsDue();
    expect(await here.see(number)).toMatchObject({ status: 'CLOSED' });
    expect(await kinds(number)).toEqual(['PLAN_CANCELLED', 'CLOSED', 'PLANNED', 'REGISTERED']);
    expect((await here.registerInstitution(aarhus, cluster)).payload.daycare.number).not.toBe(number);
    expect(await told(here.changeInstitution(aarhus, number, 2, { name: 'Again' }))).toMatchObject({ code: 'DAYCARE_CLOSED', rule: 'R28' });
  });

  test('what comes with the act on another daycare is called off there', async () => {
    const { cluster: top, units } = await family(here);
    await here.close(aarhus, top, 1, { on: here.day(10), withChildren: true });
    expect(await told(here.cancel(aarhus, units[0]!, 2))).toMatchObject({
      code: 'STATE_CONFLICT',
      facts: [{ name: 'number', value: top }],
    });
    expect((await here.cancel(aarhus, top, 2)).payload.affected.map(({ number }: { number: string }) => number)).toEqual([top, units[0]]);
    expect((await here.see(units[0]!)).planned).toEqual([]);
  });

  test('a whole tree that is planned to close does so on its day, what is under before what is above (P16)', async () => {
    const { cluster: top, units, locations } = await family(here, 3, { locations: true });
    const { payload } = await here.close(aarhus, top, 1, { on: here.day(10), withChildren: true, reason: 'It moves together' });
    expect(payload.consequences).toEqual([
      expect.objectContaining({ kind: 'CLOSES_WITH', count: 6 }),
      expect.objectContaining({ kind: 'ACCESSES_AND_TIES_END', count: 3 }),
      expect.objectContaining({ kind: 'PLANNED', count: 1 }),
    ]);
    const { cursor } = await here.changesAfter();
    here.clock.now += 11 * DAY;
    await until(top, ({ status }) => status === 'CLOSED');
    const { changes } = await here.changesAfter(cursor);
    expect(changes.map(({ kind, number }) => `${kind} ${number}`)).toEqual(
      [...[...locations].sort(), ...[...units].sort(), top].map((number) => `CLOSED ${number}`),
    );
  });

  test('two plans for one day are both done, in the order in which they were made', async () => {
    const { units } = await family(here);
    const on = here.day(10);
    await here.changeUnit(aarhus, units[0]!, 1, { name: 'First', phone: '71000000' }, { on });
    await here.changeUnit(aarhus, units[0]!, 2, { name: 'Second' }, { on });
    expect(await here.see(units[0]!, noon(on))).toMatchObject({ name: 'Second', phone: '71000000' });
    here.clock.now += 10 * DAY + HOUR;
    await here.doWhatIsDue();
    expect(await here.see(units[0]!)).toMatchObject({ name: 'Second', phone: '71000000', planned: [] });
  });

  test('a dry run of a plan answers the same and keeps nothing', async () => {
    const { cluster: top, units } = await family(here);
    const { cursor } = await here.changesAfter();
    const on = here.day(10);
    const { payload } = await here.close(aarhus, top, 1, { on, withChildren: true, dryRun: true });
    expect(payload).toMatchObject({ dryRun: true, changes: [{ field: 'status', after: 'CLOSED' }] });
    expect((await here.registerInstitution(aarhus, { ...cluster, on }, { dryRun: true })).payload.daycare.status).toBe('PLANNED');
    for (const number of [top, units[0]!]) expect(await here.see(number)).toMatchObject({ version: 1, planned: [] });
    expect((await here.changesAfter(cursor)).changes).toEqual([]);
  });

  test('sent twice with one key an act is planned once', async () => {
    const { units } = await family(here);
    const more = { on: here.day(10), idempotencyKey: `key ${units[0]}` };
    const first = await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, more);
    expect(await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, more)).toEqual(first);
    expect((await here.see(units[0]!)).planned).toHaveLength(1);
    expect(await told(here.changeUnit(aarhus, units[0]!, 1, { name: 'Månen' }, more))).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  test('the second of two planners is told that the daycare has changed meanwhile', async () => {
    const { cluster: top, units } = await family(here);
    await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on: here.day(10) });
    expect(await told(here.changeUnit(agency, units[0]!, 1, { name: 'Månen' }, { on: here.day(20) }))).toMatchObject({
      code: 'STALE_VERSION',
      facts: expect.arrayContaining([{ name: 'version', value: '2' }]),
    });
    await here.close(aarhus, top, 1, { on: here.day(30), withChildren: true });
    expect(await told(here.close(aarhus, units[0]!, 2, { on: here.day(30) }))).toMatchObject({ code: 'STALE_VERSION' });
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
