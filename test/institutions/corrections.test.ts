import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
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

const noon = (day: string) => ({ asOf: `${day}T12:00:00Z` });
const told = async (refused: Promise<{ refused?: any; payload?: any }>) => (await refused).refused;

describe.each(engines)('what is put right afterwards on $engine', (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine);
  });
  afterAll(() => here.stop());
  /** A family that has been in the register for so many days. */
  const familySince = async (days: number, ...more: [units?: number, options?: object]) => {
    const made = await family(here, ...more);
    here.clock.now += days * DAY;
    return made;
  };
  const numberOf = async (made: Promise<{ payload?: any }>) => (await made).payload.daycare.number as string;

  test('it holds from the day it is told for, and the history says that it was put right, by whom and since when', async () => {
    const { units } = await familySince(30);
    const [number] = units as [string];
    const [on, known] = [here.day(-10), new Date(here.clock.now).toISOString()];
    const { payload } = await here.changeUnit(aarhus, number, 1, { name: 'Solen' }, { on, reason: 'Nobody told us' });
    expect(payload).toMatchObject({ daycare: { name: 'Solen', planned: [] }, changes: [{ field: 'name', after: 'Solen' }] });
    expect((await here.see(number)).history.nodes[0]).toMatchObject({
      kind: 'CORRECTED',
      effectiveFrom: expect.stringMatching(/T2[23]:00:00\.000Z$/),
      at: new Date(here.clock.now).toISOString(),
      comment: 'Nobody told us',
      changes: [{ field: 'name', before: 'Solsikken', after: 'Solen' }],
    });
    expect(await here.see(number, noon(on))).toMatchObject({ name: 'Solen' });
    expect(await here.see(number, noon(here.day(-12)))).toMatchObject({ name: 'Solsikken' });
    expect(await here.see(number, { ...noon(on), knownAt: known })).toMatchObject({ name: 'Solsikken' });
    expect((await here.changesAfter()).changes.at(-1)).toMatchObject({ kind: 'CORRECTED', number });
  });

  test('it never undoes what is known to have changed later, nor what is planned', async () => {
    const { units } = await familySince(30);
    const [number] = units as [string];
    await here.changeUnit(aarhus, number, 1, { name: 'Månen' });
    const changed = here.day(0);
    await here.changeUnit(aarhus, number, 2, { name: 'Stjernen' }, { on: here.day(20) });
    const planned = here.day(20);
    here.clock.now += 5 * DAY;
    const { payload } = await here.changeUnit(aarhus, number, 3, { name: 'Solen', phone: '71000000' }, { on: here.day(-20) });
    expect(payload.daycare).toMatchObject({ name: 'Månen', phone: '71000000' });
    expect(await here.see(number, noon(here.day(-10)))).toMatchObject({ name: 'Solen', phone: '71000000' });
    expect(await here.see(number, { asOf: `${changed}T23:30:00Z` })).toMatchObject({ name: 'Månen', phone: '71000000' });
    expect(await here.see(number, noon(planned))).toMatchObject({ name: 'Stjernen', phone: '71000000' });
    here.clock.now += 20 * DAY;
    await here.doWhatIsDue();
    expect(await here.see(number)).toMatchObject({ name: 'Stjernen', phone: '71000000' });
  });

  test('what a cluster was goes along to what stood under it then, not to what had gone', async () => {
    const one = await familySince(30, 2, { locations: true });
    const two = await family(here, 0);
    await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1);
    here.clock.now += 5 * DAY;
    const selfOwned = { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' };
    await here.changeInstitution(aarhus, one.cluster, 1, selfOwned, { on: here.day(-20) });
    for (const number of [one.units[0]!, one.locations[0]!]) {
      expect(await here.see(number)).toMatchObject({ ownership: 'MUNICIPAL' });
      expect(await here.see(number, noon(here.day(-10)))).toMatchObject({ ownership: 'SELF_OWNED' });
    }
    for (const number of [one.units[1]!, one.locations[1]!]) expect(await here.see(number)).toMatchObject({ ownership: 'SELF_OWNED' });
  });

  test('what was registered late was there since its day, and says so', async () => {
    const { cluster: top } = await familySince(30);
    const on = here.day(-10);
    const number = await numberOf(here.registerUnit(aarhus, { ...unit, institution: top, on }));
    expect((await here.see(number)).history.nodes[0]).toMatchObject({ kind: 'REGISTERED', effectiveFrom: expect.any(String) });
    expect((await here.see(top, noon(on))).units.nodes).toContainEqual({ number });
    expect((await here.see(top, noon(here.day(-12)))).units.nodes).not.toContainEqual({ number });
  });

  test('nothing is put right from before it was there', async () => {
    const { cluster: top, units } = await familySince(10, 1, { locations: true });
    const { cluster: older } = await familySince(30, 0);
    const on = here.day(-60);
    const since = { code: 'INVALID_INPUT', facts: expect.arrayContaining([{ name: 'field', value: 'on' }]) };
    expect(await told(here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on }))).toMatchObject(since);
    expect(await told(here.changeInstitution(aarhus, top, 1, { name: 'Område Syd' }, { on }))).toMatchObject(since);
    expect(await told(here.move(aarhus, 'moveUnit', units[0]!, older, 1, { on }))).toMatchObject(since);
    for (const early of [
      here.registerUnit(aarhus, { ...unit, institution: top, on }),
      here.registerLocation(aarhus, { unit: units[0]!, name: 'Skovhytten', address, on }),
      here.move(aarhus, 'moveUnit', units[0]!, older, 1, { on: here.day(-35) }),
    ])
      expect(await told(early)).toMatchObject({ code: 'STATE_CONFLICT', rule: 'R9' });
  });

  test('a move is not put right across municipalities: not as it was then, and not as it is now (R26)', async () => {
    const [one, two] = [await family(here), await familySince(30)];
    const { payload: transfer } = await here.propose(aarhus, two.cluster, '0101', here.day(0));
    await here.answer(copenhagen, transfer.id, true);
    here.clock.now += 5 * DAY;
    for (const on of [here.day(-1), here.day(-20)])
      expect(await told(here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on }))).toMatchObject({
        code: 'MOVE_ACROSS_MUNICIPALITY',
        rule: 'R26',
      });
  });

  test('a closing is never put right backwards: a daycare closes today or ahead', async () => {
    const { units } = await familySince(30);
    expect(await told(here.close(aarhus, units[0]!, 1, { on: here.day(-1) }))).toMatchObject({
      code: 'INVALID_INPUT',
      facts: [
        { name: 'field', value: 'on' },
        { name: 'earliest', value: here.day(0) },
      ],
    });
    expect((await here.close(aarhus, units[0]!, 1, { on: here.day(0) })).payload.daycare.status).toBe('CLOSED');
    expect(await told(here.changeUnit(aarhus, units[0]!, 2, { name: 'Solen' }, { on: here.day(-10) }))).toMatchObject({
      code: 'DAYCARE_CLOSED',
    });
  });

  test.each(['2026-02-30', 'tomorrow', '25-11-2026', '2026-11-25T00:00:00Z', ''])('"%s" is no day', async (on) => {
    const { units } = await family(here);
    for (const act of [
      here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on }),
      here.registerInstitution(agency, { ...cluster, on }),
    ])
      expect(await told(act)).toMatchObject({ code: expect.stringMatching(/INVALID_INPUT|BAD_USER_INPUT/) });
    expect(await here.see(units[0]!)).toMatchObject({ version: 1, planned: [] });
  });

  test.each([
    ['eleven years ahead', () => `${Number(here.day(0).slice(0, 4)) + 11}-01-01`],
    ['in the century before the last', () => '1899-12-31'],
  ])('%s is no day to act on', async (_, day) => {
    const { units } = await family(here);
    const refused = { code: 'INVALID_INPUT', facts: [{ name: 'field', value: 'on' }] };
    expect(await told(here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on: day() }))).toMatchObject(refused);
    expect(await told(here.close(aarhus, units[0]!, 1, { on: day() }))).toMatchObject(refused);
    expect(await told(here.registerInstitution(agency, { ...cluster, on: day() }))).toMatchObject(refused);
    const tenAhead = `${Number(here.day(0).slice(0, 4)) + 10}-12-31`;
    expect((await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on: tenAhead })).payload.daycare.planned).toHaveLength(1);
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
