import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import type { Actor } from '#shared/actor.ts';
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

const DAY = 86_400_000;
const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const staffOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const supplierOf = (supplier: string) => actorWith([{ role: 'SUPPLIER', supplier }]);
const placement = supplierOf('1001');
const learning = supplierOf('1003');

const access =
  '{ id state endsOn confirmBy activeSince suspension { reason liftedBy } permission(action: CONFIRM) { allowed because } history { kind comment standing } }';

describe.each(engines)('the lives of requests and accesses on $engine', (engine) => {
  let here: Installation;
  let now = Date.parse('2026-11-25T09:00:00Z');
  let next = 100;
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine, { clock: () => now, lookEvery: 20 });
    await load(here.register, [
      row('G91001', { legalBasis: 'DAYCARE_19_2' }),
      row('G91002', { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' }),
    ]);
    await registerSuppliers(here.ask);
  });
  afterAll(() => here.stop());

  /** A daycare that nothing has been asked of yet. */
  const daycare = async (cluster = 'G91001'): Promise<string> => {
    const number = `G92${next++}`;
    await load(here.register, [row(number, { institution: cluster, ownership: cluster === 'G91001' ? 'MUNICIPAL' : 'SELF_OWNED' })]);
    await eventually(
      () =>
        here.ask(agency, 'query($d: InstitutionNumber!) { accessState(system: "S1001", service: "ws10-import", daycare: $d) { state } }', {
          d: number,
        }),
      ({ data }) => data?.accessState?.state === 'NONE',
    );
    return number;
  };
  const sent = async (number: string, system = 'S1001', service = 'ws10-import'): Promise<string> => {
    const [result] = await requestAccess(here.ask, system, service, [number]);
    return result.request.id;
  };
  const approved = async (number: string, system = 'S1001', service = 'ws10-import', by: Actor = responsible) => {
    const id = await sent(number, system, service);
    const { data } = await here.ask(by, approve, { ids: [id] });
    return { request: id, access: data.approveRequests.results[0].request.access.id as string };
  };
  const read = async (id: string) => (await here.ask(agency, `query($id: ID!) { dataAccess(id: $id) ${access} }`, { id })).data.dataAccess;
  const readRequest = async (id: string) =>
    (
      await here.ask(
        agency,
        'query($id: ID!) { dataAccessRequest(id: $id) { state decision { byOrganisation standing } history { kind } access { id state } } }',
        { id },
      )
    ).data.dataAccessRequest;
  const change = async (actor: Actor, act: string, ids: readonly string[], more: Record<string, unknown> = {}) => {
    const declared = [
      '$ids: [ID!]!',
      ...('reason' in more ? ['$reason: String!'] : []),
      ...('on' in more ? ['$on: Date'] : []),
      ...('dryRun' in more ? ['$dryRun: Boolean'] : []),
    ];
    const given = declared.map((each) => each.slice(1).split(':')[0]).map((name) => `${name}: $${name}`);
    const { data, errors } = await here.ask(
      actor,
      `mutation(${declared.join(', ')}) { ${act}(${given.join(', ')}) { results { id refusal { code rule because } ${act === 'undoDecisions' ? 'request { state }' : 'access { state endsOn confirmBy } consequences { kind message }'} } } }`,
      { ids, ...more },
    );
    return errors ? errors[0].extensions : data[act].results[0];
  };
  /** Lets time pass, until what is known of the register may be gone by again: that it is heard now, something happens there. */
  const later = async (milliseconds: number) => {
    now += milliseconds;
    await load(here.register, [row(`G92${next++}`, { institution: 'G91001' })]);
    await eventually(
      () => change(responsible, 'confirmAccesses', ['none']),
      ({ code }) => code !== 'UNAVAILABLE',
    );
  };
  const setState = (actor: Actor, system: string, state: string) =>
    here.ask(
      actor,
      'mutation($s: ID!, $to: SystemState!) { setSystemState(system: $s, state: $to, reason: "so it is") { state archivedUntil } }',
      { s: system, to: state },
    );
  const kinds = ({ history }: { history: { kind: string }[] }) => history.map(({ kind }) => kind);

  test('whoever decides is reminded after 7 and 21 days, and after 90 the request expires and its place is free (Q3)', async () => {
    const number = await daycare();
    const id = await sent(number);
    await later(8 * DAY);
    await eventually(
      () => readRequest(id),
      (request) => kinds(request).includes('REMINDED'),
    );
    await later(14 * DAY);
    await eventually(
      () => readRequest(id),
      (request) => kinds(request).filter((kind) => kind === 'REMINDED').length === 2,
    );
    await later(69 * DAY);
    const expired = await eventually(
      () => readRequest(id),
      ({ state }) => state === 'EXPIRED',
    );
    expect(kinds(expired)).toEqual(['REQUESTED', 'REMINDED', 'REMINDED', 'EXPIRED']);
    expect(await sent(number)).not.toBe(id);
  });

  test('a decision may be undone for ten minutes, by whoever made it, while nothing has flowed', async () => {
    const number = await daycare();
    const { request, access: first } = await approved(number);
    const another: Actor = { ...responsible, id: 'another responsible' };
    expect(await change(another, 'undoDecisions', [request])).toMatchObject({ refusal: { code: 'NOT_PERMITTED', rule: 'A18' } });
    await later(9 * 60_000);
    expect(await change(responsible, 'undoDecisions', [request])).toMatchObject({ refusal: null, request: { state: 'WAITING' } });
    expect(await read(first)).toMatchObject({ state: 'REVOKED' });
    expect(await change(responsible, 'undoDecisions', [request])).toMatchObject({ refusal: { code: 'STATE_CONFLICT' } });
    const again = await here.ask(responsible, approve, { ids: [request] });
    const second = again.data.approveRequests.results[0].request.access.id;
    expect(second).not.toBe(first);
    expect((await readRequest(request)).access).toEqual({ id: second, state: 'ACTIVE' });
    await later(11 * 60_000);
    expect(await change(responsible, 'undoDecisions', [request])).toMatchObject({
      refusal: { code: 'STATE_CONFLICT', because: expect.stringContaining('10 minutes') },
    });
  });

  test('a rejection that is undone waits again, unless another request has taken its place', async () => {
    const number = await daycare();
    const id = await sent(number);
    await here.ask(responsible, reject, { ids: [id], c: 'no' });
    expect(await change(responsible, 'undoDecisions', [id])).toMatchObject({ request: { state: 'WAITING' } });
    await here.ask(responsible, reject, { ids: [id], c: 'no' });
    await sent(number);
    expect(await change(responsible, 'undoDecisions', [id])).toMatchObject({ refusal: { code: 'ALREADY_REQUESTED' } });
    expect((await readRequest(id)).state).toBe('REJECTED');
  });

  test('its supplier hands an access back, the agency closes one, and nobody else does either', async () => {
    const [one, two] = [await approved(await daycare()), await approved(await daycare())];
    const reason = 'No longer needed';
    expect(await change(responsible, 'endAccesses', [one.access], { reason })).toMatchObject({
      refusal: { code: 'NOT_PERMITTED', rule: 'A1' },
    });
    expect(await change(learning, 'endAccesses', [one.access], { reason })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await change(placement, 'endAccesses', [one.access], { reason })).toMatchObject({
      access: { state: 'ENDED' },
      consequences: [{ kind: 'SENDING_STOPS' }],
    });
    expect(await change(placement, 'closeAccesses', [two.access], { reason })).toMatchObject({ code: 'NOT_PERMITTED', rule: 'A21' });
    expect(await change({ ...agency, assurance: 'LOW' }, 'closeAccesses', [two.access], { reason })).toMatchObject({
      code: 'ASSURANCE_TOO_LOW',
    });
    expect(await change(agency, 'closeAccesses', [two.access], { reason })).toMatchObject({ access: { state: 'CLOSED_BY_AGENCY' } });
    expect(await change(agency, 'closeAccesses', [two.access], { reason })).toMatchObject({
      refusal: { code: 'STATE_CONFLICT', rule: 'A23' },
    });
    expect((await read(two.access)).history.at(-1)).toMatchObject({ kind: 'CLOSED', standing: 'agency', comment: reason });
  });

  test('an access may be revoked on a day ahead, is in force until then, and confirming it calls that off (3.7)', async () => {
    const { access: id } = await approved(await daycare());
    const reason = 'The contract ends';
    const dry = await change(responsible, 'revokeAccesses', [id], { reason, on: '2027-04-01', dryRun: true });
    expect(dry.consequences[0].message).toMatch(/from 2027-04-01 on.*sources/);
    expect((await read(id)).endsOn).toBeNull();
    expect(await change(responsible, 'revokeAccesses', [id], { reason, on: '2020-01-01' })).toMatchObject({ code: 'INVALID_INPUT' });
    await change(responsible, 'revokeAccesses', [id], { reason, on: '2027-04-01' });
    expect(await read(id)).toMatchObject({ state: 'ACTIVE', endsOn: '2027-04-01' });
    await change(responsible, 'confirmAccesses', [id]);
    expect(await read(id)).toMatchObject({ state: 'ACTIVE', endsOn: null });
    await change(responsible, 'revokeAccesses', [id], { reason, on: '2027-04-01' });
    now = Date.parse('2027-03-31T22:00:30Z');
    const ended = await eventually(
      () => read(id),
      ({ state }) => state === 'REVOKED',
    );
    expect(ended.history.at(-1)).toMatchObject({ kind: 'REVOKED', standing: 'daycare responsible', comment: reason });
  });

  test('an access is to be confirmed once a year: asked a month before, paused after the day, in force again once confirmed (Q4)', async () => {
    const { access: id } = await approved(await daycare());
    expect((await read(id)).confirmBy).toBe('2028-03-31');
    await later(340 * DAY);
    await eventually(
      () => read(id),
      (each) => kinds(each).includes('QUESTIONED'),
    );
    // Another answers for it being used, so that only the confirmation is wanting.
    await later(26 * DAY);
    const paused = await eventually(
      () => read(id),
      ({ state }) => state === 'SUSPENDED',
    );
    expect(paused.suspension).toEqual({ reason: 'UNCONFIRMED', liftedBy: 'Whoever decides for the daycare now, by confirming it.' });
    expect(await change(placement, 'confirmAccesses', [id])).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await change(responsible, 'confirmAccesses', [id])).toMatchObject({ access: { state: 'ACTIVE' } });
    expect(kinds(await read(id))).toEqual(['REQUESTED', 'APPROVED', 'QUESTIONED', 'SUSPENDED', 'CONFIRMED']);
  });

  test('a system that is made passive pauses its accesses and loses none; what is confirmed meanwhile waits for the system (A20)', async () => {
    const { access: id } = await approved(await daycare('G91001'), 'S1003', 'ws17-small');
    await setState(learning, 'S1003', 'PASSIVE');
    expect(await read(id)).toMatchObject({ state: 'SUSPENDED', suspension: { reason: 'SYSTEM_PASSIVE' } });
    expect(await change(responsible, 'confirmAccesses', [id])).toMatchObject({ access: { state: 'SUSPENDED' } });
    await setState(agency, 'S1003', 'STOPPED_BY_AGENCY');
    expect(await read(id)).toMatchObject({ suspension: { reason: 'SYSTEM_STOPPED', liftedBy: 'The agency.' } });
    expect((await setState(learning, 'S1003', 'ACTIVE')).errors![0].extensions).toMatchObject({ code: 'NOT_PERMITTED', rule: 'A21' });
    await setState(agency, 'S1003', 'ACTIVE');
    expect(await read(id)).toMatchObject({ state: 'ACTIVE', suspension: null });
  });

  test('an archived system comes back within 30 days with all it had, and later has nothing left (P27)', async () => {
    const { access: id } = await approved(await daycare(), 'S1003', 'ws17-small');
    const { data } = await setState(learning, 'S1003', 'ARCHIVED');
    expect(data.setSystemState).toEqual({ state: 'ARCHIVED', archivedUntil: new Date(now + 30 * DAY).toISOString() });
    await later(29 * DAY);
    await setState(learning, 'S1003', 'ACTIVE');
    expect((await read(id)).state).toBe('ACTIVE');
    await setState(learning, 'S1003', 'ARCHIVED');
    await later(31 * DAY);
    await eventually(
      () => read(id),
      ({ state }) => state === 'ENDED',
    );
    expect((await setState(learning, 'S1003', 'ACTIVE')).errors![0].extensions).toMatchObject({ code: 'STATE_CONFLICT' });
  });

  test('when other people come to decide, waiting requests follow to them and accesses are to be confirmed within 90 days (C4, hard case 2)', async () => {
    const number = await daycare();
    const { access: id } = await approved(number);
    const waiting = await sent(number, 'S1002', 'ws17-communication');
    const { data } = await here.register(agency, 'query($n: InstitutionNumber!) { daycare(number: $n) { version } }', { n: number });
    await here.register(
      agency,
      'mutation($n: InstitutionNumber!, $v: Int!) { moveUnit(number: $n, to: "G91002", version: $v) { daycare { number } } }',
      { n: number, v: data.daycare.version },
    );
    const asked = await eventually(
      () => read(id),
      (each) => kinds(each).includes('QUESTIONED'),
    );
    const by = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(now + 90 * DAY);
    expect(asked).toMatchObject({ state: 'ACTIVE', confirmBy: by });
    expect(kinds(await readRequest(waiting))).toEqual(['REQUESTED', 'READDRESSED']);
    expect(await change(responsible, 'confirmAccesses', [id])).toMatchObject({ refusal: { code: 'NOT_PERMITTED', rule: 'D3' } });
    await later(92 * DAY);
    await eventually(
      () => read(id),
      ({ suspension }) => suspension?.reason === 'UNCONFIRMED',
    );
    expect(await change(staffOf(number), 'confirmAccesses', [id])).toMatchObject({ access: { state: 'ACTIVE' } });
  });

  test('a daycare that closes leaves nothing in force; those that follow after it are asked anew, one step for whoever decides there (R32, P15)', async () => {
    const [closing, after] = [await daycare(), await daycare()];
    const { access: id } = await approved(closing);
    const waiting = await sent(closing, 'S1002', 'ws17-communication');
    const { data } = await here.register(agency, 'query($n: InstitutionNumber!) { daycare(number: $n) { version } }', { n: closing });
    await here.register(
      agency,
      'mutation($n: InstitutionNumber!, $v: Int!, $s: [InstitutionNumber!]) { closeDaycare(number: $n, version: $v, succeededBy: $s, reason: "merged") { daycare { number } } }',
      { n: closing, v: data.daycare.version, s: [after] },
    );
    await eventually(
      () => read(id),
      ({ state }) => state === 'LAPSED',
    );
    expect((await readRequest(waiting)).state).toBe('LAPSED');
    const inbox = await here.ask(
      responsible,
      'query($d: InstitutionNumber) { inbox(filter: { daycare: $d }) { nodes { id comment service { code } } } }',
      { d: after },
    );
    expect(inbox.data.inbox.nodes).toEqual([
      { id: expect.any(String), comment: expect.stringContaining(closing), service: { code: 'ws10-import' } },
    ]);
    const [offered] = inbox.data.inbox.nodes;
    expect((await here.ask(responsible, approve, { ids: [offered.id] })).data.approveRequests.results[0]).toMatchObject({
      request: { state: 'APPROVED' },
    });
  });

  test("the institution's side asks a supplier to send, and is told once a week; a stranger's daycare is not there (A5, P8)", async () => {
    const number = await daycare();
    const ask = (actor: Actor, daycareNumber = number) =>
      here.ask(
        actor,
        'mutation($d: InstitutionNumber!) { askForRequest(system: "S1001", service: "ws10-import", daycare: $d, comment: "Please send") }',
        { d: daycareNumber },
      );
    expect((await ask(actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]))).errors![0].extensions.code).toBe('NOT_FOUND');
    for (let times = 0; times < 2; times++) expect((await ask(staffOf(number))).data.askForRequest).toBe(true);
    const list = async (actor: Actor) =>
      (await here.ask(actor, '{ soughtRequests { nodes { daycareNumber comment byOrganisation standing } } }')).data.soughtRequests.nodes;
    expect(await list(placement)).toEqual([
      { daycareNumber: number, comment: 'Please send', byOrganisation: `Daycare ${number}`, standing: 'daycare employee' },
    ]);
    expect(await list(learning)).toEqual([]);
    await sent(number);
    expect(await list(placement)).toEqual([]);
    expect((await ask(staffOf(number))).errors![0].extensions.code).toBe('ALREADY_REQUESTED');
  });

  test('a supplier asks the agency for a connection; closed, it takes all that rests on it along (3.1, A21)', async () => {
    const ask = (actor: Actor) => here.ask(actor, 'mutation { askForConnection(system: "S1001", service: "ws17-full") { id state } }');
    expect((await ask(learning)).errors![0].extensions.code).toBe('NOT_PERMITTED');
    const { id } = (await ask(placement)).data.askForConnection;
    expect((await ask(placement)).errors![0].extensions.code).toBe('STATE_CONFLICT');
    const number = await daycare();
    expect(await requestAccess(here.ask, 'S1001', 'ws17-full', [number]).catch((fault) => fault.message)).toContain('NO_CONNECTION');
    const decide = (actor: Actor, act: string, reason = '') =>
      here.ask(
        actor,
        `mutation($ids: [ID!]!) { ${act}(ids: $ids${reason && `, reason: "${reason}"`}) { results { connection { state } refusal { code } } } }`,
        { ids: [id] },
      );
    expect((await decide(placement, 'approveConnections')).errors![0].extensions.code).toBe('NOT_PERMITTED');
    expect((await decide(agency, 'approveConnections')).data.approveConnections.results[0].connection.state).toBe('APPROVED');
    const { access: granted } = await approved(number, 'S1001', 'ws17-full');
    const waiting = await sent(await daycare(), 'S1001', 'ws17-full');
    expect((await decide(agency, 'closeConnections', 'Misuse')).data.closeConnections.results[0].connection.state).toBe('CLOSED');
    expect((await read(granted)).state).toBe('CLOSED_BY_AGENCY');
    expect((await readRequest(waiting)).state).toBe('LAPSED');
    expect((await decide(agency, 'approveConnections')).data.approveConnections.results[0].refusal.code).toBe('STATE_CONFLICT');
  });

  test('more than an access opens is asked for beside it, and once approved takes its place; the same again is refused (A24)', async () => {
    const number = await daycare();
    const ask = async (categories: string[]) => {
      const { data } = await here.ask(
        placement,
        `mutation($d: InstitutionNumber!, $c: [DataCategory!]) { requestDataAccess(input: { system: "S1001", service: "ws10-import", categories: $c, purposeKind: PLACEMENT, purpose: "Places", processingAgreement: "DPA 1", daycares: [{ number: $d }] }) { results { request { id } refusal { code } } } }`,
        { d: number, c: categories },
      );
      return data.requestDataAccess.results[0];
    };
    const small = (await ask(['IDENTITY', 'ROLE'])).request.id;
    const first = (await here.ask(responsible, approve, { ids: [small] })).data.approveRequests.results[0].request.access.id;
    expect(await ask(['IDENTITY'])).toMatchObject({ refusal: { code: 'ALREADY_REQUESTED' } });
    const more = (await ask(['IDENTITY', 'ROLE', 'EMAIL'])).request.id;
    expect(await ask(['PHONE'])).toMatchObject({ refusal: { code: 'ALREADY_REQUESTED' } });
    expect((await read(first)).state).toBe('ACTIVE');
    const second = (await here.ask(responsible, approve, { ids: [more] })).data.approveRequests.results[0].request.access;
    expect([(await read(first)).state, (await read(second.id)).state]).toEqual(['REVOKED', 'ACTIVE']);
    expect(await change(responsible, 'undoDecisions', [more])).toMatchObject({ refusal: { code: 'STATE_CONFLICT' } });
    expect(await ask(['IDENTITY'])).toMatchObject({ refusal: { code: 'ALREADY_REQUESTED' } });
    await change(responsible, 'revokeAccesses', [second.id], { reason: 'enough' });
    expect((await ask(['IDENTITY'])).request).not.toBeNull();
  });

  test('a system has public keys, five at the most, never a private one', async () => {
    const add = async (jwk: object, actor: Actor = placement) => {
      const { data, errors } = await here.ask(
        actor,
        'mutation($k: String!) { addSystemKey(system: "S1001", jwk: $k) { id withdrawnAt } }',
        { k: JSON.stringify(jwk) },
      );
      return data?.addSystemKey ?? errors![0].extensions.code;
    };
    const made = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await add(made().privateKey.export({ format: 'jwk' }))).toBe('INVALID_INPUT');
    expect(await add({ kty: 'oct', k: 'AAAA' })).toBe('INVALID_INPUT');
    expect(await add(made().publicKey.export({ format: 'jwk' }), learning)).toBe('NOT_PERMITTED');
    const first = await add(made().publicKey.export({ format: 'jwk' }));
    for (let nth = 0; nth < 4; nth++) expect(await add(made().publicKey.export({ format: 'jwk' }))).toMatchObject({ withdrawnAt: null });
    expect(await add(made().publicKey.export({ format: 'jwk' }))).toBe('LIMIT_EXCEEDED');
    await here.ask(placement, 'mutation($k: ID!) { withdrawSystemKey(system: "S1001", key: $k) { id } }', { k: first.id });
    expect(await add(made().publicKey.export({ format: 'jwk' }))).toMatchObject({ withdrawnAt: null });
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
