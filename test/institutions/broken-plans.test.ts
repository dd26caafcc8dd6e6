import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { actorWith } from '../support/subgraphs.ts';
import {
  aarhus,
  address,
  agency,
  cluster,
  copenhagen,
  DAY,
  family,
  registerHere,
  type RegisterHere,
  unit,
} from './support/register-here.ts';

const toPrivate = { ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' };
const told = async (refused: Promise<{ refused?: any }>) => (await refused).refused;

describe.each(engines)('what stands against a plan on $engine', (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine);
  });
  afterAll(() => here.stop());
  const afterDays = async (days: number) => {
    here.clock.now += days * DAY;
    await here.doWhatIsDue();
  };
  const versionOf = async (number: string) => (await here.see(number)).version;

  test('nothing comes to stand, now or later, under what is planned to close; the refusal says when it closes', async () => {
    const [one, two] = [await family(here), await family(here)];
    const on = here.day(10);
    await here.close(aarhus, one.cluster, 1, { on, withChildren: true });
    const refused = { code: 'DAYCARE_CLOSED', rule: 'R28', because: expect.stringContaining(`${one.cluster} is closed from ${on} on`) };
    for (const day of [undefined, here.day(5), on, here.day(20)]) {
      expect(await told(here.registerUnit(aarhus, { ...unit, institution: one.cluster, on: day }))).toMatchObject(refused);
      expect(await told(here.move(aarhus, 'moveUnit', two.units[0]!, one.cluster, 1, { on: day }))).toMatchObject(refused);
    }
    expect(await told(here.registerLocation(aarhus, { unit: one.units[0]!, name: 'Skovhytten', address }))).toMatchObject({
      code: 'DAYCARE_CLOSED',
      because: expect.stringContaining(`${one.units[0]} is closed from ${on} on`),
    });
    expect((await here.see(one.cluster)).units.nodes).toEqual([{ number: one.units[0] }]);
  });

  test('what is planned to close cannot be planned to change afterwards, and the other way round: one of the two is called off first (R28)', async () => {
    const { units } = await family(here, 2);
    const [sooner, later] = [here.day(10), here.day(20)];
    const refused = (number: string) => ({
      code: 'STATE_CONFLICT',
      rule: 'R28',
      facts: [
        { name: 'number', value: number },
        { name: 'closed', value: sooner },
        { name: 'planned', value: later },
      ],
    });
    await here.close(aarhus, units[0]!, 1, { on: sooner });
    expect(await told(here.changeUnit(aarhus, units[0]!, 2, { name: 'Solen' }, { on: later }))).toMatchObject(refused(units[0]!));
    await here.changeUnit(aarhus, units[1]!, 1, { name: 'Solen' }, { on: later });
    expect(await told(here.close(aarhus, units[1]!, 2, { on: sooner }))).toMatchObject(refused(units[1]!));
    expect(await told(here.close(aarhus, units[1]!, 2))).toMatchObject({ code: 'STATE_CONFLICT', rule: 'R28' });
    await here.cancel(aarhus, units[1]!, 2);
    expect((await here.close(aarhus, units[1]!, 3, { on: sooner })).refused).toBeUndefined();
  });

  test('a move away that makes room for a closing is not called off behind it (R29)', async () => {
    const [one, two] = [await family(here), await family(here, 0)];
    await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on: here.day(10) });
    expect((await here.close(aarhus, one.cluster, await versionOf(one.cluster), { on: here.day(10) })).refused).toBeUndefined();
    expect(await told(here.cancel(aarhus, one.units[0]!, 2))).toMatchObject({ code: 'DAYCARE_CLOSED' });
    await afterDays(11);
    expect(await here.see(one.cluster)).toMatchObject({ status: 'CLOSED' });
    expect(await here.see(one.units[0]!)).toMatchObject({ status: 'ACTIVE', institution: { number: two.cluster } });
  });

  test('neither end of a planned move goes to another municipality before its day (R26)', async () => {
    const [one, two] = [await family(here), await family(here, 0)];
    const on = here.day(20);
    await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on });
    for (const [top, day] of [
      [one.cluster, here.day(10)],
      [one.cluster, on],
      [two.cluster, here.day(10)],
      [two.cluster, on],
    ] as const) {
      const { payload: transfer } = await here.propose(aarhus, top, '0101', day);
      const refused = { code: 'MOVE_ACROSS_MUNICIPALITY', rule: 'R26', because: expect.stringContaining(on) };
      expect(await told(here.answer(copenhagen, transfer.id, true))).toMatchObject(refused);
      await here.answer(copenhagen, transfer.id, false);
    }
    const { payload: transfer } = await here.propose(aarhus, two.cluster, '0101', here.day(30));
    expect((await here.answer(copenhagen, transfer.id, true)).refused).toBeUndefined();
    await afterDays(21);
    expect(await here.see(one.units[0]!)).toMatchObject({ institution: { number: two.cluster }, municipality: { code: '0751' } });
    await afterDays(10);
    expect(await here.see(one.units[0]!)).toMatchObject({ institution: { number: two.cluster }, municipality: { code: '0101' } });
  });

  test('a change of the cluster that does not fit the kind that is planned for its unit is refused with the day (R22)', async () => {
    const { cluster: top, units } = await family(here, 1, { input: { ...cluster, legalBasis: 'DAYCARE_21_2' } });
    const on = here.day(10);
    await here.changeUnit(aarhus, units[0]!, 1, { type: 'CHILDMINDING' }, { on });
    expect(await told(here.changeInstitution(aarhus, top, 1, { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' }))).toMatchObject({
      code: 'CROSS_VALIDATION',
      facts: [
        { name: 'number', value: units[0] },
        { name: 'on', value: on },
      ],
    });
  });

  test('who has lost the right when the day comes has planned in vain: the history says why, and nothing changes', async () => {
    const { cluster: top, units } = await family(here);
    await here.close(aarhus, units[0]!, 1, { on: here.day(10), reason: 'No children' });
    await here.changeInstitution(agency, top, 1, toPrivate);
    const now = await here.see(units[0]!);
    await afterDays(11);
    const { history, version, planned, ...then } = await here.see(units[0]!);
    expect({ ...now, ...then }).toEqual(now);
    expect(then).toMatchObject({ status: 'ACTIVE', ownership: 'PRIVATE' });
    expect([version, planned]).toEqual([now.version + 1, []]);
    expect(history.nodes[0]).toMatchObject({
      kind: 'PLAN_REFUSED',
      comment: 'Not done: Kept in the register by: daycare employee, agency.',
      changes: [{ field: 'status', before: 'ACTIVE', after: 'CLOSED' }],
    });
    await afterDays(1);
    expect((await here.see(units[0]!)).version).toBe(version);
  });

  test('a move into a cluster that has become private meanwhile wants the right there, too (R25)', async () => {
    const [one, two] = [await family(here), await family(here)];
    const number = one.units[0]!;
    await here.move(aarhus, 'moveUnit', number, two.cluster, 1, { on: here.day(20) });
    await here.changeInstitution(agency, two.cluster, await versionOf(two.cluster), toPrivate, { on: here.day(10) });
    expect(await told(here.move(aarhus, 'moveUnit', number, two.cluster, await versionOf(number), { on: here.day(15) }))).toMatchObject({
      code: 'NOT_PERMITTED',
      rule: 'R25',
    });
    await afterDays(21);
    expect(await here.see(number)).toMatchObject({ ownership: 'MUNICIPAL', institution: { number: one.cluster }, planned: [] });
    expect((await here.see(number)).history.nodes[0]).toMatchObject({ kind: 'PLAN_REFUSED' });
    expect((await here.move(agency, 'moveUnit', number, two.cluster, await versionOf(number))).payload.daycare.ownership).toBe('PRIVATE');
  });

  test('a closing whose successor has closed meanwhile does not happen, and neither does what rests on it (R29)', async () => {
    const [one, two] = [await family(here), await family(here)];
    await here.close(aarhus, one.units[0]!, 1, { on: here.day(10), succeededBy: two.units });
    await here.close(aarhus, one.cluster, await versionOf(one.cluster), { on: here.day(11) });
    await here.close(aarhus, two.units[0]!, 1);
    await afterDays(12);
    for (const [number, why] of [
      [one.units[0]!, `${two.units[0]}, which should follow after it, is not open any more.`],
      [one.cluster, `Close what is under ${one.cluster} first: ${one.units[0]}.`],
    ] as const) {
      expect(await here.see(number)).toMatchObject({ status: 'ACTIVE', planned: [], successors: [] });
      expect((await here.see(number)).history.nodes[0]).toMatchObject({ kind: 'PLAN_REFUSED', comment: `Not done: ${why}` });
    }
  });

  test('a unit does not open under a cluster whose own opening could not happen (R9)', async () => {
    const { payload } = await here.registerInstitution(aarhus, { ...cluster, on: here.day(10) });
    const institution = payload.daycare.number;
    const number = (await here.registerUnit(agency, { ...unit, institution, on: here.day(10) })).payload.daycare.number;
    await here.changeInstitution(agency, institution, 1, toPrivate);
    await afterDays(11);
    for (const each of [institution, number]) {
      expect(await here.see(each)).toMatchObject({ status: 'PLANNED', planned: [] });
      expect((await here.see(each)).history.nodes[0].kind).toBe('PLAN_REFUSED');
    }
    for (const each of [number, institution])
      expect((await here.cancel(agency, each, await versionOf(each))).payload.daycare.status).toBe('CLOSED');
  });

  test('of what another planned only that is called off for which one has the right', async () => {
    const { units } = await family(here);
    const odense = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0461' }]);
    await here.close(aarhus, units[0]!, 1, { on: here.day(10) });
    expect(await told(here.cancel(odense, units[0]!, 2))).toMatchObject({ code: 'NOT_PERMITTED', rule: 'R1' });
    expect((await here.cancel(agency, units[0]!, 2)).payload.daycare.planned).toEqual([]);
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
