import { describe, expect, test } from '@jest/globals';
import { startAgreements } from '../../subgraphs/agreements/server.ts';
import { engines } from '../support/databases.ts';
import { eventually, load, registerSuppliers, requestAccess, row, startRegisterAndAgreements } from '../support/installation.ts';
import { rowsIn } from '../support/store-rows.ts';
import { actorWith, keepingLog } from '../support/subgraphs.ts';
import { unsoundIn } from './support/sound-store.ts';

const DAY = 86_400_000;
const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const learning = actorWith([{ role: 'SUPPLIER', supplier: '1003' }]);
const servers = engines.filter(({ engine }) => engine !== 'SQLite');

(servers.length > 0 ? describe : describe.skip).each(servers)('the clock of several processes on $engine', (engine) => {
  test('four processes that look at once remind, expire, pause and end each once', async () => {
    let now = Date.parse('2026-11-25T09:00:00Z');
    const { kept, log } = keepingLog();
    const here = await startRegisterAndAgreements(engine, { clock: () => now, lookEvery: 5 });
    const others = await Promise.all(
      Array.from({ length: 3 }, () =>
        startAgreements({
          databaseUrl: here.stores.agreements,
          trusted: here.trusted,
          clock: () => now,
          log,
          lookEvery: 5,
          institutions: here.heard,
        }),
      ),
    );
    try {
      await registerSuppliers(here.ask);
      const numbers = Array.from({ length: 60 }, (_, nth) => `G92${100 + nth}`);
      await load(here.register, [row('G91001'), ...numbers.map((number) => row(number, { institution: 'G91001' }))]);
      await eventually(
        () => requestAccess(here.ask, 'S1002', 'ws17-communication', [numbers.at(-1)!]),
        ([result]) => result.refusal?.code !== 'NOT_FOUND',
      );
      const ids: string[] = (await requestAccess(here.ask, 'S1003', 'ws17-small', numbers)).map(
        ({ request }: { request: { id: string } }) => request.id,
      );
      await requestAccess(here.ask, 'S1001', 'ws10-import', numbers);
      await here.ask(responsible, 'mutation($ids: [ID!]!) { approveRequests(ids: $ids) { results { id } } }', { ids });
      const told = async (kind: string, service: string) => {
        const [rows] = await rowsIn(
          here.stores.agreements,
          `SELECT event_log.subject FROM event_log JOIN access_request ON access_request.id = event_log.subject WHERE kind = '${kind}' AND service = '${service}'`,
        );
        return [rows!.length, new Set(rows!.map(({ subject }) => subject)).size];
      };
      const comesTrue = async (days: number, kind: string, service: string, times: number) => {
        now += days * DAY;
        await eventually(
          () => told(kind, service),
          ([, all]) => all === 60,
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect({ kind, told: await told(kind, service) }).toEqual({ kind, told: [60 * times, 60] });
      };
      await comesTrue(8, 'AgreementReminded', 'ws10-import', 1);
      await comesTrue(83, 'AgreementExpired', 'ws10-import', 1);
      await comesTrue(250, 'AgreementQuestioned', 'ws17-small', 1);
      await comesTrue(30, 'AgreementSuspended', 'ws17-small', 1);
      await here.ask(learning, 'mutation { setSystemState(system: "S1003", state: ARCHIVED, reason: "so") { state } }');
      await comesTrue(31, 'AgreementEnded', 'ws17-small', 1);
      expect(await unsoundIn(here.stores.agreements)).toEqual([]);
      expect([...here.log, ...kept]).toEqual([]);
    } finally {
      for (const each of others) await each.stop();
      await here.stop();
    }
  });
});
