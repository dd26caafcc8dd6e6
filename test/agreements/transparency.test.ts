import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import {
  agency,
  approve,
  eventually,
  type Installation,
  load,
  registerSuppliers,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';

const parent = actorWith([{ role: 'CITIZEN' }]);
const staffOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const supplier = actorWith([{ role: 'SUPPLIER', supplier: '1003' }]);
const shown = `query($d: InstitutionNumber, $m: MunicipalityCode, $first: Int = 50, $after: Cursor) {
  transparency(daycare: $d, municipality: $m, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { daycareNumber supplier system service categories purposeKind purpose since paused }
  } }`;

describe.each(engines)("who has a daycare's data, for everyone to see, on $engine", (engine) => {
  let here: Installation;
  const began = Date.now();
  const grant = async (system: string, service: string, daycare: string, decider = staffOf(daycare)) => {
    const [result] = await requestAccess(here.ask, system, service, [daycare]);
    const { data } = await here.ask(decider, approve, { ids: [result.request.id] });
    return data.approveRequests.results[0].request.access.id as string;
  };
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine);
    await load(here.register, [
      row('G91001', { ownership: 'SELF_OWNED' }),
      row('G91002', { ownership: 'PRIVATE' }),
      ...['G92001', 'G92002', 'G92003'].map((number) => row(number, { institution: 'G91001', ownership: 'SELF_OWNED' })),
      row('G94001', { institution: 'G91002', ownership: 'PRIVATE' }),
    ]);
    await registerSuppliers(here.ask);
    await eventually(
      () => requestAccess(here.ask, 'S1001', 'ws10-import', ['G92003']),
      ([result]) => result.refusal?.code !== 'NOT_FOUND',
    );
    for (const daycare of ['G92001', 'G92002', 'G94001']) await grant('S1001', 'ws10-import', daycare);
    await grant('S1003', 'ws17-small', 'G92001');
    await grant('S1003', 'ws17-medium', 'G92001');
  });
  afterAll(() => here.stop());
  const ask = (variables: object, actor = parent) => here.ask(actor, shown, { ...variables });

  test("a parent sees who has a daycare's data, for what and since when; what only waits is not there", async () => {
    const { data } = await ask({ d: 'G92001' });
    const { totalCount, nodes } = data.transparency;
    expect([totalCount, nodes.map(({ system, service }: { system: string; service: string }) => [system, service])]).toEqual([
      3,
      [
        ['System S1001', 'Users from the placement system'],
        ['System S1003', 'Users, medium package'],
        ['System S1003', 'Users, small package'],
      ],
    ]);
    expect(nodes[2]).toMatchObject({
      daycareNumber: 'G92001',
      supplier: 'Supplier 1003',
      categories: ['IDENTITY', 'ROLE', 'GROUPS'],
      purposeKind: 'LEARNING_MATERIAL',
      paused: false,
    });
    expect(Date.parse(nodes[0].since)).toBeGreaterThanOrEqual(began - 1000);
    expect((await ask({ d: 'G92003' })).data.transparency).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('a private daycare is shown too, and a cluster shows its units', async () => {
    expect((await ask({ d: 'G94001' })).data.transparency.totalCount).toBe(1);
    expect((await ask({ d: 'G91001' })).data.transparency.totalCount).toBe(4);
    const all = (await ask({ m: '0751' })).data.transparency;
    expect(all.nodes.map(({ daycareNumber }: { daycareNumber: string }) => daycareNumber)).toEqual([
      'G92001',
      'G92001',
      'G92001',
      'G92002',
      'G94001',
    ]);
  });

  test('page by page it is the same list', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data?: any } = await ask({ m: '0751', first: 2, after });
      seen.push(
        ...data.transparency.nodes.map((node: { daycareNumber: string; service: string }) => `${node.daycareNumber} ${node.service}`),
      );
      after = data.transparency.pageInfo.hasNextPage ? data.transparency.pageInfo.endCursor : null;
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  test('a supplier cannot hide what it has by pausing its system; what has ended is gone', async () => {
    const set = 'mutation($s: SystemState!) { setSystemState(system: "S1003", state: $s, reason: "summer") { state } }';
    await here.ask(supplier, set, { s: 'PASSIVE' });
    const paused = (await ask({ d: 'G92001' })).data.transparency.nodes.filter((node: { paused: boolean }) => node.paused);
    expect(paused).toHaveLength(2);
    expect(paused.every((node: { since: string }) => Date.parse(node.since) >= began - 1000)).toBe(true);
    await here.ask(supplier, set, { s: 'ACTIVE' });
    const id = await grant('S1003', 'ws17-small', 'G92002');
    await here.ask(staffOf('G92002'), 'mutation($ids: [ID!]!) { revokeAccesses(ids: $ids, reason: "enough") { dryRun } }', { ids: [id] });
    expect((await ask({ d: 'G92002' })).data.transparency.totalCount).toBe(1);
  });

  test('it tells of no person, no comment and no id of an access; one of the two places must be named', async () => {
    const requests = (await here.ask(agency, '{ dataAccesses(first: 500) { nodes { id request { id } } } }')).data.dataAccesses.nodes;
    const { data } = await ask({ m: '0751', first: 2 });
    const cursors = Buffer.from(data.transparency.pageInfo.endCursor, 'base64url').toString();
    for (const { id, request } of requests) expect(JSON.stringify(data) + cursors).not.toMatch(new RegExp(`${id}|${request.id}`));
    expect(JSON.stringify(data)).not.toContain('Person');
    for (const both of [{}, { d: 'G92001', m: '0751' }]) expect((await ask(both)).errors?.[0].extensions.code).toBe('INVALID_INPUT');
    expect((await ask({ d: 'G99999' })).errors?.[0].extensions.code).toBe('NOT_FOUND');
    expect((await ask({ d: 'G92001' }, { ...parent, kind: 'subgraph' as const })).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
  });
});
