import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { engines } from '../support/databases.ts';
import { agency, approve } from '../support/installation.ts';
import { rowsIn } from '../support/store-rows.ts';
import { closes, employee, learning, racingOn, responsible } from './support/racing.ts';

const MANY = 400;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

describe.each(engines)('four hundred decisions in one call on $engine', ({ engine, place }) => {
  let racing: Awaited<ReturnType<typeof racingOn>>;
  let numbers: readonly string[];
  beforeAll(async () => {
    console.log(`bulk approvals on ${engine}: SEED=${seed}`);
    racing = await racingOn({ engine, place }, seed);
    ({ numbers } = await racing.daycares(MANY));
  }, 60_000);
  afterAll(() => racing.here.stop());

  const approveAll = async (actor: Actor, ids: readonly string[], key?: string) => {
    const { data, errors } = await racing.here.ask(actor, approve, { ids, key });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.approveRequests.results as {
      id: string;
      request: { state: string; access: { id: string; state: string } } | null;
      refusal: { code: string; because: string } | null;
    }[];
  };
  const revokeAll = async (ids: readonly string[]) => {
    const { data, errors } = await racing.here.ask(
      responsible,
      'mutation($ids: [ID!]!) { revokeAccesses(ids: $ids, reason: "anew") { results { refusal { code } } } }',
      { ids },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.revokeAccesses.results;
  };
  const countOf = async (kind: string): Promise<number> => {
    const [rows] = await rowsIn(racing.here.stores.agreements, `SELECT COUNT(*) AS many FROM event_log WHERE kind = '${kind}'`);
    return Number(rows![0].many);
  };

  test('are done within two seconds, each with its access, its place and its event', async () => {
    const { waiting, settled } = racing;
    const took: number[] = [];
    for (let round = 0; round < 5; round++) {
      const ids = await waiting(numbers, 'S1003', 'ws17-medium');
      const before = await countOf('AgreementApproved');
      const began = performance.now();
      const results = await approveAll(employee, ids);
      took.push(performance.now() - began);
      expect(results.filter(({ request }) => request?.access.state === 'ACTIVE')).toHaveLength(MANY);
      expect((await countOf('AgreementApproved')) - before).toBe(MANY);
      await revokeAll(results.map(({ request }) => request!.access.id));
    }
    console.log(`${MANY} approvals in one call on ${engine}: ${took.map((each) => `${each.toFixed(0)} ms`).join(', ')}`);
    const middle = took.toSorted((one, other) => one - other)[2]!;
    expect(middle).toBeLessThan(2_000);
    await settled();
  }, 60_000);

  test("each have their own answer, where three daycares closed meanwhile, others are not the clerk's, and some are decided already (hard case 18)", async () => {
    const { here, daycares, waiting, act, accessOf, registerDoes, settled } = racing;
    const { numbers: own } = await daycares(68);
    const { numbers: foreign } = await daycares(20, { municipality: '0101' });
    const ids = await waiting(own);
    const others = await waiting(foreign);
    for (const number of own.slice(0, 3)) expect((await registerDoes(closes, number)).code).toBe('ok');
    for (const id of ids.slice(3, 6)) expect((await act('reject', responsible, id)).code).toBe('ok');
    for (const id of ids.slice(6, 9)) expect((await act('withdraw', learning, id)).code).toBe('ok');
    for (const id of ids.slice(9, 12)) {
      expect((await act('approve', responsible, id)).code).toBe('ok');
      expect((await act('revoke', responsible, await accessOf(id))).code).toBe('ok');
    }
    const asked = [...ids, ...others, 'none', ...ids.slice(20, 22)];
    const results = await approveAll(employee, asked);
    expect(results.map(({ id }) => id)).toEqual(asked);
    expect(results.map(({ refusal }) => refusal?.code ?? 'ok')).toEqual([
      ...Array(12).fill('STATE_CONFLICT'),
      ...Array(56).fill('ok'),
      ...Array(21).fill('NOT_FOUND'),
      'ok',
      'ok',
    ]);
    // What is another's is answered as what is not there, to the byte.
    expect(new Set(results.slice(68, 89).map(({ id: _, ...told }) => JSON.stringify(told))).size).toBe(1);
    expect(results.slice(0, 12).map(({ refusal }) => refusal!.because.match(/is (\w+) already by (.+) \(/)?.slice(1))).toEqual([
      ...Array(3).fill(['lapsed', 'The register of daycares']),
      ...Array(3).fill(['rejected', 'Aarhus Kommune']),
      ...Array(3).fill(['withdrawn', 'Supplier 1003']),
      ...Array(3).fill(['approved', 'Aarhus Kommune']),
    ]);
    const { data } = await here.ask(
      agency,
      'query($ids: InstitutionNumber) { dataAccessRequests(filter: { daycare: $ids, state: [WAITING] }) { totalCount } }',
      { ids: foreign[0] },
    );
    expect(data.dataAccessRequests.totalCount).toBe(1);
    await settled();
  }, 60_000);

  test('happen once, however often and however many at once they are sent with one key', async () => {
    const { waiting, atOnce, settled } = racing;
    const ids = await waiting(numbers, 'S1003', 'ws17-medium');
    const before = await countOf('AgreementApproved');
    const answers = await atOnce(Array.from({ length: 8 }, () => () => approveAll(employee, ids, `bulk ${seed}`)));
    answers.push(await approveAll(employee, ids, `bulk ${seed}`));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.filter(({ refusal }) => refusal)).toEqual([]);
    expect((await countOf('AgreementApproved')) - before).toBe(MANY);
    // With another key it is another act, and comes too late.
    const late = await approveAll(employee, ids, `bulk ${seed} again`);
    expect(new Set(late.map(({ refusal }) => refusal?.code))).toEqual(new Set(['STATE_CONFLICT']));
    expect(await revokeAll(answers[0]!.map(({ request }) => request!.access.id))).toEqual(Array(MANY).fill({ refusal: null }));
    await settled();
  }, 60_000);

  test('leave no access in force where the system is made passive in the middle of them (A20, hard case 15)', async () => {
    const { here, roll, waiting, settled } = racing;
    const set = (state: string) =>
      here.ask(learning, 'mutation($to: SystemState!) { setSystemState(system: "S1003", state: $to, reason: "pause") { state } }', {
        to: state,
      });
    const outcomes: string[] = [];
    for (let round = 0; round < 8; round++) {
      const ids = await waiting(numbers, 'S1003', 'ws17-medium');
      const pause = roll(140);
      const [results] = await Promise.all([
        approveAll(employee, ids),
        new Promise((resolve) => setTimeout(resolve, pause)).then(() => set('PASSIVE')),
      ]);
      expect(results.filter(({ refusal }) => refusal)).toEqual([]);
      const [rows] = await rowsIn(
        here.stores.agreements,
        "SELECT state, suspensionReason AS reason, COUNT(*) AS many FROM data_access WHERE service = 'ws17-medium' AND state IN ('ACTIVE', 'SUSPENDED') GROUP BY state, suspensionReason",
      );
      expect({ pause, live: rows!.map((each) => ({ ...each, many: Number(each.many) })) }).toEqual({
        pause,
        live: [{ state: 'SUSPENDED', reason: 'SYSTEM_PASSIVE', many: MANY }],
      });
      outcomes.push(results[0]!.request!.access.state);
      await settled();
      expect((await set('ACTIVE')).errors).toBeUndefined();
      await revokeAll(results.map(({ request }) => request!.access.id));
    }
    console.log(`made passive during a bulk approval on ${engine}: answered ${outcomes.join(', ')}`);
  }, 60_000);
});
