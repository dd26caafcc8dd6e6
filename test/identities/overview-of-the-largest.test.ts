import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { insertRows } from '#shared/database.ts';
import { followerStates } from '#shared/follow.ts';
import { openDatabase } from '#shared/open-database.ts';
import { readMunicipalSummaries, readUnits } from '../../subgraphs/identities/actions/overseeing/read-overview.ts';
import { readSources } from '../../subgraphs/identities/actions/overseeing/read-sources.ts';
import { readSummaries } from '../../subgraphs/identities/actions/overseeing/read-summaries.ts';
import { readPeople } from '../../subgraphs/identities/actions/reading/read-people.ts';
import { type KeptRun, importRuns, importSources } from '../../subgraphs/identities/database/importing/import-tables.ts';
import { peopleCounts } from '../../subgraphs/identities/database/people/people-tables.ts';
import { readLog } from '../../subgraphs/identities/database/reading/read-log-table.ts';
import { readingsOf } from '../../subgraphs/identities/database/reading/readings.ts';
import { startIdentities, storage } from '../../subgraphs/identities/server.ts';
import type { Readings } from '../../subgraphs/identities/domain/reading/readings.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { engines, freshStores } from '../support/databases.ts';
import { asking, keepingLog, testKeys } from '../support/subgraphs.ts';
import { employee, responsible, vaultKeys } from './support/neighbourhood.ts';
import { prepare, statementsOf, submitTo } from './support/store.ts';

const units = Array.from({ length: 468 }, (_, index) => `G1${String(1000 + index)}`);
const first = { after: undefined, limit: 51 };
const source = (daycare: string) => ({ daycare, system: 'S1', source: 'Placement' });
const counts = { persons: 180, begun: 3, ended: 2, changed: 1, unchanged: 173, refused: 1, notices: 1 };

const run = (daycare: string, id: string, state: KeptRun['state']): KeptRun => ({
  id,
  ...source(daycare),
  sourceDateTime: 1,
  receivedAt: Date.now() - 1000,
  state,
  refusal: null,
  ...counts,
  digest: id,
  uncountedAccess: null,
});

/** What the page shows: the sum, the units, how it stands with each, and what its sources sent last. */
async function overview(readings: Readings, actor: Actor) {
  const [sum] = (await readMunicipalSummaries(readings, actor, ['0751'])).values();
  const page = await readUnits(readings, actor, { municipality: '0751', freshness: null }, first);
  const numbers = 'because' in page ? [] : page.map(({ number }) => number);
  const [summaries, sources] = [await readSummaries(readings, actor, numbers), await readSources(readings, actor, numbers)];
  const last = [...sources.values()].flatMap((each) => ('because' in each ? [] : each.map(({ lastRun }) => lastRun ?? '')));
  return { sum, numbers, summaries, runs: await readings.runsByIds(last) };
}

const page =
  '{ userOverview(municipality: "0751") { summary { children heldImports freshness } units { nodes { daycareNumber summary { children employees contacts openNotices heldImports freshness } sources { source freshness lastRun { receivedAt counts { begun ended refused } } } } } } }';

/** The subgraph over a store that was filled; its neighbours have nothing to tell. */
async function served(databaseUrl: string) {
  const { trusted, signers } = await testKeys();
  const silent = () => new Promise<never>(() => {});
  const parts = { databaseUrl, trusted, clock: Date.now, log: keepingLog().log, vaultKeys };
  const subgraph = await startIdentities({ ...parts, institutions: silent, agreements: silent });
  return { ask: asking(subgraph, signers.gateway!), stop: subgraph.stop };
}

describe.each(engines)('the overview of the largest municipality on $engine', (engine) => {
  const open = freshStores();

  test('tells of held documents and last runs, in at most twelve statements', async () => {
    const place = await engine.place();
    const database = await openDatabase({ url: place.url, clock: Date.now, ...storage });
    await prepare(database, ...units);
    await database.transaction(async (transaction) => {
      const ties = { ties: 180, openNotices: 1 };
      await insertRows(
        transaction,
        importSources,
        units.map((daycare, nth) => {
          const heldRun = nth < 3 ? `H${daycare}` : null;
          return {
            ...source(daycare),
            sourceDateTime: 1,
            newestDateTime: 1,
            lastRun: `R${daycare}`,
            heldRun,
            takenAt: Date.now(),
            ...ties,
          };
        }),
      );
      await insertRows(
        transaction,
        importRuns,
        units.map((daycare) => run(daycare, `R${daycare}`, 'APPLIED')),
      );
      await insertRows(
        transaction,
        importRuns,
        units.slice(0, 3).map((daycare) => run(daycare, `H${daycare}`, 'HELD')),
      );
      const people = { children: 55, employees: 15, externals: 0, contacts: 110 };
      await insertRows(
        transaction,
        peopleCounts,
        units.map((daycare) => ({ daycare, ...people })),
      );
    });
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const shown = await overview(readings, responsible);
    expect(shown.sum).toMatchObject({ children: 468 * 55, contacts: 468 * 110, openNotices: 468, heldImports: 3 });
    expect(units.slice(0, 4).map((unit) => shown.summaries.get(unit))).toMatchObject([1, 1, 1, 0].map((heldImports) => ({ heldImports })));
    expect([shown.numbers.length, shown.runs.size]).toEqual([51, 51]);
    expect(shown.runs.get(`R${units[50]}`)).toMatchObject({ begun: 3, ended: 2, refused: 1 });
    expect((await statementsOf(database, () => overview(readings, responsible))).length).toBeLessThanOrEqual(12);
    await database.transaction(({ manager }) =>
      manager
        .createQueryBuilder()
        .update(followerStates)
        .set({ validUntil: Date.now() + 10_000 })
        .execute(),
    );
    await database.close();
    const { ask, stop } = await served(place.url);
    try {
      const { data, errors } = await ask(responsible, page);
      expect(errors).toBeUndefined();
      expect(data.userOverview.units.nodes[0]).toMatchObject({
        summary: { heldImports: 1 },
        sources: [{ lastRun: { counts: { ended: 2 } } }],
      });
    } finally {
      await stop();
      await place.remove();
    }
  });

  test('whose people are looked at from it is logged before they are shown', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001');
    await submitTo(database, { daycare: 'G10001', source: 'S', sourceDateTime: 1, persons: [employee({ id: 'A' })] });
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const look = async (actor: Actor) => (await readPeople(readings, actor, [{ daycare: 'G10001', filter: {}, place: first }]))[0];
    const logged = () => database.read((manager) => manager.createQueryBuilder(readLog, 'l').getMany());
    const municipal: Actor = { ...responsible, mandates: [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }] };
    expect(await look(municipal)).toHaveProperty('code');
    expect(await logged()).toEqual([]);
    expect(await look(responsible)).toHaveLength(1);
    expect(await logged()).toMatchObject([{ daycare: 'G10001', standing: 'daycare responsible', shown: 1 }]);
  });
});
