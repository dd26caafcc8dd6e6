import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/open-database.ts';
import { erasureIn } from '../../../subgraphs/identities/database/importing/erasure.ts';
import { eraseImports } from '../../../subgraphs/identities/jobs/erase-imports.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines } from '../../support/databases.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { decidedTown, employeeOf, idsFrom, municipal, staff, units } from '../support/decided-imports.ts';
import { documentOf, material, placement, platform, responsible } from '../support/neighbourhood.ts';

describe.each(engines)('overseeing imports on $engine', (engine) => {
  const { town, send, seen, undo, release } = decidedTown(engine);
  const all = (args = '') =>
    `{ importRuns(${args ? `${args}, ` : ''}first: 500) { totalCount nodes { id daycareNumber systemId state } } }`;
  const runsFor = async (actor: typeof placement, args = '') => {
    const { data, errors } = await town().ask(actor, all(args));
    return errors ? errors[0].extensions.code : data?.importRuns;
  };

  test('all that one may see, newest first, a page at a time and by filter; nobody sees what one daycare would not show', async () => {
    for (const unit of Object.values(units)) await send(documentOf(unit, staff(idsFrom(0, 20), 100)));
    await send(documentOf(units.municipal, [], { source: 'Second' }), { actor: platform });
    await send(documentOf(units.selfOwned, staff(idsFrom(0, 2), 100)));
    await send(documentOf(units.elsewhere, []), { dryRun: true });
    const seenBy = async (actor: typeof placement, args = '') => {
      const found = await runsFor(actor, args);
      if (typeof found === 'string') return found;
      expect(found.totalCount).toBe(found.nodes.length);
      return found.nodes.map(({ daycareNumber, state }: any) => `${daycareNumber} ${state}`);
    };
    const aarhus = ['G10002 HELD', 'G10001 APPLIED', 'G10004 APPLIED', 'G10002 APPLIED', 'G10001 APPLIED'];
    expect(await seenBy(placement)).toEqual([
      'G20001 PLANNED',
      'G10002 HELD',
      'G20001 APPLIED',
      'G10004 APPLIED',
      'G10003 APPLIED',
      'G10002 APPLIED',
      'G10001 APPLIED',
    ]);
    expect(await seenBy(platform)).toEqual(['G10001 APPLIED']);
    expect(await seenBy(material)).toEqual([]);
    for (const actor of [responsible, municipal]) expect(await seenBy(actor)).toEqual(aarhus);
    expect(await seenBy(employeeOf(units.private))).toEqual(['G10003 APPLIED']);
    expect(await seenBy(employeeOf(units.municipal))).toEqual(['G10001 APPLIED', 'G10001 APPLIED']);
    for (const mandate of [{ role: 'AGENCY' }, { role: 'DASHBOARD' }, { role: 'SUPPLIER', supplier: '1' }] as const)
      expect(await seenBy(actorWith([mandate]))).toBe('NOT_PERMITTED');
    expect(await seenBy(responsible, 'filter: { state: [HELD] }')).toEqual(['G10002 HELD']);
    expect(await seenBy(responsible, 'filter: { state: [] }')).toEqual([]);
    expect(await seenBy(responsible, 'filter: { municipality: "0101" }')).toEqual([]);
    expect(await seenBy(placement, 'filter: { municipality: "0101" }')).toEqual(['G20001 PLANNED', 'G20001 APPLIED']);
    expect(await seenBy(responsible, 'filter: { daycare: "G10003" }')).toEqual([]);
    expect(await seenBy(responsible, 'filter: { daycare: "G10001", system: "S2" }')).toEqual(['G10001 APPLIED']);
    const [now, past] = [new Date(Date.now() + 60_000), new Date(Date.now() - 60_000)].map((time) => time.toISOString());
    expect(await seenBy(responsible, `filter: { from: "${past}", to: "${now}" }`)).toHaveLength(5);
    expect(await seenBy(responsible, `filter: { from: "${now}" }`)).toEqual([]);
    expect(await seenBy(responsible, `filter: { from: "${now}", to: "${past}" }`)).toBe('INVALID_INPUT');
    const paged: string[] = [];
    for (let after = ''; ; ) {
      const { data }: any = await town().ask(
        responsible,
        `{ importRuns(first: 2${after}) { nodes { daycareNumber state } pageInfo { hasNextPage endCursor } } }`,
      );
      paged.push(...data.importRuns.nodes.map(({ daycareNumber, state }: any) => `${daycareNumber} ${state}`));
      if (!data.importRuns.pageInfo.hasNextPage) break;
      after = `, after: "${data.importRuns.pageInfo.endCursor}"`;
    }
    expect(paged).toEqual(aarhus);
  });

  test('whether one may do something is told beforehand, by the same table', async () => {
    const held = (await runsFor(responsible, 'filter: { state: [HELD] }')).nodes[0].id;
    const may = async (actor: typeof placement) => {
      const selection = ['RELEASE', 'DISCARD', 'APPLY', 'UNDO']
        .map((action) => `${action}: permission(action: ${action}) { allowed rule because grantableBy }`)
        .join(' ');
      const run = await seen(held, actor, selection);
      return Object.fromEntries(Object.entries<any>(run).map(([action, { allowed }]) => [action, allowed]));
    };
    expect(await may(responsible)).toEqual({ RELEASE: true, DISCARD: true, APPLY: false, UNDO: false });
    expect(await may(municipal)).toEqual({ RELEASE: false, DISCARD: false, APPLY: false, UNDO: false });
    expect(await may(placement)).toEqual({ RELEASE: false, DISCARD: true, APPLY: false, UNDO: false });
    expect(await may(employeeOf(units.selfOwned))).toEqual({ RELEASE: true, DISCARD: true, APPLY: false, UNDO: false });
  });

  test('a system that sends without access leaves a mark at a daycare that is there, of its last try only', async () => {
    for (const number of [units.municipal, units.municipal, 'G99999'])
      expect((await send(documentOf(number, []), { actor: material })).code).toBe('NO_ACTIVE_ACCESS');
    expect((await send(documentOf(units.private, []), { actor: material, dryRun: true })).code).toBe('NO_ACTIVE_ACCESS');
    expect((await send({ ...documentOf(units.private, []), source: '' })).code).toBe('INVALID_INPUT');
    const [marks] = await rowsIn(town().place.url, 'SELECT daycare, `system`, code, at FROM import_attempt ORDER BY daycare');
    expect(marks!.map(({ daycare, system, code }) => [daycare, system, code])).toEqual([
      ['G10001', 'S3', 'NO_ACTIVE_ACCESS'],
      ['G10003', 'S3', 'NO_ACTIVE_ACCESS'],
    ]);
    expect(Math.abs(Date.now() - Number(marks![0].at))).toBeLessThan(60_000);
  });

  test('what is kept of imports is erased in time: what was held lapses, and nothing of it can be done any more', async () => {
    const held = (await runsFor(responsible, 'filter: { state: [HELD] }')).nodes[0].id;
    const planned = (await runsFor(placement, 'filter: { state: [PLANNED] }')).nodes[0].id;
    const count = async () =>
      (await rowsIn(town().place.url, 'SELECT DISTINCT run FROM import_sealed UNION SELECT DISTINCT run FROM import_change'))[0]!.length;
    const database = await openDatabase({ url: town().place.url, clock: () => Date.now() + town().clock.ahead, ...storage });
    const erase = () =>
      eraseImports(
        async (work) => (await database.transaction((transaction) => work(erasureIn(transaction)))).result,
        () => false,
      );
    try {
      expect((await seen(planned, placement, 'plan { totalCount }')).plan).toEqual({ totalCount: 20 });
      const before = await count();
      await erase();
      expect(await count()).toBe(before);
      town().clock.ahead = 8 * 86_400_000;
      await erase();
      expect([await count(), (await seen(planned)).state]).toEqual([before - 1, 'PLANNED']);
      await town().settle();
      expect((await seen(planned, placement, 'plan { totalCount }')).plan).toBeNull();
      town().clock.ahead = 31 * 86_400_000;
      await erase();
      expect([await count(), (await seen(held)).state, (await seen(held)).hold.decidedBy]).toEqual([
        0,
        'DISCARDED',
        'The terms of imports',
      ]);
      town().clock.ahead = 366 * 86_400_000;
      await erase();
      expect((await rowsIn(town().place.url, 'SELECT * FROM import_attempt'))[0]).toEqual([]);
    } finally {
      town().clock.ahead = 0;
      await database.close();
    }
    await town().settle();
    expect((await release(held, 18)).code).toBe('STATE_CONFLICT');
    expect((await undo(held)).code).toBe('STATE_CONFLICT');
    expect((await town().ask(placement, `mutation { applyPlannedImport(id: "${planned}") { id } }`)).errors?.[0].extensions.code).toBe(
      'PLAN_OUTDATED',
    );
    for (const id of ['nothing', '', 'x'.repeat(500)]) expect((await undo(id)).code).toBe('NOT_FOUND');
  });
});
