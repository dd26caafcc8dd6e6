import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
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

const PAGE = 7;
const page = 'pageInfo { hasNextPage endCursor } nodes';

describe.each(engines)('reading the register on $engine', (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine);
  });
  afterAll(() => here.stop());
  const answer = async (query: string, variables: Record<string, unknown> = {}, actor: Actor = agency) => {
    const { data, errors } = await here.ask(actor, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const numbersOf = (nodes: readonly { number: string }[]) => nodes.map(({ number }) => number);
  const named = async (name: string, more: object = {}) => {
    const { cluster: top } = await family(here, 0);
    return (await here.registerUnit(aarhus, { ...unit, institution: top, name, ...more })).payload.daycare.number as string;
  };
  /** All keys of a list, a page at a time, with something happening between the pages. */
  const read = async (list: string, keysIn: (data: any) => { nodes: any[]; pageInfo: any }, between: (nth: number) => Promise<unknown>) => {
    const keys: string[] = [];
    for (let [after, nth] = [null as string | null, 0]; ; nth++) {
      const { nodes, pageInfo } = keysIn(await answer(`query($after: Cursor) { ${list} }`, { after }));
      keys.push(...nodes.map((node) => JSON.stringify(node)));
      if (!pageInfo.hasNextPage) return keys;
      after = pageInfo.endCursor;
      await between(nth);
    }
  };

  describe('while daycares come and go between the pages', () => {
    const once = (keys: readonly string[], staying: readonly string[]) => {
      expect(keys).toEqual([...new Set(keys)]);
      const stay = new Set(staying.map((number) => JSON.stringify({ number })));
      expect(keys.filter((key) => stay.has(key)).sort()).toEqual([...stay].sort());
      return keys;
    };

    test.each([
      ['all daycares', (_: string) => `daycares(first: ${PAGE}, after: $after, filter: { municipality: "0751" }) { ${page} { number } }`],
      [
        'what a text finds',
        (_: string) =>
          `daycares(first: ${PAGE}, after: $after, filter: { municipality: "0751", text: "solsikken" }) { ${page} { number } }`,
      ],
      [
        "a cluster's units",
        (top: string) =>
          `daycares: daycare(number: "${top}") { ... on DaycareInstitution { units(first: ${PAGE}, after: $after) { ${page} { number } } } }`,
      ],
    ])('of %s those that stay are read once each, in one order', async (_, listOf) => {
      const { cluster: top, units } = await family(here, 24);
      const [leaving, staying] = [units.filter((__, nth) => nth % 4 === 3), units.filter((__, nth) => nth % 4 !== 3)];
      const keys = await read(
        listOf(top),
        ({ daycares }) => daycares.units ?? daycares,
        async (nth) => {
          await here.registerUnit(aarhus, { ...unit, institution: top });
          if (leaving[nth]) await here.close(aarhus, leaving[nth], 1);
          await here.changeUnit(aarhus, staying[nth]!, (await here.see(staying[nth]!)).version, { phone: '71000000' });
        },
      );
      once(keys, staying);
      expect(keys).toEqual([...keys].sort());
    });

    test("a daycare's history and the transfers are read once each, the newest first, whatever is added meanwhile", async () => {
      const made = await Promise.all(Array.from({ length: 16 }, () => family(here, 0)));
      const number = made[0]!.cluster;
      for (let version = 1; version <= 16; version++) await here.changeInstitution(aarhus, number, version, { name: `Name ${version}` });
      for (const { cluster: top } of made) await here.propose(aarhus, top, '0101', here.day(90));
      const happened = await read(
        `daycare(number: "${number}") { history(first: ${PAGE}, after: $after) { ${page} { kind changes { after } } } }`,
        ({ daycare }) => daycare.history,
        (nth) => here.changeInstitution(aarhus, number, 17 + nth, { name: `Later ${nth}` }),
      );
      expect(happened.slice(0, -1)).toEqual(
        Array.from({ length: 16 }, (_, nth) => JSON.stringify({ kind: 'CHANGED', changes: [{ after: `Name ${16 - nth}` }] })),
      );
      const proposed = await read(
        `transfers(first: ${PAGE}, after: $after) { ${page} { daycare { number } } }`,
        ({ transfers }) => transfers,
        async () => here.propose(aarhus, (await family(here, 0)).cluster, '0101', here.day(90)),
      );
      expect(proposed.slice(0, 16)).toEqual(made.map((each) => JSON.stringify({ daycare: { number: each.cluster } })).reverse());
    });
  });

  test('a name is found however its Danish letters are written, the whole name before a part of it', async () => {
    const found = async (text: string) =>
      numbersOf(
        (await answer('query($t: String) { daycares(filter: { text: $t }, first: 50) { nodes { number } } }', { t: text })).daycares.nodes,
      );
    const [aal, long] = [await named('Ålekisten'), await named('Børnehuset Ålekisten')];
    const [aeroe, oester] = [await named('Ærøgården'), await named('Østerhåb', { address: { ...address, street: 'Sønder Ågade' } })];
    for (const spelt of ['Ålekisten', 'aalekisten', 'AALEKISTEN', 'ålekist']) expect(await found(spelt)).toEqual([aal, long]);
    for (const spelt of ['ærøgården', 'aeroegaarden', 'Ærøgaarden', 'aerøgården']) expect(await found(spelt)).toEqual([aeroe]);
    for (const spelt of ['østerhåb', 'oesterhaab', 'Østerhaab', 'sønder ågade', 'Soender Aagade'])
      expect(await found(spelt)).toContain(oester);
    expect(await found(aeroe)).toEqual([aeroe]);
    expect(await found('børnehuset ærøgården')).toEqual([]);
  });

  test('what carries a finding is listed by it, alone or with other filters, as long as it does', async () => {
    const { cluster: top } = await family(here, 0);
    const bare = await named('Uden numre', { companyNumber: undefined, productionUnitNumber: undefined });
    const found = async (finding: string[], more = '') =>
      numbersOf(
        (
          await answer(
            `query($f: [String!]) { daycares(first: 500, filter: { finding: $f, municipality: "0751" ${more} }) { nodes { number } } }`,
            {
              f: finding,
            },
          )
        ).daycares.nodes,
      );
    const [code] = (await here.see(bare)).findings.map((each: { code: string }) => each.code);
    expect(await found(['WITHOUT_UNIT'])).toContain(top);
    expect(await found([code])).toEqual([bare]);
    expect(await found(['WITHOUT_UNIT', code])).toEqual(expect.arrayContaining([top, bare]));
    expect(await found(['WITHOUT_UNIT', code], 'level: UNIT')).toEqual([bare]);
    for (const none of [[], ['NO_SUCH_FINDING']]) expect(await found(none)).toEqual([]);
    await here.changeUnit(aarhus, bare, 1, { companyNumber: '90000001', productionUnitNumber: '9000000001' });
    await here.registerUnit(aarhus, { ...unit, institution: top });
    expect(await found(['WITHOUT_UNIT', code], 'level: UNIT')).toEqual([]);
    expect(await found(['WITHOUT_UNIT'])).not.toContain(top);
  });

  test('the register by month is what one counts who asks for each daycare as it was at the end of the month', async () => {
    const odense = { ...cluster, municipality: '0461' };
    const own: string[] = [];
    for (let month = 0; month < 5; month++) {
      const { cluster: top, units } = await family(here, 3, { input: odense, by: agency });
      own.push(top, ...units);
      here.clock.now += 33 * DAY;
      await here.close(agency, units[0]!, 1);
      await here.close(agency, units[1]!, 1, { on: here.day(25 + 20 * month) });
      const late = { ...unit, institution: top, on: here.day(-20 + month) };
      own.push((await here.registerUnit(agency, late)).payload.daycare.number);
      const selfOwned = { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' };
      await here.changeInstitution(agency, top, 1, selfOwned, { on: here.day(month % 2 ? -15 : 15) });
    }
    const { registerStatistics } = await answer(
      'query($from: Date) { registerStatistics(by: [MONTH, LEVEL, OWNERSHIP, STATUS], from: $from, filter: { municipality: "0461", status: [PLANNED, ACTIVE, CLOSED] }) { daycares keys { key } } }',
      { from: here.day(-200) },
    );
    const counted = new Map<string, number>(
      registerStatistics.map(({ daycares, keys }: any) => [keys.map(({ key }: { key: string }) => key).join(' '), daycares]),
    );
    const byHand = new Map<string, number>();
    const months = [...new Set(Array.from({ length: 201 }, (_, nth) => here.day(-nth).slice(0, 7)))];
    for (const month of months)
      for (const number of own) {
        const { code, level, ownership, status } = await here.see(number, { asOf: lastMomentOf(month) });
        const key = [month, level, ownership, status].join(' ');
        if (!code) byHand.set(key, (byHand.get(key) ?? 0) + 1);
      }
    expect([...counted].sort()).toEqual([...byHand].sort());
    expect(new Set([...counted.keys()].map((key) => key.slice(8))).size).toBeGreaterThan(4);
  });

  /** The last moment of a Danish month, or now while it runs; in the two hours before it nothing happens here. */
  const lastMomentOf = (month: string) => {
    const next = new Date(`${month}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1);
    return new Date(Math.min(next.getTime() - 2 * 3_600_000 - 1, here.clock.now)).toISOString();
  };

  test.each([
    ['a supplier', actorWith([{ role: 'SUPPLIER', supplier: '1001' }])],
    ["a supplier's system", actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1001' }])],
    ["a municipality's dashboard", actorWith([{ role: 'DASHBOARD', municipality: '0751' }])],
    ['a citizen', actorWith([{ role: 'CITIZEN' }])],
    ['another municipality', actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0461' }])],
  ])("%s reads the register, but sees no person's name and nobody's transfers", async (_, actor) => {
    const { cluster: top, units } = await family(here);
    await here.propose(aarhus, top, '0101', here.day(90));
    const query = `query($n: InstitutionNumber!) { daycare(number: $n) { name history { nodes { byPerson byOrganisation standing } } }
      daycares(first: 3) { nodes { number } } municipality(code: "0751") { daycares(first: 1) { totalCount } } registerStatistics(by: [LEVEL]) { daycares }
      daycareChanges(first: 3) { changes { kind } } duplicateCandidates(municipality: "0751", first: 1) { nodes { score } } transfers { totalCount nodes { id } } }`;
    const seen = await answer(query, { n: units[0] }, actor);
    expect(seen).toMatchObject({
      daycare: {
        name: 'Solsikken',
        history: { nodes: [{ byPerson: null, byOrganisation: 'Aarhus Kommune', standing: 'municipal employee' }] },
      },
      transfers: { totalCount: 0, nodes: [] },
    });
    expect([seen.daycares.nodes.length, seen.daycareChanges.changes.length]).toEqual([3, 3]);
    for (const concerned of [aarhus, agency]) {
      const { daycare, transfers } = await answer(query, { n: units[0] }, concerned);
      expect(daycare.history.nodes[0].byPerson).toBe(aarhus.name);
      expect(transfers.totalCount).toBeGreaterThan(0);
    }
    expect((await answer(query, { n: units[0] }, copenhagen)).transfers.totalCount).toBeGreaterThan(0);
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
