import { activated, citizen } from './support/citizens.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { engines } from '../support/databases.ts';
import { agency } from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';
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
} from './support/neighbourhood.ts';

const national = actorWith([{ role: 'DASHBOARD' }]);
const municipal = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
const dashboard = actorWith([{ role: 'DASHBOARD', municipality: '0751' }]);
const numbers = 'persons imports notices begun ended refused activated';

interface Count {
  readonly keys: readonly { readonly key: string; readonly label: string }[];
  readonly persons: number;
  readonly imports: number;
  readonly notices: number;
  readonly begun: number;
  readonly ended: number;
  readonly refused: number;
}

describe.each(engines)('the numbers of identities on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    await town.daycare('G10010');
    await town.daycare('G10011', { ownership: 'SELF_OWNED', type: 'NURSERY' });
    await town.daycare('G10012');
    await town.daycare('G30001', { municipality: '0101' });
    await town.daycare('G30002', { ownership: 'PRIVATE' });
    await town.sends('S1', 'G10010', 'G10011', 'G30001', 'G30002');
    const mother = contact({ id: 'M', number: numberOf(2) });
    await send('G10010', [child({ id: 'K', number: numberOf(1) }, { contacts: [mother] }), employee({ id: 'E' }), employee({ id: 'L' })]);
    await send('G10010', [employee({ id: 'E' }), { localPersonId: 'nobody', person: { firstName: 'No' }, employee: {} }]);
    await send('G10011', [employee({ id: 'A' }), employee({ id: 'B' })]);
    await send('G30001', [employee({ id: 'C' })]);
    await send('G30002', [employee({ id: 'D' }), employee({ id: 'F' }), employee({ id: 'G' })]);
    const older = { sourceDateTime: '2020-01-01T00:00:00Z' };
    expect((await send('G10011', [employee({ id: 'A' })], older)).state).toBe('REFUSED');
  });
  afterAll(() => town.stop());

  const send = async (daycare: string, persons: readonly object[], more: object = {}) =>
    (await town.ask(placement, submit, { input: documentOf(daycare, persons, more) })).data.submitImport;
  const asked = (actor: Actor, args: string) =>
    town.ask(actor, `{ identityStatistics(${args}) { keys { dimension key label } ${numbers} } }`);
  const count = async (actor: Actor, args: string): Promise<Count[]> => {
    const { data, errors } = await asked(actor, args);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.identityStatistics;
  };
  const refused = async (actor: Actor, args: string) => (await asked(actor, args)).errors?.[0];
  const listed = (counts: readonly Count[], of: 'persons' | 'imports' | 'notices') =>
    counts.map((each) => [...each.keys.map(({ key }) => key), each[of]]);

  test('are what a recount of the documents and of the people finds', async () => {
    const selection = `people { totalCount } identitySummary { children employees externals contacts } imports(first: 100) { nodes { counts { begun ended refused } notices { totalCount } } }`;
    const { data, errors } = await town.onDaycares(responsible, ['G10010', 'G10011', 'G10012'], selection);
    expect(errors).toBeUndefined();
    const runs = data._entities.flatMap(({ imports }: { imports: { nodes: object[] } }) => imports.nodes);
    const sum = (of: (run: never) => number) => runs.reduce((total: number, run: never) => total + of(run), 0);
    const recounted = {
      persons: data._entities.reduce((total: number, { people }: { people: { totalCount: number } }) => total + people.totalCount, 0),
      imports: runs.length,
      notices: sum(({ notices }: { notices: { totalCount: number } }) => notices.totalCount),
      begun: sum(({ counts }: { counts: Count }) => counts.begun),
      ended: sum(({ counts }: { counts: Count }) => counts.ended),
      refused: sum(({ counts }: { counts: Count }) => counts.refused),
      activated: 0,
    };
    expect(recounted).toMatchObject({ persons: 3, imports: 4, begun: 6, ended: 3, refused: 1 });
    for (const actor of [responsible, municipal, dashboard]) expect(await count(actor, 'by: []')).toEqual([{ keys: [], ...recounted }]);
    for (const actor of [agency, national]) expect(await count(actor, 'by: [], municipality: "751"')).toEqual([{ keys: [], ...recounted }]);
  });

  test("a private daycare counts in the country's numbers and in no municipality's", async () => {
    expect((await count(national, 'by: []'))[0]).toMatchObject({ persons: 7, imports: 6 });
    expect(listed(await count(agency, 'by: [OWNERSHIP]'), 'persons')).toEqual([
      ['MUNICIPAL', 2],
      ['PRIVATE', 3],
      ['SELF_OWNED', 2],
    ]);
    expect(listed(await count(national, 'by: [MUNICIPALITY]'), 'persons')).toEqual([
      ['0101', 1],
      ['0751', 3],
    ]);
    expect(listed(await count(dashboard, 'by: [OWNERSHIP]'), 'imports')).toEqual([
      ['MUNICIPAL', 2],
      ['SELF_OWNED', 2],
    ]);
  });

  test('each dimension counts what it is of, with its name', async () => {
    expect(listed(await count(responsible, 'by: [ROLE, TYPE]'), 'persons')).toEqual([
      ['EMPLOYEE', 'AGE_INTEGRATED', 1],
      ['EMPLOYEE', 'NURSERY', 2],
    ]);
    expect(listed(await count(responsible, 'by: [STATE]'), 'imports')).toEqual([
      ['APPLIED', 3],
      ['REFUSED', 1],
    ]);
    expect(listed(await count(responsible, 'by: [FRESHNESS]'), 'persons')).toEqual([['FRESH', 3]]);
    const codes = await count(responsible, 'by: [NOTICE_CODE]');
    expect(listed(codes, 'notices')).toEqual([['NAME_MISSING', 1]]);
    expect(codes[0]?.keys[0]?.label).toBe('Name missing');
    const [week] = await count(responsible, 'by: [WEEK]');
    expect(week).toMatchObject({ persons: 0, imports: 4 });
    expect(week?.keys[0]?.label).toMatch(/^Week \d+ of \d{4}$/);
    expect(await count(responsible, 'by: [MONTH, STATE], from: "2020-01-01", to: "2020-12-31"')).toEqual([]);
  });

  test('only the days asked are counted, and persons as they stand', async () => {
    expect(await count(responsible, 'by: [], from: "2020-01-01", to: "2020-01-31"')).toMatchObject([{ persons: 3, imports: 0, begun: 0 }]);
    for (const [args, code] of [
      ['by: [], from: "2026-01-02", to: "2026-01-01"', 'INVALID_INPUT'],
      ['by: [], from: "2020-01-01", to: "2026-01-01"', 'LIMIT_EXCEEDED'],
      ['by: [STATE, STATE]', 'INVALID_INPUT'],
      ['by: [ROLE, WEEK]', 'INVALID_INPUT'],
    ] as const)
      expect([args, (await refused(agency, args))?.extensions.code]).toEqual([args, code]);
  });

  test('nobody counts another municipality, and whoever counts nothing is refused', async () => {
    for (const actor of [responsible, municipal, dashboard]) {
      const [other, none] = [await refused(actor, 'by: [], municipality: "0101"'), await refused(actor, 'by: [], municipality: "0999"')];
      expect(other?.extensions.code).toBe('NOT_FOUND');
      const told = (error: object | undefined) =>
        JSON.stringify(error)
          .replaceAll(/0101|0999/g, 'CODE')
          .replaceAll(/"requestId":"[^"]*"/g, '');
      expect(told(other)).toBe(told(none));
    }
    for (const actor of [
      placement,
      platform,
      actorWith([{ role: 'SUPPLIER', supplier: '1001' }]),
      actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10010' }]),
      actorWith([{ role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1' }]),
      actorWith([{ role: 'CITIZEN' }]),
    ])
      for (const args of ['by: []', 'by: [], municipality: "0751"'])
        expect((await refused(actor, args))?.extensions.code).toBe('NOT_PERMITTED');
  });

  test('what came in a year turn later is of its own week and month, and what was sent before of theirs', async () => {
    const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
    for (const [day, people] of [
      ['2029-12-30', 1],
      ['2029-12-31', 2],
      ['2030-01-07', 3],
    ] as const) {
      town.clock.ahead = noon(day) - Date.now();
      await new Promise((resolve) => setTimeout(resolve, 150));
      const lines = Array.from({ length: people }, (_, index) => employee({ id: `${day} ${index}` }));
      expect((await send('G10010', lines, { sourceDateTime: `${day}T11:00:00Z` })).state).toBe('APPLIED');
    }
    const span = 'from: "2029-12-01", to: "2030-01-31"';
    const begun = async (by: string) => (await count(responsible, `by: [${by}], ${span}`)).map((each) => [each.keys[0]?.key, each.begun]);
    expect(await begun('WEEK')).toEqual([
      ['2029-W52', 1],
      ['2030-W01', 2],
      ['2030-W02', 3],
    ]);
    expect(await begun('MONTH')).toEqual([
      ['2029-12', 3],
      ['2030-01', 3],
    ]);
  });

  test('whoever took their identity into use is counted where they are tied, by role as well', async () => {
    const mother = contact({ id: 'M', number: numberOf(2) });
    await send('G30001', [child({ id: 'K', number: numberOf(1) }, { contacts: [mother] }), employee({ id: 'C' })]);
    const of = async (args: string) => {
      const { data, errors } = await town.ask(national, `{ identityStatistics(${args}) { keys { key } persons activated } }`);
      expect(errors).toBeUndefined();
      return data.identityStatistics;
    };
    const before = (await of('by: [ROLE]')).map(({ keys, activated: count }: any) => [keys[0].key, count]);
    expect(before).toEqual([
      ['CHILD', 0],
      ['CONTACT', 0],
      ['EMPLOYEE', 0],
    ]);
    expect(await activated(town, citizen('mother', { number: numberOf(2) }))).toHaveProperty('uniId');
    const after = (await of('by: [ROLE]')).map(({ keys, activated: count }: any) => [keys[0].key, count]);
    expect(after).toEqual([
      ['CHILD', 0],
      ['CONTACT', 1],
      ['EMPLOYEE', 0],
    ]);
    const towns = (await of('by: [MUNICIPALITY]')).map(({ keys, activated: count }: any) => [keys[0].key, count]);
    expect(towns).toContainEqual(['0101', 1]);
    expect(towns).toContainEqual(['0751', 0]);
  });
});
