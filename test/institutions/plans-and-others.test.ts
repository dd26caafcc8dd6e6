import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import {
  agency,
  eventually,
  type Installation,
  load,
  registerSuppliers,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { aarhus, cluster, DAY, family, registerHere, type RegisterHere } from './support/register-here.ts';

describe.each(engines)('what follows the register on $engine', (engine) => {
  let here: Installation;
  let now = Date.parse('2026-11-25T09:00:00Z');
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine, { clock: () => now });
    await registerSuppliers(here.ask);
  });
  afterAll(() => here.stop());

  test('hears of a planned closing when its day comes, not before: requests wait until then, and lapse (R32)', async () => {
    await load(here.register, [row('G91100'), row('G93100', { institution: 'G91100' })]);
    const states = async () =>
      (await here.ask(agency, '{ dataAccessRequests(filter: { system: "S1001" }, first: 10) { nodes { state } } }')).data.dataAccessRequests
        .nodes;
    await eventually(
      () => requestAccess(here.ask, 'S1001', 'ws10-import', ['G93100']),
      ([result]) => result.request !== null,
    );
    const { data, errors } = await here.register(
      agency,
      'mutation { closeDaycare(number: "G91100", version: 1, on: "2026-12-01", withChildren: true, reason: "closed") { daycare { status } consequences { kind count } } }',
    );
    expect({ data, errors }).toMatchObject({ data: { closeDaycare: { daycare: { status: 'ACTIVE' } } }, errors: undefined });
    expect(data.closeDaycare.consequences).toContainEqual({ kind: 'ACCESSES_AND_TIES_END', count: 1 });
    now = Date.parse('2026-11-30T22:59:59Z');
    // Another change behind it has been heard: so the planned one would have been, too.
    await load(here.register, [row('G93101', { institution: 'G91100', closed: true })]);
    await eventually(
      () => requestAccess(here.ask, 'S1003', 'ws17-small', ['G93101']),
      ([result]) => result.refusal?.code === 'DAYCARE_CLOSED',
    );
    expect(await states()).toEqual([{ state: 'WAITING' }]);
    now = Date.parse('2026-11-30T23:00:00Z');
    await eventually(states, ([request]) => request.state === 'LAPSED');
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});

const servers = engines.filter(({ engine }) => engine !== 'SQLite');
const PLANS = 24;

// SQLite is one process's.
for (const engine of servers)
  describe(`two processes on one store on ${engine.engine}`, () => {
    let here: RegisterHere;
    let other: Awaited<ReturnType<RegisterHere['twin']>>;
    beforeAll(async () => {
      here = await registerHere(engine);
      other = await here.twin();
    });
    afterAll(async () => {
      await other.stop();
      await here.stop();
    });
    const dueThere = () =>
      other.ask(aarhus, 'mutation($input: RegisterInstitutionInput!) { registerInstitution(input: $input, dryRun: true) { dryRun } }', {
        input: cluster,
      });

    test('each planned act is done once, whoever of the two comes to it', async () => {
      const made = await Promise.all(Array.from({ length: PLANS / 4 }, () => family(here, 3, { locations: true })));
      const on = here.day(10);
      for (const { cluster: top, units } of made) {
        await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on });
        await here.changeUnit(aarhus, units[1]!, 1, { phone: '71000000' }, { on: here.day(9) });
        await here.close(aarhus, units[2]!, 1, { on, withChildren: true });
        await here.changeInstitution(aarhus, top, 1, { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' }, { on: here.day(11) });
      }
      const { cursor } = await here.changesAfter();
      here.clock.now += 12 * DAY;
      await Promise.all(Array.from({ length: 6 }, (_, nth) => (nth % 2 ? here.doWhatIsDue() : dueThere())));
      const { changes } = await here.changesAfter(cursor);
      const times = new Map(
        [...Map.groupBy(changes, ({ kind, number }) => `${kind} ${number}`)].map(([step, each]) => [step, each.length]),
      );
      const expected = made.flatMap(({ cluster: top, units, locations }) => [
        ...[units[2], locations[2]].map((number) => [`CLOSED ${number}`, 1] as const),
        ...[top, locations[0], locations[1]].map((number) => [`CHANGED ${number}`, 1] as const),
        ...[units[0], units[1]].map((number) => [`CHANGED ${number}`, 2] as const),
      ]);
      expect([...times].sort()).toEqual([...expected].sort());
      for (const { cluster: top, units } of made) {
        for (const number of [top, ...units]) expect((await here.see(number)).planned).toEqual([]);
        expect(await here.see(units[0]!)).toMatchObject({ name: 'Solen', ownership: 'SELF_OWNED' });
      }
    });

    test('a change and the planned act before it, in two processes at midnight, come in the order of their days', async () => {
      for (let round = 0; round < 6; round++) {
        const { units } = await family(here);
        const number = units[0]!;
        const on = here.day(1);
        await here.changeUnit(aarhus, number, 1, { name: 'Planned' }, { on });
        here.clock.now += 2 * DAY;
        const [{ data }] = await Promise.all([
          other.ask(
            aarhus,
            'mutation($n: InstitutionNumber!) { changeUnit(number: $n, version: 3, changes: { name: "Told" }) { daycare { version } } }',
            { n: number },
          ),
          here.doWhatIsDue(),
        ]);
        expect(data.changeUnit.daycare.version).toBe(4);
        expect(await here.see(number)).toMatchObject({ name: 'Told', planned: [] });
        expect(await here.see(number, { asOf: `${on}T12:00:00Z` })).toMatchObject({ name: 'Planned' });
      }
    });

    test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
  });
