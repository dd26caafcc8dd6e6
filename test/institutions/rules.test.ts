import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AddressVerdict, ProductionUnitVerdict } from '../../subgraphs/institutions/domain/upkeep/other-registers.ts';
import { engines } from '../support/databases.ts';
import { actorWith } from '../support/subgraphs.ts';
import { eventually } from '../support/installation.ts';
import {
  aarhus,
  aarhusSystem,
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

// What the registers beside ours answer in these tests: one street is unknown, some production units are not as they should be.
const street = { known: new Set(['Åvej', 'Ny vej']), edition: '1' };
const inactive = new Map<string, ProductionUnitVerdict>([
  ['9000000404', { answer: 'UNKNOWN' }],
  ['9000000410', { answer: 'INACTIVE', since: '2026-01-31' }],
]);
const others = {
  addressRegister: {
    edition: async () => street.edition,
    judge: async (asked: readonly { street: string | null }[]): Promise<AddressVerdict[]> =>
      asked.map((each) =>
        street.known.has(each.street ?? '') ? { answer: 'KNOWN' } : { answer: 'UNKNOWN', nearest: 'Åvej 1, 8000 Aarhus C' },
      ),
  },
  companyRegister: {
    edition: async () => '1',
    judge: async (units: readonly string[]): Promise<ProductionUnitVerdict[]> =>
      units.map((each) => inactive.get(each) ?? { answer: 'ACTIVE', companyNumber: '90000001' }),
  },
};
const privateCluster = { ...cluster, ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' };
const selfOwned = { ...cluster, ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' };

describe.each(engines)("the register's rules on $engine", (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine, others);
  });
  afterAll(() => here.stop());
  const codeOf = async (refused: Promise<{ refused?: { code: string; rule?: string } }>) => {
    const { refused: told } = await refused;
    return [told?.code, told?.rule];
  };

  test('R1 the municipality creates, changes and closes municipal and self-owned daycares of its own area, nobody else there', async () => {
    for (const input of [cluster, selfOwned]) {
      const { units } = await family(here, 1, { input });
      expect((await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' })).payload.daycare.name).toBe('Solen');
      expect(await codeOf(here.changeUnit(copenhagen, units[0]!, 2, { name: 'Månen' }))).toEqual(['NOT_PERMITTED', 'R1']);
      expect((await here.close(aarhus, units[0]!, 2)).payload.daycare.status).toBe('CLOSED');
    }
  });

  test("R2 a private daycare is kept by its own employee, who has no say over another's", async () => {
    const { units } = await family(here, 2, { input: privateCluster, by: agency });
    const employee = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: units[0]! }]);
    expect((await here.changeUnit(employee, units[0]!, 1, { phone: '71000000' })).payload.daycare.phone).toBe('71000000');
    expect(await codeOf(here.changeUnit(employee, units[1]!, 1, { phone: '71000000' }))).toEqual(['NOT_PERMITTED', 'R2']);
    expect(await codeOf(here.changeUnit(aarhus, units[0]!, 2, { phone: '72000000' }))).toEqual(['NOT_PERMITTED', 'R2']);
  });

  test('R3 what exists is in the register and asked for by anybody who has come in', async () => {
    const { units } = await family(here);
    expect((await here.see(units[0]!)).name).toBe('Solsikken');
  });

  test('R4 who changed what, from what to what, and why stands in the history', async () => {
    const { units } = await family(here);
    await here.changeUnit(aarhus, units[0]!, 1, { name: 'Solen' }, { reason: 'A new sign' });
    const { history } = await here.see(units[0]!);
    expect(history.nodes[0]).toMatchObject({
      kind: 'CHANGED',
      standing: 'municipal employee',
      byOrganisation: 'Aarhus Kommune',
      comment: 'A new sign',
      changes: [{ field: 'name', before: 'Solsikken', after: 'Solen' }],
    });
  });

  test("R5 the municipality's own system does the normal upkeep", async () => {
    const { units } = await family(here, 1, { by: aarhusSystem });
    const { payload } = await here.changeUnit(aarhusSystem, units[0]!, 1, { name: 'Solen' });
    expect(payload.daycare.name).toBe('Solen');
    expect((await here.see(units[0]!)).history.nodes[0].standing).toBe('municipal system');
  });

  test('R6, R7 the agency may do it on request without anybody else, and is logged as the agency', async () => {
    const { units } = await family(here);
    await here.changeUnit(agency, units[0]!, 1, { name: 'Solen' }, { reason: 'Asked by secure mail' });
    expect((await here.see(units[0]!)).history.nodes[0]).toMatchObject({ standing: 'agency', byOrganisation: 'The agency' });
  });

  test('R8 the agency makes no change that deviates from the company register, not even as a finding', async () => {
    const { units } = await family(here);
    const accepted = { acceptFindings: ['PRODUCTION_UNIT_INACTIVE'] };
    const changes = { productionUnitNumber: '9000000410' };
    expect(await codeOf(here.changeUnit(agency, units[0]!, 1, changes, accepted))).toEqual(['PRODUCTION_UNIT_INACTIVE', 'R8']);
    expect((await here.changeUnit(aarhus, units[0]!, 1, changes, accepted)).payload.daycare.productionUnitNumber).toBe('9000000410');
  });

  test('R9 a unit is registered under a cluster and a location under a unit, nothing under anything else', async () => {
    const { cluster: top, units, locations } = await family(here, 1, { locations: true });
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: units[0]! }))).toEqual(['INVALID_INPUT', 'R9']);
    expect(await codeOf(here.registerLocation(aarhus, { unit: top, name: 'Hytten', address }))).toEqual(['INVALID_INPUT', 'R9']);
    expect(await codeOf(here.registerLocation(aarhus, { unit: locations[0]!, name: 'Hytten', address }))).toEqual(['INVALID_INPUT', 'R9']);
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: 'G00001' }))).toEqual(['NOT_FOUND', undefined]);
  });

  test('R10 the register issues the numbers, each once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => here.registerInstitution(aarhus, cluster)));
    const numbers = made.map(({ payload }) => payload.daycare.number);
    expect(new Set(numbers).size).toBe(8);
    for (const number of numbers) expect(number).toMatch(/^G\d{5}$/);
  });

  test('R11 a daycare is a cluster and a unit: a cluster alone is told as unfinished', async () => {
    const { payload } = await here.registerInstitution(agency, cluster);
    expect(payload.findings).toEqual([expect.objectContaining({ code: 'WITHOUT_UNIT' })]);
    await here.registerUnit(agency, { ...unit, institution: payload.daycare.number });
    expect((await here.see(payload.daycare.number)).findings).toEqual([]);
  });

  test("R12 a private daycare is registered by the agency on the owner's order, with all that the order must carry", async () => {
    expect(await codeOf(here.registerInstitution(aarhus, privateCluster))).toEqual(['NOT_PERMITTED', 'R12']);
    const { payload } = await here.registerInstitution(agency, privateCluster);
    const order = { ...unit, institution: payload.daycare.number };
    for (const missing of ['productionUnitNumber', 'email', 'phone'])
      expect(await codeOf(here.registerUnit(agency, { ...order, [missing]: undefined }))).toEqual(['INVALID_INPUT', 'R12']);
    expect((await here.registerUnit(agency, order)).payload.daycare.ownership).toBe('PRIVATE');
  });

  test.each([
    ['a name of 132 letters of two bytes', { name: 'Å'.repeat(67) }],
    ['an empty name', { name: '  ' }],
    ['a company number of seven digits', { companyNumber: '9000000' }],
    ['a production unit number with letters', { productionUnitNumber: '90000000AB' }],
    ['a telephone number of 21 characters', { phone: '1'.repeat(21) }],
    ['a postal code of three digits', { address: { ...address, postalCode: '800' } }],
    ['no street', { address: { ...address, street: ' ' } }],
    ['a latitude of 91 degrees', { address: { ...address, latitude: 91 } }],
  ])('R13 %s is refused, and nothing changes', async (_, wrong) => {
    const { cluster: top } = await family(here, 0);
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: top, ...wrong }))).toEqual(['INVALID_INPUT', 'R13']);
    expect((await here.see(top)).units.nodes).toEqual([]);
  });

  test('R13 66 letters of two bytes fit into a name', async () => {
    const { cluster: top } = await family(here, 0);
    expect((await here.registerUnit(aarhus, { ...unit, institution: top, name: 'Å'.repeat(66) })).payload.daycare.name).toHaveLength(66);
  });

  test('R14 codes are looked up in their tables: municipality and postal code', async () => {
    expect(await codeOf(here.registerInstitution(agency, { ...cluster, municipality: '0411' }))).toEqual(['INVALID_INPUT', 'R14']);
    const { cluster: top } = await family(here, 0);
    const wrong = { ...address, postalCode: '0001' };
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: top, address: wrong }))).toEqual(['INVALID_INPUT', 'R14']);
    expect(
      await codeOf(here.registerUnit(aarhus, { ...unit, institution: top, address: { ...address, municipalityCode: '0411' } })),
    ).toEqual(['INVALID_INPUT', 'R14']);
  });

  test('R15 an address that the address register does not know is refused with one much like it, or taken with a finding and a deadline (P17)', async () => {
    const { units } = await family(here);
    const changes = { address: { ...address, street: 'Åvejj' } };
    const { refused } = await here.changeUnit(aarhus, units[0]!, 1, changes);
    expect(refused).toMatchObject({ code: 'ADDRESS_UNKNOWN', rule: 'R15', because: expect.stringContaining('Åvej 1, 8000 Aarhus C') });
    const { payload } = await here.changeUnit(aarhus, units[0]!, 1, changes, { acceptFindings: ['ADDRESS_UNKNOWN'] });
    expect(payload.findings).toEqual([expect.objectContaining({ code: 'ADDRESS_UNKNOWN', deadline: '2026-12-25' })]);
    const mended = await here.changeUnit(aarhus, units[0]!, 2, { address });
    expect(mended.payload.findings).toEqual([]);
  });

  test('R16 the production unit is active in the company register, and brings its company number along (2.3)', async () => {
    const { cluster: top } = await family(here, 0);
    for (const productionUnitNumber of inactive.keys())
      expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: top, productionUnitNumber }))).toEqual([
        'PRODUCTION_UNIT_INACTIVE',
        'R16',
      ]);
    const { payload } = await here.registerUnit(aarhus, { ...unit, institution: top, companyNumber: undefined });
    expect(payload.daycare).toMatchObject({ companyNumber: '90000001', acceptsUsers: true });
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: top, companyNumber: '90000009' }))).toEqual([
      'CROSS_VALIDATION',
      'R16',
    ]);
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: top }, { acceptFindings: ['NONSENSE'] }))).toEqual([
      'INVALID_INPUT',
      undefined,
    ]);
  });

  test("R17 what is in the register is judged anew when another register's answer changes, not once a month", async () => {
    const { units } = await family(here, 1);
    await here.changeUnit(aarhus, units[0]!, 1, { address: { ...address, street: 'Ny vej' } });
    expect((await here.see(units[0]!)).findings).toEqual([]);
    street.known.delete('Ny vej');
    street.edition = '2';
    await eventually(
      () => here.see(units[0]!),
      ({ findings }) => findings.length === 1 && findings[0].code === 'ADDRESS_UNKNOWN',
    );
    street.known.add('Ny vej');
    street.edition = '3';
    await eventually(
      () => here.see(units[0]!),
      ({ findings }) => findings.length === 0,
    );
  });

  test('R18 several daycares may share a production unit', async () => {
    const { units } = await family(here, 2);
    const [first, second] = await Promise.all(units.map((number) => here.see(number)));
    expect(first.productionUnitNumber).toBe(second.productionUnitNumber);
  });

  test('R19, R20 neither the name of the company nor a double is looked at when something is registered', async () => {
    const { units } = await family(here, 2);
    expect(units).toHaveLength(2);
  });

  test('R21 an address that is wrong elsewhere stops nobody: it is taken as a finding until it is mended there', async () => {
    const { cluster: top } = await family(here, 0);
    street.known.delete('Gamle vej');
    const input = { ...unit, institution: top, address: { ...address, street: 'Gamle vej' } };
    const { payload } = await here.registerUnit(aarhus, input, { acceptFindings: ['ADDRESS_UNKNOWN'] });
    expect(payload.findings).toEqual([expect.objectContaining({ code: 'ADDRESS_UNKNOWN' })]);
    street.known.add('Gamle vej');
    street.edition = '4';
    await eventually(
      () => here.see(payload.daycare.number),
      ({ findings }) => findings.length === 0,
    );
    street.known.delete('Gamle vej');
  });

  test('R22 ownership, section of law and kind fit together whenever one of them is told, and where a unit moves to', async () => {
    expect(await codeOf(here.registerInstitution(aarhus, { ...cluster, legalBasis: 'DAYCARE_19_3' }))).toEqual(['CROSS_VALIDATION', 'R22']);
    const one = await family(here, 1, { input: { ...cluster, legalBasis: 'DAYCARE_21_2' } });
    const two = await family(here, 0, { input: selfOwned });
    expect((await here.changeUnit(aarhus, one.units[0]!, 1, { type: 'CHILDMINDING' })).payload.daycare.type).toBe('CHILDMINDING');
    expect(await codeOf(here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 2))).toEqual(['CROSS_VALIDATION', 'R22']);
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: two.cluster, type: 'CHILDMINDING' }))).toEqual([
      'CROSS_VALIDATION',
      'R22',
    ]);
  });

  test('R23 a row that breaks it stays, carries a finding, and may be changed in what has nothing to do with it', async () => {
    await here.load([
      { level: 'INSTITUTION', number: 'G91230', name: 'Old', municipality: '0751', ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' },
      {
        level: 'UNIT',
        number: 'G81230',
        institution: 'G91230',
        name: 'Old',
        municipality: '0751',
        ownership: 'SELF_OWNED',
        type: 'CHILDMINDING',
        address,
        companyNumber: '90000001',
        productionUnitNumber: '9000000001',
      },
    ]);
    expect((await here.see('G81230')).findings).toEqual([expect.objectContaining({ code: 'CROSS_VALIDATION' })]);
    expect((await here.changeUnit(aarhus, 'G81230', 1, { phone: '70000001' })).payload.findings).toEqual([
      expect.objectContaining({ code: 'CROSS_VALIDATION' }),
    ]);
    expect(await codeOf(here.changeUnit(aarhus, 'G81230', 2, { type: 'CLUB' }))).toEqual([undefined, undefined]);
    expect((await here.see('G81230')).findings).toEqual([]);
  });

  test('R25 kind, municipality, section of law and ownership may change; ownership by who keeps it under both forms', async () => {
    const { cluster: top, units } = await family(here);
    const both = await here.changeInstitution(aarhus, top, 1, { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' });
    expect(both.payload.consequences).toEqual([expect.objectContaining({ kind: 'INHERITED', count: 1 })]);
    expect((await here.see(units[0]!)).ownership).toBe('SELF_OWNED');
    const toPrivate = { ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' };
    expect(await codeOf(here.changeInstitution(aarhus, top, 2, toPrivate))).toEqual(['NOT_PERMITTED', 'R25']);
    expect((await here.changeInstitution(agency, top, 2, toPrivate)).payload.daycare.ownership).toBe('PRIVATE');
  });

  test('R26 a unit moves to another cluster, a location to another unit, within one municipality only', async () => {
    const [one, two] = [await family(here, 1, { locations: true }), await family(here)];
    const elsewhere = await family(here, 1, { input: { ...cluster, municipality: '0101' }, by: copenhagen });
    expect(await codeOf(here.move(aarhus, 'moveUnit', one.units[0]!, elsewhere.cluster, 1))).toEqual(['MOVE_ACROSS_MUNICIPALITY', 'R26']);
    expect(await codeOf(here.move(aarhus, 'moveLocation', one.locations[0]!, elsewhere.units[0]!, 1))).toEqual([
      'MOVE_ACROSS_MUNICIPALITY',
      'R26',
    ]);
    expect((await here.move(aarhus, 'moveLocation', one.locations[0]!, two.units[0]!, 1)).payload.daycare.unit.number).toBe(two.units[0]);
    expect(await codeOf(here.move(aarhus, 'moveUnit', one.locations[0]!, two.cluster, 2))).toEqual(['INVALID_INPUT', undefined]);
  });

  test('R27 a unit that moves takes its locations along', async () => {
    const [one, two] = [await family(here, 1, { locations: true }), await family(here, 0)];
    const { payload } = await here.move(aarhus, 'moveUnit', one.units[0]!, two.cluster, 1);
    expect(payload.affected.map((each: { number: string }) => each.number)).toEqual([one.units[0], one.locations[0]]);
    expect((await here.see(two.cluster)).units.nodes).toEqual([{ number: one.units[0] }]);
    expect((await here.see(one.locations[0]!)).history.nodes[0]).toMatchObject({
      kind: 'MOVED',
      changes: [{ field: 'institution', before: one.cluster, after: two.cluster }],
    });
  });

  test('R28 what is closed stays closed, and its number is never used again', async () => {
    const { cluster: top, units } = await family(here);
    await here.close(aarhus, units[0]!, 1);
    expect(await codeOf(here.changeUnit(aarhus, units[0]!, 2, { name: 'Again' }))).toEqual(['DAYCARE_CLOSED', 'R28']);
    expect(await codeOf(here.close(aarhus, units[0]!, 2))).toEqual(['DAYCARE_CLOSED', 'R28']);
    await here.close(aarhus, top, 1);
    expect(await codeOf(here.registerUnit(aarhus, { ...unit, institution: top }))).toEqual(['DAYCARE_CLOSED', 'R28']);
    const [result] = await here.load([{ level: 'INSTITUTION', number: top, name: 'Again', municipality: '0751', ownership: 'MUNICIPAL' }]);
    expect(result).toMatchObject({ outcome: 'REFUSED', refusal: { code: 'NUMBER_RETIRED' } });
  });

  test('R29 nothing closes over what is open under it: the list is told, or all of it closes in order', async () => {
    const { cluster: top, units, locations } = await family(here, 2, { locations: true });
    const { refused } = await here.close(aarhus, top, 1);
    expect(refused).toMatchObject({ code: 'HAS_OPEN_CHILDREN', rule: 'R29' });
    expect(refused.facts.map(({ value }: { value: string }) => value).sort()).toEqual([...units].sort());
    expect(await codeOf(here.close(aarhus, units[0]!, 1))).toEqual(['HAS_OPEN_CHILDREN', 'R29']);
    const { payload } = await here.close(aarhus, top, 1, { withChildren: true });
    expect(payload.consequences).toEqual([
      expect.objectContaining({ kind: 'CLOSES_WITH', count: 4 }),
      // The locations have no production unit, so nobody is tied to them.
      expect.objectContaining({ kind: 'ACCESSES_AND_TIES_END', count: 2 }),
    ]);
    for (const number of [top, ...units, ...locations]) expect((await here.see(number)).status).toBe('CLOSED');
  });

  test('R30 a merger and a split are recorded both ways, without loops', async () => {
    const { units } = await family(here, 4);
    const [a, b, c, d] = units as [string, string, string, string];
    await here.close(aarhus, a, 1, { succeededBy: [b] });
    await here.close(aarhus, b, 1, { succeededBy: [c, d] });
    expect((await here.see(b)).predecessors).toEqual([{ number: a }]);
    expect((await here.see(b)).successors.map((each: { number: string }) => each.number)).toEqual([c, d].sort());
    expect(await codeOf(here.close(aarhus, c, 1, { succeededBy: [c] }))).toEqual(['INVALID_INPUT', undefined]);
    expect(await codeOf(here.close(aarhus, c, 1, { succeededBy: [a] }))).toEqual(['INVALID_INPUT', undefined]);
  });

  test('R30 two that are planned to follow after each other are a loop, and refused', async () => {
    const { units } = await family(here, 2);
    const [a, b] = units as [string, string];
    expect((await here.close(aarhus, a, 1, { succeededBy: [b], on: '2027-02-01' })).refused).toBeUndefined();
    expect(await codeOf(here.close(aarhus, b, 1, { succeededBy: [a], on: '2027-02-01' }))).toEqual(['INVALID_INPUT', undefined]);
    expect(await codeOf(here.close(aarhus, b, 1, { succeededBy: [a], on: '2027-03-01' }))).toEqual(['INVALID_INPUT', undefined]);
  });

  test('R31 a deletion is a closing: the number answers for ever, as closed, with what was true until then', async () => {
    const { units } = await family(here);
    await here.close(aarhus, units[0]!, 1);
    expect(await here.see(units[0]!)).toMatchObject({ status: 'CLOSED', name: 'Solsikken', acceptsUsers: false });
  });

  test('R32 a closing shows beforehand where accesses and ties end, and keeps nothing of the showing', async () => {
    const { cluster: top, units } = await family(here, 2);
    const { payload } = await here.close(aarhus, top, 1, { withChildren: true, dryRun: true });
    expect(payload).toMatchObject({
      dryRun: true,
      consequences: expect.arrayContaining([expect.objectContaining({ kind: 'ACCESSES_AND_TIES_END', count: 2 })]),
    });
    expect(payload.affected.map((each: { number: string }) => each.number).sort()).toEqual([top, ...units].sort());
    expect((await here.see(top)).status).toBe('ACTIVE');
  });

  test('C1 a cluster that is left without a unit is a finding with an age, not an error', async () => {
    const { cluster: top, units } = await family(here);
    await here.close(aarhus, units[0]!, 1);
    const closedAt = here.clock.now;
    expect((await here.see(top)).findings).toEqual([
      expect.objectContaining({ code: 'WITHOUT_UNIT', since: new Date(closedAt).toISOString() }),
    ]);
    here.clock.now += 40 * DAY;
    await here.registerUnit(aarhus, { ...unit, institution: top });
    expect((await here.see(top)).findings).toEqual([]);
  });

  test('C2 a cluster goes to another municipality by consent of both, on its day, with all that is under it', async () => {
    const { cluster: top, units, locations } = await family(here, 1, { locations: true });
    expect(await codeOf(here.propose(copenhagen, top, '0101', '2027-05-01'))).toEqual(['NOT_PERMITTED', 'R1']);
    const { payload: transfer } = await here.propose(aarhus, top, '0101', '2027-05-01');
    expect(transfer).toMatchObject({ state: 'PROPOSED', from: { code: '0751' }, to: { code: '0101' } });
    expect(await codeOf(here.propose(aarhus, top, '0461', '2027-05-01'))).toEqual(['STATE_CONFLICT', 'C2']);
    const odense = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0461' }]);
    expect(await codeOf(here.answer(odense, transfer.id, true))).toEqual(['NOT_FOUND', undefined]);
    expect(await codeOf(here.answer(aarhus, transfer.id, true))).toEqual(['NOT_PERMITTED', 'C2']);
    expect((await here.answer(copenhagen, transfer.id, true)).payload.state).toBe('ACCEPTED');
    expect(await codeOf(here.answer(copenhagen, transfer.id, true))).toEqual(['STATE_CONFLICT', 'C2']);
    expect((await here.see(top)).municipality.code).toBe('0751');
    here.clock.now = Date.parse('2027-04-30T22:30:00Z');
    await eventually(
      () => here.see(units[0]!),
      ({ municipality }) => municipality.code === '0101',
    );
    for (const number of [top, locations[0]!]) expect((await here.see(number)).municipality.code).toBe('0101');
    expect((await here.see(top)).history.nodes[0].kind).toBe('TRANSFERRED');
    expect(await codeOf(here.changeUnit(aarhus, units[0]!, (await here.see(units[0]!)).version, { name: 'Mine' }))).toEqual([
      'NOT_PERMITTED',
      'R1',
    ]);
  });

  test('C2 a proposal may be refused, or taken back, and then nothing happens', async () => {
    const { cluster: top } = await family(here, 1);
    for (const actor of [copenhagen, aarhus]) {
      const { payload: transfer } = await here.propose(aarhus, top, '0101', '2028-05-01');
      expect((await here.answer(actor, transfer.id, false, 'No')).payload.state).toBe('REFUSED');
    }
    expect((await here.see(top)).planned).toEqual([]);
  });

  test('C3 a cluster and units that break the cross-check are put right in one call, all three facts at once', async () => {
    await here.load([
      { level: 'INSTITUTION', number: 'G91240', name: 'Old', municipality: '0751', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_19_3' },
      {
        level: 'UNIT',
        number: 'G81240',
        institution: 'G91240',
        name: 'Old',
        municipality: '0751',
        ownership: 'MUNICIPAL',
        type: 'SPECIAL',
        address,
        companyNumber: '90000001',
        productionUnitNumber: '9000000001',
      },
    ]);
    const outsourced = { ownership: 'OUTSOURCED', legalBasis: 'DAYCARE_19_4' };
    expect(await codeOf(here.changeInstitution(aarhus, 'G91240', 1, outsourced))).toEqual(['CROSS_VALIDATION', 'R22']);
    const { payload } = await here.changeInstitution(aarhus, 'G91240', 1, {
      ...outsourced,
      unitTypes: [{ number: 'G81240', type: 'NURSERY' }],
    });
    expect(payload.findings).toEqual([]);
    expect(await here.see('G81240')).toMatchObject({ ownership: 'OUTSOURCED', legalBasis: 'DAYCARE_19_4', type: 'NURSERY', findings: [] });
  });

  test('C5 likely doubles are a list to look at; nothing is blocked, and a pair that was looked at goes', async () => {
    const { units } = await family(here, 2, { input: { ...cluster, municipality: '0101' }, by: copenhagen });
    const list = async () =>
      (
        await here.ask(
          agency,
          '{ duplicateCandidates(municipality: "0101", first: 100) { totalCount nodes { score because daycares { number } } } }',
        )
      ).data.duplicateCandidates;
    const pair = (await list()).nodes.find(({ daycares }: { daycares: { number: string }[] }) =>
      daycares.every(({ number }) => units.includes(number)),
    );
    expect(pair).toMatchObject({ because: expect.arrayContaining([expect.stringContaining('production unit')]) });
    const dismiss = 'mutation($n: [InstitutionNumber!]!) { dismissDuplicate(numbers: $n, reason: "Two houses") }';
    expect((await here.ask(aarhus, dismiss, { n: units })).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
    const before = (await list()).totalCount;
    expect((await here.ask(copenhagen, dismiss, { n: units })).data.dismissDuplicate).toBe(true);
    expect((await list()).totalCount).toBe(before - 1);
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
