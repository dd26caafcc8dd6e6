import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ClientAnswer } from '#shared/graphql-client.ts';
import { hammer } from '../support/hammer.ts';
import { eventually } from '../support/installation.ts';
import { type OpenedDaycare, openDaycare } from '../support/opened-daycare.ts';
import { type Stage, stages } from '../support/stage.ts';

const done = (answer: ClientAnswer, what: unknown) => {
  if (!what) throw new Error(JSON.stringify(answer));
};

/** What takes a system's reading of a daycare's persons away. */
const takings: readonly {
  readonly what: string;
  readonly daycare: string;
  readonly take: (stage: Stage, opened: OpenedDaycare) => Promise<void>;
}[] = [
  {
    what: 'its access is revoked',
    daycare: 'G90052',
    take: async (_, { decider, accessId }) => {
      const answer = await decider({
        query: 'mutation($ids: [ID!]!) { revokeAccesses(ids: $ids, reason: "no more") { results { access { state } } } }',
        variables: { ids: [accessId] },
      });
      done(answer, answer.data?.revokeAccesses?.results[0].access);
    },
  },
  {
    what: 'its system is made passive',
    daycare: 'G90053',
    take: async ({ cast }) => {
      const answer = await cast({ as: 'supplier-1002' })({
        query: 'mutation { setSystemState(system: "S1002", state: PASSIVE, reason: "pause") { state } }',
      });
      done(answer, answer.data?.setSystemState);
    },
  },
  {
    what: 'its daycare is closed',
    daycare: 'G90054',
    take: async ({ cast }, { number }) => {
      const clerk = cast({ as: 'employee-0751' });
      const answer = await clerk({
        query: 'mutation($n: InstitutionNumber!) { closeDaycare(number: $n, version: 1, reason: "closed") { daycare { status } } }',
        variables: { n: number },
      });
      done(answer, answer.data?.closeDaycare);
    },
  },
];

describe.each(stages)('$stage: no read that starts after the answer goes through', ({ open }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  test.each(takings)(
    'when $what',
    async ({ daycare, take }) => {
      await stage.cast({ as: 'agency' })({
        query: 'mutation { setSystemState(system: "S1002", state: ACTIVE, reason: "again") { state } }',
      });
      await stage.cast({ as: 'supplier-1002' })({
        query: 'mutation { setSystemState(system: "S1002", state: ACTIVE, reason: "again") { state } }',
      });
      const opened = await openDaycare(stage.cast, daycare);
      const { through, late } = await hammer({ attempt: opened.readPeople, take: () => take(stage, opened) });
      expect(through).toBeGreaterThan(0);
      expect(late).toBe(0);
    },
    60_000,
  );

  test('when its access is revoked while the process that follows is killed and comes back', async () => {
    await stage.cast({ as: 'supplier-1002' })({
      query: 'mutation { setSystemState(system: "S1002", state: ACTIVE, reason: "again") { state } }',
    });
    const opened = await openDaycare(stage.cast, 'G90033');
    const take = async () => {
      const restarted = stage.restartFollower();
      await takings[0]!.take(stage, opened);
      await restarted;
    };
    const { through, late } = await hammer({ attempt: () => opened.readPeople().catch(() => false), take, afterMs: 1_500 });
    expect(through).toBeGreaterThan(0);
    expect(late).toBe(0);
    const told = await eventually(
      () =>
        opened.reader({
          query: 'query($d: InstitutionNumber!) { daycare(number: $d) { people { nodes { role } } } }',
          variables: { d: opened.number },
        }),
      ({ errors }) => errors?.[0]?.extensions?.code !== 'UNAVAILABLE',
    );
    expect(told.errors?.[0]?.extensions?.code).toBe('NO_ACTIVE_ACCESS');
  }, 90_000);

  test('and the old body approves nothing more once a change of ownership is answered', async () => {
    const family = await stage.cast({ as: 'agency' })({
      query:
        '{ daycares(filter: { municipality: "0851", level: INSTITUTION, ownership: [MUNICIPAL] }, first: 1) { nodes { number version ... on DaycareInstitution { units { nodes { number } } } } } }',
    });
    const [cluster] = family.data.daycares.nodes;
    const numbers: string[] = cluster.units.nodes.map(({ number }: { number: string }) => number);
    expect(numbers.length).toBeGreaterThan(2);
    const input = {
      system: 'S1001',
      service: 'ws10-import',
      purposeKind: 'PLACEMENT',
      purpose: 'Users',
      processingAgreement: 'DPA 1',
      daycares: numbers.map((number) => ({ number })),
    };
    const asked = await stage.cast({ as: 'S1001' })({
      query: 'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { request { id } } } }',
      variables: { input },
    });
    const ids: string[] = asked.data.requestDataAccess.results.map(({ request }: { request: { id: string } }) => request.id);
    const responsible = stage.cast({ as: 'responsible-0851' });
    let turn = 0;
    const attempt = async () => {
      const { data } = await responsible({
        query: 'mutation($ids: [ID!]!) { approveRequests(ids: $ids) { results { request { state } refusal { code } } } }',
        variables: { ids: [ids[turn++ % ids.length]] },
      });
      const [result] = data?.approveRequests?.results ?? [];
      // Who is told that it is approved already got past the question who may decide.
      return result?.request?.state === 'APPROVED' || result?.refusal?.code === 'STATE_CONFLICT';
    };
    const take = async () => {
      const answer = await stage.cast({ as: 'agency' })({
        query:
          'mutation($n: InstitutionNumber!, $v: Int!) { changeInstitution(number: $n, version: $v, changes: { ownership: SELF_OWNED, legalBasis: DAYCARE_19_3 }) { daycare { ownership } } }',
        variables: { n: cluster.number, v: cluster.version },
      });
      done(answer, answer.data?.changeInstitution);
    };
    const { through, late } = await hammer({ attempt, take });
    expect(through).toBeGreaterThan(0);
    expect(late).toBe(0);
  }, 60_000);
});
