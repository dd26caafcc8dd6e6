import { afterEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/open-database.ts';
import { readLog } from '../../subgraphs/identities/database/reading/read-log-table.ts';
import { storage } from '../../subgraphs/identities/server.ts';
import { engines } from '../support/databases.ts';
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

describe.each(engines)('the gate on $engine', (engine) => {
  const towns: Neighbourhood[] = [];
  afterEach(async () => {
    for (const town of towns.splice(0)) await town.stop();
  });
  const open = async () => {
    const town = await startNeighbourhood(engine);
    towns.push(town);
    await town.daycare('G10001');
    await town.sends('S1', 'G10001');
    await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full' });
    const persons = [
      child({ id: 'K', first: 'Kim', number: numberOf(1) }, { contacts: [contact({ id: 'mor', first: 'Mor', number: numberOf(2) })] }),
      employee({ id: 'E', first: 'Eva' }),
    ];
    await town.ask(placement, submit, { input: documentOf('G10001', persons) });
    return { town, persons };
  };
  const codeOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
  const read = (town: Neighbourhood, actor = platform) => town.people(actor, 'G10001', 'nodes { id frozen }');

  test('an access to fetch that is revoked, suspended or ended stops that reader at once', async () => {
    const { town } = await open();
    for (const state of ['REVOKED', 'ACTIVE', 'SUSPENDED', 'ACTIVE', 'CLOSED_BY_AGENCY'] as const) {
      await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full', state });
      expect(codeOf(await read(town))).toBe(state === 'ACTIVE' ? undefined : 'NO_ACTIVE_ACCESS');
    }
  });

  test('an access to send that is revoked stops sending and freezes its ties, which thaw with the next import', async () => {
    const { town, persons } = await open();
    await town.access({ system: 'S1', daycare: 'G10001', service: 'ws10-import', state: 'REVOKED' });
    expect(codeOf(await town.ask(placement, submit, { input: documentOf('G10001', persons) }))).toBe('NO_ACTIVE_ACCESS');
    expect((await read(town)).data._entities[0].people.nodes.map(({ frozen }: { frozen: boolean }) => frozen)).toEqual([true, true, true]);
    await town.sends('S1', 'G10001');
    const { data } = await town.ask(placement, submit, { input: documentOf('G10001', persons) });
    expect(data.submitImport.counts).toMatchObject({ unchanged: 3, changed: 0 });
    expect((await read(town)).data._entities[0].people.nodes.map(({ frozen }: { frozen: boolean }) => frozen)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('a closed daycare is neither read by systems nor sent to', async () => {
    const { town, persons } = await open();
    await town.daycare('G10001', { status: 'CLOSED', acceptsUsers: false });
    expect(codeOf(await read(town))).toBe('NO_ACTIVE_ACCESS');
    expect((await town.ask(placement, submit, { input: documentOf('G10001', persons) })).data.submitImport.refusal.code).toBe(
      'DAYCARE_TAKES_NO_USERS',
    );
  });

  test("a daycare handed to another municipality is read by the new one's responsible and no longer by the old one's", async () => {
    const { town } = await open();
    await town.daycare('G10001', { municipality: '0101' });
    expect(codeOf(await read(town, responsible))).toBe('NOT_FOUND');
    expect(
      codeOf(await read(town, { ...responsible, id: 'new', mandates: [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }] })),
    ).toBeUndefined();
  });

  test('without a lease from the feed that decides, the gate is shut, and other reads go on', async () => {
    const { town, persons } = await open();
    const run = (await town.ask(placement, submit, { input: documentOf('G10001', persons) })).data.submitImport.id;
    const [{ person }] = (await town.people(platform, 'G10001', 'nodes { person { uniId } }')).data._entities[0].people.nodes;
    const { uniId } = person;
    const stranger = { ...platform, id: 'stranger', mandates: [{ role: 'SUPPLIER_SYSTEM' as const, system: 'S9' }] };
    town.agreements.goDown();
    town.clock.ahead += 10_500;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(codeOf(await read(town))).toBe('UNAVAILABLE');
    for (const id of [uniId, 'NOBODYATALL'])
      for (const actor of [platform, stranger])
        expect(codeOf(await town.ask(actor, 'query($id: ID!) { person(uniId: $id) { uniId } }', { id }))).toBe('UNAVAILABLE');
    expect(codeOf(await town.people(platform, 'G99999', 'nodes { id }'))).toBe('UNAVAILABLE');
    expect(codeOf(await town.ask(placement, submit, { input: documentOf('G10001', persons) }))).toBe('UNAVAILABLE');
    expect(codeOf(await read(town, responsible))).toBeUndefined();
    town.register.goDown();
    town.clock.ahead += 10_500;
    expect(codeOf(await read(town, responsible))).toBe('UNAVAILABLE');
    expect(codeOf(await town.ask(responsible, '{ userOverview(municipality: "0751") { summary { children } } }'))).toBe('UNAVAILABLE');
    expect((await town.ask(placement, 'query($id: ID!) { importRun(id: $id) { id } }', { id: run })).data.importRun.id).toBe(run);
    const begin = Date.now();
    await towns.pop()?.stop();
    expect(Date.now() - begin).toBeLessThan(3_000);
  });

  test('every page of persons leaves a row in the log: who, by which access, what and why; a search for a number leaves no digit', async () => {
    const { town } = await open();
    await town.people(platform, 'G10001', 'nodes { id }', `(first: 2, filter: { text: "${numberOf(1)}" })`);
    const { data } = await town.people(platform, 'G10001', 'nodes { id person { uniId affiliations { id } } }', '(first: 2)');
    await read(town, responsible);
    await town.ask(platform, '{ affiliationChanges { nextCursor } }');
    const database = await openDatabase({ url: town.place.url, clock: Date.now, ...storage });
    const rows = await database.read((manager) => manager.createQueryBuilder(readLog, 'r').orderBy('r.id').getMany());
    await database.close();
    expect(rows.map(({ what, standing, shown }) => [what, standing, shown])).toEqual([
      ['people', 'supplier system', 0],
      ['people', 'supplier system', 2],
      ['person', 'supplier system', 2],
      ['people', 'daycare responsible', 3],
      ['changes', 'supplier system', 3],
    ]);
    expect(JSON.stringify(rows)).not.toContain(numberOf(1));
    expect(rows[1]).toMatchObject({
      reader: platform.id,
      daycare: 'G10001',
      accesses: ['A-S2-ws17-full-G10001'],
      purpose: 'COMMUNICATION: Daily life',
      logPosition: 5,
      first: data._entities[0].people.nodes[0].id,
      last: data._entities[0].people.nodes[1].id,
    });
    expect(rows[1]?.categories).toContain('PHONE');
    expect(rows[3]?.categories).not.toContain('NATIONAL_NUMBER');
  });
});
