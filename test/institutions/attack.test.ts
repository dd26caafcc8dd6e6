import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AddressVerdict, ProductionUnitVerdict } from '../../subgraphs/institutions/domain/upkeep/other-registers.ts';
import { engines } from '../support/databases.ts';
import { eventually } from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';
import { aarhus, address, agency, cluster, copenhagen, family, registerHere, type RegisterHere, unit } from './support/register-here.ts';

const others = {
  addressRegister: {
    edition: async () => '1',
    judge: async (asked: readonly { street: string | null }[]): Promise<AddressVerdict[]> =>
      asked.map(({ street }) => (street === 'Åvej' ? { answer: 'KNOWN' } : { answer: 'UNKNOWN', nearest: null })),
  },
  companyRegister: {
    edition: async () => '1',
    judge: async (units: readonly string[]): Promise<ProductionUnitVerdict[]> =>
      units.map(() => ({ answer: 'ACTIVE', companyNumber: '90000001' })),
  },
};
const odense = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0461' }]);
const copenhagenSystem = actorWith([{ role: 'MUNICIPAL_SYSTEM', municipality: '0101', system: 'S1002' }]);
const privateCluster = { ...cluster, ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' };
const employeeOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const ROUNDS = 15;

describe.each(engines)('attacks on the register on $engine', (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine, others);
  });
  afterAll(() => here.stop());
  const dayIn = (days: number) => new Date(here.clock.now + days * 86_400_000).toISOString().slice(0, 10);
  const codeOf = async (refused: Promise<{ refused?: { code: string } }>) => (await refused).refused?.code;
  const handOver = async (from: typeof aarhus, to: typeof aarhus, number: string, code: string, on: string) => {
    const { payload } = await here.propose(from, number, code, on);
    return (await here.answer(to, payload.id, true)).refused?.code;
  };
  const until = async (days: number) => {
    here.clock.now += days * 86_400_000;
    // What is due is done before any act, also one that keeps nothing.
    await here.registerInstitution(agency, cluster, { dryRun: true });
  };
  const municipalityOf = async (number: string) => (await here.see(number)).municipality.code;

  test('a cluster that is to go to one municipality is not promised to another, by whomever it is proposed (C2)', async () => {
    for (const [first, second] of [
      [10, 20],
      [20, 10],
    ] as const) {
      const { cluster: top } = await family(here);
      expect(await handOver(agency, copenhagen, top, '0101', dayIn(first))).toBeUndefined();
      expect(await handOver(aarhus, odense, top, '0461', dayIn(second))).toBe('STATE_CONFLICT');
    }
  });

  test('a transfer does not happen where the cluster came into the hands of a third municipality before its day (C2)', async () => {
    const { cluster: number } = await family(here, 0);
    expect(await handOver(agency, copenhagen, number, '0101', dayIn(20))).toBeUndefined();
    await here.load([{ level: 'INSTITUTION', number, name: 'Område Nord', municipality: '0461', ownership: 'MUNICIPAL' }]);
    await until(30);
    expect(await municipalityOf(number)).toBe('0461');
    expect((await here.see(number)).history.nodes[0].kind).toBe('PLAN_REFUSED');
  });

  test('a cluster is not handed over while a unit of the municipality it leaves is to move under it (R26)', async () => {
    const [one, two] = [await family(here), await family(here)];
    expect((await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on: dayIn(20) })).refused).toBeUndefined();
    expect(await handOver(aarhus, copenhagen, two.cluster, '0101', dayIn(10))).toBe('MOVE_ACROSS_MUNICIPALITY');
    expect(await handOver(aarhus, copenhagen, one.cluster, '0101', dayIn(10))).toBe('MOVE_ACROSS_MUNICIPALITY');
  });

  test('a planned move does not take a unit to a municipality that a file put its new cluster into (R26)', async () => {
    const [one, two] = [await family(here), await family(here, 0)];
    await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on: dayIn(20) });
    await here.load([{ level: 'INSTITUTION', number: two.cluster, name: 'Område Nord', municipality: '0461', ownership: 'MUNICIPAL' }]);
    await until(30);
    expect(await here.see(one.units[0]!)).toMatchObject({ municipality: { code: '0751' }, institution: { number: one.cluster } });
  });

  test('a move that is told late does not take a unit to another municipality (R26)', async () => {
    const [one, two] = [await family(here), await family(here)];
    await until(20);
    await handOver(aarhus, copenhagen, two.cluster, '0101', dayIn(0));
    await until(10);
    expect(await codeOf(here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on: dayIn(-20) }))).toBe('MOVE_ACROSS_MUNICIPALITY');
    await handOver(aarhus, copenhagen, one.cluster, '0101', dayIn(0));
    const three = await family(here);
    await until(1);
    const { version } = await here.see(one.units[0]!);
    expect(await codeOf(here.move(copenhagen, 'moveUnit', one.units[0]!, three.cluster, version, { on: dayIn(0) }))).toBe(
      'MOVE_ACROSS_MUNICIPALITY',
    );
  });

  test('a planned move does not bring a municipal unit under a cluster that has become private (R25)', async () => {
    const [one, two] = [await family(here), await family(here)];
    await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1, { on: dayIn(20) });
    const { version } = await here.see(two.cluster);
    const changed = await here.changeInstitution(agency, two.cluster, version, { ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' });
    expect(changed.refused).toBeUndefined();
    await until(30);
    expect(await here.see(one.units[0]!)).toMatchObject({ ownership: 'MUNICIPAL', institution: { number: one.cluster } });
  });

  test("a correction of one's own cluster does not change a unit that is another municipality's by now", async () => {
    const [one, two] = [await family(here), await family(here)];
    const [number] = one.units as [string];
    await until(10);
    await here.move(aarhus, 'moveUnit', number, two.cluster, 1);
    await handOver(aarhus, copenhagen, two.cluster, '0101', dayIn(0));
    await until(10);
    const { version } = await here.see(one.cluster);
    const changes = { unitTypes: [{ number, type: 'CLUB' }] };
    expect(await codeOf(here.changeInstitution(aarhus, one.cluster, version, changes, { on: dayIn(-15) }))).toBe('INVALID_INPUT');
    expect((await here.see(number)).type).toBe('AGE_INTEGRATED');
  });

  test('an employee of a private daycare does not move it into the house of another owner (R2)', async () => {
    const [one, two] = [
      await family(here, 1, { input: privateCluster, by: agency, locations: true }),
      await family(here, 1, { input: privateCluster, by: agency }),
    ];
    const employee = employeeOf(one.units[0]!);
    expect(await codeOf(here.move(employee, 'moveUnit', one.units[0]!, two.cluster, 1))).toBe('NOT_PERMITTED');
    expect(await codeOf(here.move(employee, 'moveLocation', one.locations[0]!, two.units[0]!, 1))).toBe('NOT_PERMITTED');
    expect(await codeOf(here.move(agency, 'moveUnit', one.units[0]!, two.cluster, 1))).toBeUndefined();
  });

  test("a receiving municipality's system, which sees the transfer, is told that people consent (C2)", async () => {
    const { cluster: top } = await family(here);
    const { payload } = await here.propose(aarhus, top, '0101', dayIn(10));
    expect(await codeOf(here.answer(copenhagenSystem, payload.id, true))).toBe('NOT_PERMITTED');
    expect(await codeOf(here.answer({ ...aarhus, assurance: 'LOW' }, payload.id, false))).toBe('ASSURANCE_TOO_LOW');
    expect(await codeOf(here.answer(odense, payload.id, true))).toBe('NOT_FOUND');
    expect(await codeOf(here.answer({ ...odense, assurance: 'LOW' }, payload.id, true))).toBe('NOT_FOUND');
  });

  test('who consents to a transfer of what has closed meanwhile is told that it is closed', async () => {
    const { cluster: top } = await family(here, 0);
    const { payload } = await here.propose(aarhus, top, '0101', dayIn(10));
    await here.close(aarhus, top, 1);
    expect(await codeOf(here.answer(copenhagen, payload.id, true))).toBe('DAYCARE_CLOSED');
  });

  test('a location registered while the cluster above changes hands, or closes, goes along', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { cluster: top, units } = await family(here);
      const [made] = await Promise.all([
        here.registerLocation(aarhus, { unit: units[0]!, name: 'Skovhytten', address }),
        round % 2
          ? here.changeInstitution(aarhus, top, 1, { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' })
          : here.close(aarhus, top, 1, { withChildren: true }),
        here.registerLocation(aarhus, { unit: units[0]!, name: 'Strandhytten', address }),
      ]);
      const [above, below] = [await here.see(top), made.payload && (await here.see(made.payload.daycare.number))];
      if (round % 2 && above.ownership === 'SELF_OWNED')
        expect({ round, ownership: below.ownership }).toEqual({ round, ownership: 'SELF_OWNED' });
      if (above.status === 'CLOSED' && below) expect({ round, status: below.status }).toEqual({ round, status: 'CLOSED' });
    }
  });

  test('a location that moves while the cluster above its new unit changes hands has its ownership', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, two] = [await family(here, 1, { locations: true }), await family(here)];
      const self = { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' };
      await here.changeInstitution(aarhus, one.cluster, 1, self);
      const [moved] = await Promise.all([
        here.move(aarhus, 'moveLocation', one.locations[0]!, two.units[0]!, 2),
        here.changeInstitution(aarhus, two.cluster, 1, { legalBasis: 'DAYCARE_66' }),
      ]);
      expect(moved.refused).toBeUndefined();
      expect({ round, of: (await here.see(one.locations[0]!)).legalBasis }).toEqual({ round, of: 'DAYCARE_66' });
    }
  });

  test('a company number that is told alone is compared with the production unit that is there (R8, R16)', async () => {
    const { units } = await family(here);
    const changes = { companyNumber: '90000009' };
    expect(await codeOf(here.changeUnit(aarhus, units[0]!, 1, changes))).toBe('CROSS_VALIDATION');
    expect(await codeOf(here.changeUnit(agency, units[0]!, 1, changes, { acceptFindings: ['COMPANY_NUMBER_DIFFERS'] }))).toBe(
      'CROSS_VALIDATION',
    );
    const taken = await here.changeUnit(aarhus, units[0]!, 1, changes, { acceptFindings: ['COMPANY_NUMBER_DIFFERS'] });
    expect(taken.payload.findings).toEqual([expect.objectContaining({ code: 'COMPANY_NUMBER_DIFFERS' })]);
  });

  test('a location whose company number goes along is judged with it', async () => {
    const { cluster: top, units } = await family(here);
    expect(top).toBeDefined();
    const made = await here.registerLocation(aarhus, { unit: units[0]!, name: 'Hytten', address, productionUnitNumber: '9000000002' });
    await here.changeUnit(aarhus, units[0]!, 1, { companyNumber: '90000009' }, { acceptFindings: ['COMPANY_NUMBER_DIFFERS'] });
    expect((await here.see(made.payload.daycare.number)).findings).toEqual([expect.objectContaining({ code: 'COMPANY_NUMBER_DIFFERS' })]);
  });

  const row = {
    level: 'UNIT',
    name: 'Ny',
    municipality: '0751',
    ownership: 'MUNICIPAL',
    type: 'NURSERY',
    companyNumber: '90000001',
    productionUnitNumber: '9000000001',
  };
  const top = { level: 'INSTITUTION', name: 'Ny', municipality: '0751', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_19_2' };

  test('what is loaded from a file is judged by the other registers too (R15, R17)', async () => {
    const wrong = { ...address, street: 'Findes ikke vej' };
    await here.load([
      { ...top, number: 'G71001' },
      { ...row, number: 'G71002', institution: 'G71001', address: wrong },
    ]);
    await eventually(
      () => here.see('G71002'),
      ({ findings }) => findings.some(({ code }: { code: string }) => code === 'ADDRESS_UNKNOWN'),
    );
    await here.load([{ ...row, number: 'G71002', institution: 'G71001', address }]);
    await eventually(
      () => here.see('G71002'),
      ({ findings }) => findings.length === 0,
    );
  });

  test("an act's answer shows what stands above and below as it is afterwards", async () => {
    const { cluster: number, units } = await family(here);
    const { data } = await here.ask(
      aarhus,
      `mutation($n: InstitutionNumber!) {
        first: changeInstitution(number: $n, version: 1, changes: { name: "Nyt" }) { affected { number } daycare { ... on DaycareInstitution { units { nodes { institution { name findings { code } } } } } } }
        second: changeInstitution(number: $n, version: 2, changes: { name: "Nyere" }) { daycare { ... on DaycareInstitution { units { nodes { institution { name } } } } } }
      }`,
      { n: number },
    );
    expect(data.first.daycare.units.nodes[0].institution.name).toBe('Nyt');
    expect(data.second.daycare.units.nodes[0].institution.name).toBe('Nyere');
    const closing = await here.ask(
      aarhus,
      `mutation($n: InstitutionNumber!) { closeDaycare(number: $n, version: 3, withChildren: true, reason: "x") { affected { number ... on PlacementUnit { institution { status } } } } }`,
      { n: number },
    );
    expect(closing.data.closeDaycare.affected).toContainEqual({ number: units[0], institution: { status: 'CLOSED' } });
  });

  test('an older number of any length is taken or refused, never a fault, and finds only the daycare it became', async () => {
    const find = async (text: string) =>
      (await here.ask(agency, 'query($t: String) { daycares(filter: { text: $t, status: [ACTIVE] }) { nodes { number } } }', { t: text }))
        .data.daycares.nodes;
    const [long] = await here.load([{ ...top, number: 'G71010', legacyNumbers: ['A'.repeat(30)] }]);
    expect(long).toMatchObject({ outcome: 'REFUSED', refusal: { code: 'INVALID_INPUT' } });
    await here.load([
      { ...top, number: 'G71011', legacyNumbers: ['A71011'] },
      { ...top, number: 'G71012' },
    ]);
    await here.load([{ ...top, number: 'G71012', legacyNumbers: ['A71011'] }]);
    expect(await find('A71011')).toEqual([{ number: 'G71012' }]);
  });

  test('a row that is refused leaves no older number, also where two rows say they are the same line', async () => {
    const results = await here.load([
      { ...top, number: 'G71020', line: 2 },
      { ...top, number: 'G71021', municipality: '0411', line: 2, legacyNumbers: ['A71021'] },
    ]);
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['CREATED', 'REFUSED']);
    await here.load([{ ...top, number: 'G71021' }]);
    expect((await here.see('G71021')).legacyNumbers).toEqual([]);
  });

  test.each([
    ['a line break', 'Sol\nsikken'],
    ['a zero byte', 'Sol\u0000sikken'],
    ['half a character', 'Sol\ud800sikken'],
  ])('%s in a name is refused (R13)', async (_, name) => {
    const { units } = await family(here);
    expect(await codeOf(here.changeUnit(aarhus, units[0]!, 1, { name }))).toBe('INVALID_INPUT');
  });

  test('a name of emoji is kept as it is told', async () => {
    const { units } = await family(here);
    const name = '🌻'.repeat(33);
    expect((await here.changeUnit(aarhus, units[0]!, 1, { name })).payload.daycare.name).toBe(name);
    expect((await here.see(units[0]!)).name).toBe(name);
  });

  test('what is put right on the day a daycare was registered holds from when it was registered', async () => {
    const { units } = await family(here);
    const born = dayIn(0);
    await until(2);
    const { payload, refused } = await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { on: born });
    expect(refused).toBeUndefined();
    expect(payload.daycare.name).toBe('Solen');
    expect(await codeOf(here.changeUnit(aarhus, units[0]!, 2, { name: 'Solen' }, { on: dayIn(-3) }))).toBe('INVALID_INPUT');
  });

  test('an act on a clock that was set back is not lost', async () => {
    const { units } = await family(here);
    here.clock.now += 60_000;
    await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' });
    const knownAt = new Date(here.clock.now - 2_000).toISOString();
    here.clock.now -= 5_000;
    const { payload } = await here.changeUnit(aarhus, units[0]!, 2, { name: 'Månen' });
    here.clock.now += 10_000;
    expect(payload.daycare.name).toBe('Månen');
    expect((await here.see(units[0]!)).name).toBe('Månen');
    expect((await here.see(units[0]!, { asOf: knownAt, knownAt })).name).toBe('Solsikken');
  });

  const selfOwned = { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' };
  const ahead = (number: string, days: number) => here.see(number, { asOf: new Date(here.clock.now + days * 86_400_000).toISOString() });

  test('a unit that came after a change was planned is foreseen without it when that is called off', async () => {
    const { cluster: number } = await family(here, 0);
    await here.changeInstitution(aarhus, number, 1, selfOwned, { on: dayIn(10) });
    const made = await here.registerUnit(aarhus, { ...unit, institution: number });
    const { number: under } = made.payload.daycare;
    expect((await ahead(under, 12)).ownership).toBe('SELF_OWNED');
    await here.cancel(aarhus, number, (await here.see(number)).version);
    expect((await ahead(under, 12)).ownership).toBe('MUNICIPAL');
    await until(15);
    expect((await here.see(under)).ownership).toBe('MUNICIPAL');
    expect((await ahead(under, 0)).ownership).toBe('MUNICIPAL');
  });

  test('a unit that came after a change was planned is without it when that cannot be done', async () => {
    const { cluster: number } = await family(here, 0);
    await here.changeInstitution(aarhus, number, 1, selfOwned, { on: dayIn(10) });
    const made = await here.registerUnit(aarhus, { ...unit, institution: number });
    const { number: under } = made.payload.daycare;
    await here.load([{ level: 'INSTITUTION', number, name: 'Område Nord', municipality: '0101', ownership: 'MUNICIPAL' }]);
    await until(15);
    expect((await here.see(number)).history.nodes[0].kind).toBe('PLAN_REFUSED');
    expect((await here.see(under)).ownership).toBe('MUNICIPAL');
    expect((await ahead(under, 0)).ownership).toBe('MUNICIPAL');
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
