import { describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { dice, hammer } from '../support/hammer.ts';
import {
  agency,
  approve,
  eventually,
  load,
  registerSuppliers,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';

const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const UNITS = 60;
const unitNumber = (index: number) => `G92${String(index).padStart(3, '0')}`;

describe.each(engines)('on $engine, once a change of ownership is answered', (engine) => {
  test.each(['a follower that listens', 'a follower that has stopped listening and comes back'])(
    'the old body approves nothing more, with %s',
    async (how) => {
      const seed = Date.now() % 100_000;
      const roll = dice(seed);
      let deaf = false;
      const here = await startRegisterAndAgreements(engine, { hears: () => !deaf });
      try {
        await load(here.register, [
          row('G91001'),
          ...Array.from({ length: UNITS }, (_, index) => row(unitNumber(index), { institution: 'G91001' })),
        ]);
        await registerSuppliers(here.ask);
        const numbers = Array.from({ length: UNITS }, (_, index) => unitNumber(index));
        await eventually(
          () => requestAccess(here.ask, 'S1001', 'ws10-import', [unitNumber(UNITS - 1)]),
          ([result]) => result.refusal?.code !== 'NOT_FOUND',
        );
        const results = await requestAccess(here.ask, 'S1001', 'ws10-import', numbers.slice(0, -1));
        const ids: string[] = results.map(({ request }: { request: { id: string } }) => request.id);
        const attempt = async () => {
          const { data } = await here.ask(responsible, approve, { ids: [ids[roll(ids.length)]] });
          const result = data?.approveRequests?.results[0];
          // A second approval of the same request got past the question who may decide, so it counts as gone through.
          return result?.request?.state === 'APPROVED' || result?.refusal?.code === 'STATE_CONFLICT';
        };
        const take = async () => {
          deaf = how !== 'a follower that listens';
          const change =
            'mutation { changeInstitution(number: "G91001", version: 1, changes: { ownership: SELF_OWNED, legalBasis: DAYCARE_19_3 }) { daycare { ownership } } }';
          const { data, errors } = await here.register(agency, change);
          if (!data?.changeInstitution) throw new Error(JSON.stringify(errors));
        };
        const { through, late, tookMs } = await hammer({ attempt, take });
        expect({ seed, late }).toEqual({ seed, late: 0 });
        expect(through).toBeGreaterThan(0);
        expect(tookMs > 8_000).toBe(deaf);
        if (deaf) {
          const { errors } = await here.ask(responsible, approve, { ids: [ids[0]] });
          expect(errors?.[0].extensions.code).toBe('UNAVAILABLE');
          deaf = false;
        }
        const settled = await eventually(
          () => here.ask(responsible, approve, { ids: [ids[0]] }),
          ({ errors }) => !errors,
        );
        expect(settled.data.approveRequests.results[0].refusal).toMatchObject({ code: 'NOT_PERMITTED', rule: 'D3' });
      } finally {
        deaf = false;
        await here.stop();
      }
    },
  );
});
