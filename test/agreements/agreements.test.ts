import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import {
  agency,
  approve,
  eventually,
  type Installation,
  load,
  registerSuppliers,
  reject,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';

const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const employee = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
const neighbour = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]);
const staffOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const placement = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1001' }]);
const learning = actorWith([{ role: 'SUPPLIER', supplier: '1003' }]);

describe.each(engines)('agreements on $engine', (engine) => {
  let here: Installation;
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine);
    await load(here.register, [
      row('G91001'),
      row('G91002', { ownership: 'SELF_OWNED' }),
      row('G91003', { ownership: 'PRIVATE' }),
      ...Array.from({ length: 30 }, (_, index) => row(`G9200${index}`.slice(0, 4) + String(10 + index), { institution: 'G91001' })),
      ...Array.from({ length: 20 }, (_, index) => row(`G93${100 + index}`, { institution: 'G91002', ownership: 'SELF_OWNED' })),
      row('G94001', { institution: 'G91003', ownership: 'PRIVATE' }),
      row('G92999', { institution: 'G91001', companyNumber: null }),
    ]);
    await registerSuppliers(here.ask);
    await eventually(
      () => here.ask(placement, '{ services { code } }'),
      ({ data }) => data.services.length === 8,
    );
    await eventually(
      () => requestAccess(here.ask, 'S1001', 'ws10-import', ['G94001']),
      ([result]) => result.refusal?.code !== 'NOT_FOUND',
    );
  });
  afterAll(() => here.stop());

  const waiting = async (system: string, service: string, daycare: string): Promise<string> => {
    const [result] = await requestAccess(here.ask, system, service, [daycare]);
    if (!result.request) throw new Error(JSON.stringify(result));
    return result.request.id;
  };
  const decide = async (actor: Parameters<Installation['ask']>[0], id: string, how = approve) => {
    const { data, errors } = await here.ask(actor, how, { ids: [id], c: 'nej tak' });
    return errors?.[0].extensions ?? Object.values<{ results: object[] }>(data)[0]!.results[0];
  };

  test("the municipality's daycare responsible approves a municipal daycare's import; its employee may not (D1, A14)", async () => {
    const id = await waiting('S1001', 'ws10-import', 'G92010');
    expect(await decide(staffOf('G92010'), id)).toMatchObject({ request: null, refusal: { code: 'NOT_PERMITTED', rule: 'D1' } });
    expect(await decide(employee, id)).toMatchObject({ refusal: { code: 'NOT_PERMITTED', rule: 'D1' } });
    expect(await decide(responsible, id)).toMatchObject({
      request: {
        state: 'APPROVED',
        access: { state: 'ACTIVE' },
        decision: { byOrganisation: 'Aarhus Kommune', standing: 'daycare responsible', byPerson: responsible.name },
      },
    });
  });

  test("a self-owned daycare's own employee approves its import; the municipality's responsible may not (D3, A13)", async () => {
    const id = await waiting('S1001', 'ws10-import', 'G93100');
    expect(await decide(responsible, id)).toMatchObject({ request: null, refusal: { code: 'NOT_PERMITTED', rule: 'D3' } });
    expect(await decide(staffOf('G93101'), id)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await decide(staffOf('G93100'), id)).toMatchObject({ request: { state: 'APPROVED' } });
  });

  test('a neighbour is answered as if there were nothing, to the byte (A15, A17)', async () => {
    const id = await waiting('S1001', 'ws10-import', 'G92011');
    const there = await here.ask(neighbour, approve, { ids: [id] });
    const nowhere = await here.ask(neighbour, approve, { ids: ['0190-none'] });
    expect(JSON.stringify(there).replaceAll(id, '*')).toBe(JSON.stringify(nowhere).replaceAll('0190-none', '*'));
    const query = 'query($id: ID!) { dataAccessRequest(id: $id) { id } }';
    expect(await here.ask(neighbour, query, { id })).toEqual(await here.ask(neighbour, query, { id: 'none' }));
    expect((await here.ask(neighbour, '{ dataAccessRequests { totalCount } inbox { totalCount } }')).data).toEqual({
      dataAccessRequests: { totalCount: 0 },
      inbox: { totalCount: 0 },
    });
    const state = 'query($d: InstitutionNumber!) { accessState(system: "S1001", service: "ws10-import", daycare: $d) { state } }';
    expect(await here.ask(neighbour, state, { d: 'G92011' })).toEqual(await here.ask(neighbour, state, { d: 'G99999' }));
    expect((await here.ask(responsible, state, { d: 'G92011' })).data.accessState.state).toBe('WAITING');
  });

  test('a supplier cannot approve its own request, nor the agency any (A16)', async () => {
    const id = await waiting('S1001', 'ws10-import', 'G92012');
    for (const actor of [placement, agency]) expect(await decide(actor, id)).toMatchObject({ code: 'NOT_PERMITTED', rule: 'A16' });
  });

  test('for other agreements either body may decide, and the first decision stands (D2, D4, A18, A23)', async () => {
    const first = await waiting('S1003', 'ws17-small', 'G92013');
    expect(await decide(staffOf('G92013'), first)).toMatchObject({
      request: { state: 'APPROVED', decision: { standing: 'daycare employee' } },
    });
    expect(await decide(employee, first)).toMatchObject({
      refusal: { code: 'STATE_CONFLICT', rule: 'A23', because: expect.stringContaining('Daycare G92013 (daycare employee)') },
    });
    expect(await decide(employee, await waiting('S1003', 'ws17-small', 'G93102'))).toMatchObject({
      request: { state: 'APPROVED', decision: { standing: 'municipal employee' } },
    });
  });

  test('a login of level low decides nothing', async () => {
    const id = await waiting('S1001', 'ws10-import', 'G92014');
    expect(await decide({ ...responsible, assurance: 'LOW' }, id)).toMatchObject({ refusal: { code: 'ASSURANCE_TOO_LOW' } });
  });

  test("the inbox holds what waits and one may decide oneself, and a private daycare's is nobody else's", async () => {
    const core = await waiting('S1001', 'ws10-import', 'G92015');
    const other = await waiting('S1003', 'ws17-medium', 'G92015');
    const inbox = async (actor: typeof responsible) =>
      (await here.ask(actor, '{ inbox(filter: { daycare: "G92015" }) { nodes { id permission(action: APPROVE) { allowed rule } } } }')).data
        .inbox.nodes;
    expect(await inbox(responsible)).toEqual([
      { id: core, permission: { allowed: true, rule: 'D1' } },
      { id: other, permission: { allowed: true, rule: 'D2' } },
    ]);
    expect((await inbox(employee)).map(({ id }: { id: string }) => id)).toEqual([other]);
    expect((await inbox(staffOf('G92015'))).map(({ id }: { id: string }) => id)).toEqual([other]);
    const everything = await here.ask(
      responsible,
      '{ inbox(first: 500) { nodes { daycareNumber } } dataAccessRequests(first: 500) { nodes { daycareNumber } } }',
    );
    expect(JSON.stringify(everything.data)).not.toContain('G94001');
    expect((await here.ask(staffOf('G94001'), '{ inbox { nodes { daycareNumber addressee } } }')).data.inbox.nodes).toEqual([
      { daycareNumber: 'G94001', addressee: 'DAYCARE' },
    ]);
  });

  test('each daycare of a sending has its own answer: unknown, cluster, without production unit, asked already', async () => {
    const results = await requestAccess(here.ask, 'S1001', 'ws10-import', ['G92016', 'G99999', 'G91001', 'G92999', 'G92016', 'G92010']);
    expect(results.map((result: { refusal?: { code: string } }) => result.refusal?.code ?? 'ok')).toEqual([
      'ok',
      'NOT_FOUND',
      'DAYCARE_TAKES_NO_USERS',
      'DAYCARE_TAKES_NO_USERS',
      'ok',
      'ALREADY_REQUESTED',
    ]);
  });

  test('a system asks for itself only, and only by what it is connected to', async () => {
    await expect(requestAccess(here.ask, 'S1001', 'ws17-small', ['G92017'])).rejects.toThrow('NO_CONNECTION');
    const input = {
      system: 'S1001',
      service: 'ws10-import',
      purposeKind: 'PLACEMENT',
      purpose: 'x',
      processingAgreement: 'y',
      daycares: [{ number: 'G92017' }],
    };
    const mutation = 'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { number } } }';
    const stranger = await here.ask(learning, mutation, { input });
    const nowhere = await here.ask(learning, mutation, { input: { ...input, system: 'S9999' } });
    expect(stranger.errors?.[0].extensions.code).toBe('NOT_PERMITTED');
    expect(stranger).toEqual(nowhere);
    expect((await here.ask(placement, mutation, { input: { ...input, purpose: ' ' } })).errors?.[0].extensions.code).toBe('INVALID_INPUT');
  });

  test('thirty approvals in one call, sent twice with one key, happen once; each has its own result', async () => {
    const ids = (
      await requestAccess(
        here.ask,
        'S1003',
        'ws17-medium',
        Array.from({ length: 12 }, (_, index) => `G9202${index}`.slice(0, 4) + String(18 + index)),
      )
    ).flatMap((result: { request?: { id: string } }) => result.request?.id ?? []);
    const [first, second] = await Promise.all([
      here.ask(employee, approve, { ids: [...ids, 'none'], key: 'bulk' }),
      here.ask(employee, approve, { ids: [...ids, 'none'], key: 'bulk' }),
    ]);
    expect(first.data).toEqual(second.data);
    expect(first.data.approveRequests.results.map((result: { refusal?: { code: string } }) => result.refusal?.code ?? 'ok')).toEqual([
      ...ids.map(() => 'ok'),
      'NOT_FOUND',
    ]);
    expect((await here.ask(employee, approve, { ids, key: 'bulk' })).errors?.[0].extensions.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  test('sixteen deciders at once: one wins, the others are told who did', async () => {
    const id = await waiting('S1003', 'ws17-small', 'G92030');
    const outcomes = await Promise.all(Array.from({ length: 16 }, (_, index) => decide(index % 2 ? employee : staffOf('G92030'), id)));
    expect(outcomes.filter((outcome) => outcome.request)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.refusal?.code === 'STATE_CONFLICT')).toHaveLength(15);
  });

  test("rejected may be asked again; withdrawn is the supplier's to do (A22)", async () => {
    const id = await waiting('S1001', 'ws10-import', 'G93103');
    expect(await decide(staffOf('G93103'), id, reject)).toMatchObject({ request: { state: 'REJECTED', decision: { comment: 'nej tak' } } });
    const again = await waiting('S1001', 'ws10-import', 'G93103');
    const withdraw = 'mutation($ids: [ID!]!) { withdrawRequests(ids: $ids) { results { request { state } refusal { code } } } }';
    expect((await here.ask(staffOf('G93103'), withdraw, { ids: [again] })).data.withdrawRequests.results[0].refusal.code).toBe(
      'NOT_PERMITTED',
    );
    expect((await here.ask(placement, withdraw, { ids: [again] })).data.withdrawRequests.results[0].request.state).toBe('WITHDRAWN');
  });

  test('a passive system pauses all it has and asks nothing; what is approved meanwhile begins paused; active again, all resumes (A20)', async () => {
    const id = await waiting('S1003', 'ws17-small', 'G93104');
    const before = (await here.ask(learning, '{ dataAccesses(filter: { state: [ACTIVE] }) { totalCount } }')).data.dataAccesses.totalCount;
    const set = 'mutation($s: SystemState!) { setSystemState(system: "S1003", state: $s, reason: "maintenance") { state } }';
    expect((await here.ask(learning, set, { s: 'PASSIVE' })).data.setSystemState.state).toBe('PASSIVE');
    await expect(requestAccess(here.ask, 'S1003', 'ws17-small', ['G93105'])).rejects.toThrow('SYSTEM_PASSIVE');
    expect(await decide(employee, id)).toMatchObject({ request: { access: { state: 'SUSPENDED' } } });
    expect((await here.ask(learning, '{ dataAccesses(filter: { state: [ACTIVE] }) { totalCount } }')).data.dataAccesses.totalCount).toBe(0);
    expect((await here.ask(placement, set, { s: 'ACTIVE' })).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
    await here.ask(agency, set, { s: 'STOPPED_BY_AGENCY' });
    expect((await here.ask(learning, set, { s: 'ACTIVE' })).errors?.[0].extensions).toMatchObject({ code: 'NOT_PERMITTED', rule: 'A21' });
    await here.ask(agency, set, { s: 'ACTIVE' });
    expect((await here.ask(learning, '{ dataAccesses(filter: { state: [ACTIVE] }) { totalCount } }')).data.dataAccesses.totalCount).toBe(
      before + 1,
    );
  });

  test('whoever decides may revoke, with a reason; then it may be asked again', async () => {
    const { request } = await decide(responsible, await waiting('S1001', 'ws10-import', 'G92031'));
    const revoke =
      'mutation($ids: [ID!]!, $dry: Boolean) { revokeAccesses(ids: $ids, reason: "not needed", dryRun: $dry) { dryRun results { access { state } refusal { code } consequences { kind } } } }';
    const ids = [request.access.id];
    expect((await here.ask(staffOf('G92031'), revoke, { ids })).data.revokeAccesses.results[0].refusal.code).toBe('NOT_PERMITTED');
    expect((await here.ask(responsible, revoke, { ids, dry: true })).data.revokeAccesses).toMatchObject({
      dryRun: true,
      results: [{ access: { state: 'REVOKED' }, consequences: [{ kind: 'SENDING_STOPS' }] }],
    });
    expect((await here.ask(responsible, revoke, { ids })).data.revokeAccesses.results[0].access.state).toBe('REVOKED');
    expect((await here.ask(responsible, revoke, { ids })).data.revokeAccesses.results[0].refusal.code).toBe('STATE_CONFLICT');
    await waiting('S1001', 'ws10-import', 'G92031');
  });

  test('a supplier follows what happens to its own, and nothing of others', async () => {
    const seen: { kind: string; system: string }[] = [];
    let after: string | null = null;
    let caughtUp = false;
    while (!caughtUp) {
      const { data } = await here.ask(
        learning,
        'query($a: Cursor) { dataAccessChanges(after: $a, first: 20) { nextCursor caughtUp changes { kind system state previousState direction } } }',
        { a: after },
      );
      seen.push(...data.dataAccessChanges.changes);
      after = data.dataAccessChanges.nextCursor;
      caughtUp = data.dataAccessChanges.caughtUp;
    }
    expect(new Set(seen.map(({ system }) => system))).toEqual(new Set(['S1003']));
    expect(seen.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['REQUESTED', 'APPROVED', 'SUSPENDED', 'RESUMED']));
  });

  test('when its daycare closes, what waits and what is live there lapses (R32)', async () => {
    await decide(staffOf('G93110'), await waiting('S1001', 'ws10-import', 'G93110'));
    const id = await waiting('S1003', 'ws17-small', 'G93110');
    const { data } = await here.register(
      responsible,
      'mutation { closeDaycare(number: "G93110", version: 1, reason: "closed") { daycare { status } } }',
    );
    expect(data.closeDaycare.daycare.status).toBe('CLOSED');
    expect(await decide(employee, id)).toMatchObject({ refusal: { code: 'STATE_CONFLICT' } });
    const state = await here.ask(
      staffOf('G93110'),
      '{ accessState(system: "S1001", service: "ws10-import", daycare: "G93110") { state } }',
    );
    expect(state.data.accessState.state).toBe('LAPSED');
  });

  test('sent again after the mandate is gone, an earlier answer tells nothing any more', async () => {
    const staff = staffOf('G92033');
    const [{ request }] = await requestAccess(here.ask, 'S1003', 'ws17-medium', ['G92033']);
    expect((await here.ask(staff, approve, { ids: [request.id], key: 'mine' })).data.approveRequests.results[0].request.state).toBe(
      'APPROVED',
    );
    expect((await here.ask(staff, approve, { ids: [request.id], key: 'mine' })).data.approveRequests.results[0].request.state).toBe(
      'APPROVED',
    );
    const moved = { ...staff, mandates: staffOf('G92034').mandates };
    expect((await here.ask(moved, approve, { ids: [request.id], key: 'mine' })).data.approveRequests.results[0]).toMatchObject({
      request: null,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  test("a supplier's employee who also works at the daycare decides nothing of that supplier, and finds nothing of it in the inbox (A16)", async () => {
    const both = actorWith([
      { role: 'DAYCARE_EMPLOYEE', daycare: 'G92035' },
      { role: 'SUPPLIER', supplier: '1003' },
    ]);
    const id = await waiting('S1003', 'ws17-small', 'G92035');
    expect(await decide(both, id)).toMatchObject({ refusal: { code: 'NOT_PERMITTED', rule: 'A16' } });
    const { data } = await here.ask(
      both,
      'query($id: ID!) { inbox { nodes { id } } dataAccessRequest(id: $id) { permission(action: APPROVE) { allowed because } } }',
      { id },
    );
    expect(data).toEqual({
      inbox: { nodes: [] },
      dataAccessRequest: { permission: { allowed: false, because: expect.stringContaining('own side') } },
    });
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
