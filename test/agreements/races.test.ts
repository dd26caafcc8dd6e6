import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { engines } from '../support/databases.ts';
import { agency, eventually } from '../support/installation.ts';
import { rowsIn } from '../support/store-rows.ts';
import {
  becomes,
  closes,
  employee,
  learning,
  type Outcome,
  racingOn,
  responsible,
  staffOf,
  toldWhoWasFirst,
  won,
} from './support/racing.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 8);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

describe.each(engines)('races for the same agreements on $engine', (engine) => {
  let racing: Awaited<ReturnType<typeof racingOn>>;
  beforeAll(async () => {
    console.log(`races on ${engine.engine}: SEED=${seed}`);
    racing = await racingOn(engine, seed);
  });
  afterAll(() => racing.here.stop());

  test('of sixteen who approve, reject and withdraw one request at once, one succeeds, and the others are told who and when (A18, A23)', async () => {
    const { daycares, waiting, act, atOnce, settled } = racing;
    const { numbers } = await daycares(ROUNDS);
    for (const [round, id] of (await waiting(numbers)).entries()) {
      const who = [responsible, employee, staffOf(numbers[round]!)];
      const outcomes = await atOnce(
        Array.from(
          { length: 16 },
          (_, nth) => () => (nth % 4 === 3 ? act('withdraw', learning, id) : act(nth % 2 ? 'approve' : 'reject', who[nth % 3]!, id)),
        ),
      );
      expect({
        round,
        seed,
        won: won(outcomes).length,
        conflicts: outcomes.filter(({ code }) => code === 'STATE_CONFLICT').length,
      }).toEqual({ round, seed, won: 1, conflicts: 15 });
      expect({ outcomes, told: toldWhoWasFirst(outcomes) }).toEqual({ outcomes, told: true });
    }
    await settled();
  });

  test('of sixteen who revoke, end, close and undo one approval at once, one succeeds, and the others are told who and when', async () => {
    const { daycares, waiting, act, accessOf, atOnce, settled } = racing;
    const { numbers } = await daycares(ROUNDS);
    for (const [round, id] of (await waiting(numbers)).entries()) {
      expect((await act('approve', responsible, id)).code).toBe('ok');
      const access = await accessOf(id);
      const one = [
        () => act('revoke', responsible, access),
        () => act('revoke', staffOf(numbers[round]!), access),
        () => act('end', learning, access),
        () => act('close', agency, access),
        () => act('undo', responsible, id),
      ];
      const outcomes = await atOnce(Array.from({ length: 16 }, (_, nth) => one[nth % one.length]!));
      // What is undone is not a decision any more, so there is nobody to name to who would undo it again.
      const others = outcomes.filter(({ act: name, because }) => name !== 'undo' || !because.includes('waiting'));
      expect({ round, seed, won: won(outcomes).length, codes: new Set(outcomes.map(({ code }) => code)) }).toEqual({
        round,
        seed,
        won: 1,
        codes: new Set(['ok', 'STATE_CONFLICT']),
      });
      expect({ others, told: toldWhoWasFirst(others) }).toEqual({ others, told: true });
    }
    await settled();
  });

  test('whatever comes at once of deciding, undoing, revoking, pausing the system, closing the daycare and changing its ownership, nothing is left half done', async () => {
    const { here, roll, daycares, waiting, act, accessOf, setState, registerDoes, atOnce, settled } = racing;
    const codes = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const { cluster, numbers } = await daycares(4, { legalBasis: 'DAYCARE_19_2' });
      const ids = await waiting(numbers);
      for (const id of ids.slice(0, 2)) await act('approve', responsible, id);
      const accesses = await Promise.all(ids.slice(0, 2).map(accessOf));
      const any = () => ids[roll(ids.length)]!;
      const deciders = [responsible, employee, staffOf(numbers[0]!)];
      const by = () => deciders[roll(deciders.length)]!;
      const outcomes = await atOnce([
        ...Array.from({ length: 4 }, () => () => act('approve', by(), any())),
        () => act('reject', by(), any()),
        () => act('withdraw', learning, any()),
        () => act('undo', responsible, ids[0]!),
        () => act('undo', responsible, ids[1]!),
        () => act('revoke', by(), accesses[0]!),
        () => act('confirm', responsible, accesses[1]!),
        () => act('end', learning, accesses[1]!),
        () => setState('PASSIVE'),
        () => setState('STOPPED_BY_AGENCY'),
        () => setState('ACTIVE'),
        () => registerDoes(closes, numbers[roll(4)]!),
        () => registerDoes(becomes('SELF_OWNED', 'DAYCARE_19_3'), cluster),
      ]);
      for (const { code } of outcomes) codes.add(code);
      await eventually(
        () => here.ask(agency, 'mutation { setSystemState(system: "S1003", state: ACTIVE, reason: "so") { state } }'),
        ({ errors }) => !errors || errors[0].extensions.code === 'STATE_CONFLICT',
      );
      await settled();
    }
    const rightly = ['ok', 'STATE_CONFLICT', 'NOT_PERMITTED', 'NOT_FOUND', 'DAYCARE_CLOSED', 'ALREADY_REQUESTED', 'STALE_VERSION'];
    expect([...codes].filter((code) => !rightly.includes(code))).toEqual([]);
  });

  test('while a daycare becomes self-owned, its import is approved once, by whoever decides at that moment (C4, D1, D3)', async () => {
    const { daycares, waiting, act, kindsOf, registerDoes, atOnce, settled } = racing;
    for (let round = 0; round < ROUNDS; round++) {
      const { cluster, numbers } = await daycares(1, { legalBasis: 'DAYCARE_19_2' });
      const [id] = await waiting(numbers, 'S1001', 'ws10-import');
      const outcomes = await atOnce([
        () => registerDoes(becomes('SELF_OWNED', 'DAYCARE_19_3'), cluster),
        ...Array.from({ length: 15 }, (_, nth) => () => act('approve', nth % 2 ? responsible : staffOf(numbers[0]!), id!)),
      ]);
      const told = await eventually(
        () => kindsOf(id!),
        (history) => history.some(({ kind }) => kind === 'READDRESSED' || kind === 'QUESTIONED'),
      );
      const approved = told.filter(({ kind }) => kind === 'APPROVED');
      const moved = told.findIndex(({ kind }) => kind === 'READDRESSED' || kind === 'QUESTIONED');
      const standing = told.findIndex(({ kind }) => kind === 'APPROVED') > moved ? 'daycare employee' : 'daycare responsible';
      expect({ told, won: won(outcomes).length - 1, by: approved.map((each) => each.standing) }).toEqual({
        told,
        won: approved.length,
        by: approved.map(() => standing),
      });
      expect(approved.length).toBeLessThanOrEqual(1);
      await settled();
    }
  });

  test('who asks for the same, or for more, while it is approved and revoked, never waits twice, and never without a place (A24)', async () => {
    const { here, daycares, act, accessOf, atOnce, settled } = racing;
    const send = async (number: string, categories: readonly string[]): Promise<Outcome & { readonly id?: string }> => {
      const told = { system: 'S1003', service: 'ws17-small', categories, purposeKind: 'OTHER', purpose: 'x', processingAgreement: 'y' };
      const { data } = await here.ask(
        learning,
        'mutation($input: RequestDataAccessInput!) { act: requestDataAccess(input: $input) { results { request { id } refusal { code because } } } }',
        { input: { ...told, daycares: [{ number }] } },
      );
      const [{ request, refusal }] = data.act.results;
      return { act: 'send', by: learning.id, code: refusal?.code ?? 'ok', because: refusal?.because ?? '', id: request?.id };
    };
    const { numbers } = await daycares(ROUNDS);
    for (const number of numbers) {
      const first = await atOnce(Array.from({ length: 16 }, () => () => send(number, ['IDENTITY'])));
      expect(won(first)).toHaveLength(1);
      const small = first.find(({ id }) => id)!.id!;
      await act('approve', responsible, small);
      const access = await accessOf(small);
      const more = await send(number, ['IDENTITY', 'ROLE']);
      await atOnce([
        ...Array.from({ length: 4 }, () => () => act('approve', responsible, more.id!)),
        ...Array.from({ length: 4 }, () => () => send(number, ['IDENTITY', 'ROLE', 'GROUPS'])),
        ...Array.from({ length: 4 }, () => () => act('revoke', employee, access)),
        () => act('undo', responsible, small),
        () => act('reject', employee, more.id!),
        () => act('withdraw', learning, more.id!),
        () => act('end', learning, access),
      ]);
      const { data } = await here.ask(
        agency,
        'query($d: InstitutionNumber) { dataAccessRequests(filter: { daycare: $d, state: [WAITING] }) { totalCount } }',
        { d: number },
      );
      expect(data.dataAccessRequests.totalCount).toBeLessThanOrEqual(1);
      await settled();
    }
  });

  test('a daycare that asks for the same sixteen times at once is told of to the supplier once (A5)', async () => {
    const { here, daycares, atOnce } = racing;
    const { numbers } = await daycares(1);
    const ask = (actor: Actor) =>
      here.ask(
        actor,
        'mutation($d: InstitutionNumber!) { askForRequest(system: "S1003", service: "ws17-small", daycare: $d, comment: "Please send") }',
        { d: numbers[0] },
      );
    const answers = await atOnce(
      Array.from({ length: 16 }, (_, nth) => () => ask([responsible, employee, staffOf(numbers[0]!)][nth % 3]!)),
    );
    expect(answers.map(({ data, errors }) => data?.askForRequest ?? errors)).toEqual(Array(16).fill(true));
    const [told] = await rowsIn(
      here.stores.agreements,
      `SELECT position FROM event_log WHERE kind = 'RequestSought' AND subject = '${numbers[0]}'`,
    );
    const { data } = await here.ask(learning, '{ soughtRequests(first: 100) { nodes { daycareNumber } } }');
    expect([
      told!.length,
      data.soughtRequests.nodes.filter((each: { daycareNumber: string }) => each.daycareNumber === numbers[0]).length,
    ]).toEqual([1, 1]);
    expect(here.log).toEqual([]);
  });
});
