import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, insertRows } from '#shared/database.ts';
import { isReady, relyOnFeeds, followerStates } from '#shared/follow.ts';
import type { Operation } from '#shared/subgraph.ts';
import { usesIn, usesOf } from '../../subgraphs/agreements/database/overseeing/kept-uses.ts';
import { accesses } from '../../subgraphs/agreements/database/tables.ts';
import { hearOfUses, type UseChange } from '../../subgraphs/agreements/following/identities.ts';
import { storage } from '../../subgraphs/agreements/server.ts';
import { engines, freshStores } from '../support/databases.ts';
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
import { openDaycare, type OpenedDaycare } from '../support/opened-daycare.ts';
import { type Stage, stages } from '../support/stage.ts';
import { actorWith } from '../support/subgraphs.ts';
import { statementsOf } from '../identities/support/store.ts';
import { accessRow, requestRow } from './support/rows.ts';

const day = (access: string, told: Partial<UseChange> = {}): UseChange => ({
  access,
  day: '2026-11-24',
  reads: 1,
  persons: 10,
  imports: 0,
  lastUsedAt: '2026-11-24T10:00:00.000Z',
  ...told,
});

describe.each(engines)('keeping what accesses are used for, on $engine', (engine) => {
  const open = freshStores();
  const opened = async (count = 3) => {
    const database = await open(engine, storage);
    await database.transaction((transaction) =>
      insertRows(
        transaction,
        accesses,
        Array.from({ length: count }, (_, index) => accessRow(requestRow(String(index), { system: `S${index}` }))),
      ),
    );
    return database;
  };
  const hear = (database: Database, ...told: UseChange[]) => database.transaction((transaction) => hearOfUses(usesIn(transaction), told));
  const lastUsed = async (database: Database) =>
    (await database.read((manager) => manager.createQueryBuilder(accesses, 'a').orderBy('a.id').getMany())).map(
      ({ lastUsedAt }) => lastUsedAt,
    );

  test('a day that is told again takes the place of what was told; the last use never goes back', async () => {
    const database = await opened();
    await hear(database, day('A-0'), day('A-0', { day: '2026-11-25', reads: 2, lastUsedAt: '2026-11-25T08:00:00.000Z' }));
    await hear(database, day('A-0', { reads: 5, persons: 50 }), day('A-1', { reads: 0, imports: 3 }), day('A-none'));
    await hear(database, day('A-0', { reads: 5, persons: 50 }));
    const days = { from: null, to: null };
    expect(await database.read((manager) => usesOf(manager, ['A-0', 'A-1', 'A-2'], days))).toEqual(
      new Map([
        ['A-0', { reads: 7, persons: 60, imports: 0 }],
        ['A-1', { reads: 0, persons: 10, imports: 3 }],
      ]),
    );
    expect(await database.read((manager) => usesOf(manager, ['A-0'], { from: '2026-11-25', to: '2026-11-25' }))).toEqual(
      new Map([['A-0', { reads: 2, persons: 10, imports: 0 }]]),
    );
    expect(await lastUsed(database)).toEqual([Date.parse('2026-11-25T08:00:00Z'), Date.parse('2026-11-24T10:00:00Z'), null]);
  });

  test('five hundred of them take a handful of statements', async () => {
    const database = await opened(500);
    const told = Array.from({ length: 500 }, (_, index) => day(`A-${index}`));
    const said = await statementsOf(database, () => hear(database, ...told));
    expect(said.length).toBeLessThanOrEqual(17);
    expect((await lastUsed(database)).filter((at) => at === null)).toEqual([]);
  });

  test('no decision and no readiness rests on that feed', async () => {
    const database = await opened();
    const validUntil = Date.now() + 10_000;
    await database.transaction((transaction) =>
      insertRows(transaction, followerStates, [{ feed: 'institutions', cursor: 'x', validUntil }]),
    );
    await database.transaction((transaction) => relyOnFeeds(transaction, ['institutions']));
    expect(await isReady(database, ['institutions'])).toBe(true);
  });
});

describe.each(engines)('agreements beside an identities that tells or does not, on $engine', (engine) => {
  let here: Installation;
  let tells = false;
  let told: UseChange[] = [];
  const identities = async ({ variables }: Operation) => {
    if (!tells) throw new Error('Identities does not answer.');
    const after = Number(variables?.after ?? 0);
    if (after === told.length) await pause(20);
    return { data: { page: { changes: told.slice(after), nextCursor: String(told.length), caughtUp: true } } };
  };
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine, { identities });
    await load(here.register, [
      row('G91001', { ownership: 'SELF_OWNED' }),
      row('G92001', { institution: 'G91001', ownership: 'SELF_OWNED' }),
    ]);
    await registerSuppliers(here.ask);
  });
  afterAll(() => here.stop());
  const staff = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G92001' }]);

  test('requests are decided while identities is away; when it is back, who may read the access sees its use, and nobody else', async () => {
    const [result] = await eventually(
      () => requestAccess(here.ask, 'S1003', 'ws17-small', ['G92001']),
      ([asked]) => Boolean(asked.request) || asked.refusal?.code === 'ALREADY_REQUESTED',
    );
    const { data } = await here.ask(staff, approve, { ids: [result.request.id] });
    const { id } = data.approveRequests.results[0].request.access;
    expect(await here.agreements.ready()).toBe(true);
    told = [
      day(id, { reads: 4, persons: 12 }),
      day(id, { day: '2026-11-25', reads: 1, persons: 3, lastUsedAt: '2026-11-25T08:00:00.000Z' }),
    ];
    tells = true;
    const query =
      'query($id: ID!, $from: Date, $to: Date) { dataAccess(id: $id) { lastUsedAt use(from: $from, to: $to) { reads persons imports } } }';
    const seen = await eventually(
      () => here.ask(staff, query, { id }),
      (answer) => answer.data?.dataAccess?.lastUsedAt !== null,
    );
    expect(seen.data.dataAccess).toEqual({ lastUsedAt: '2026-11-25T08:00:00.000Z', use: { reads: 5, persons: 15, imports: 0 } });
    const one = await here.ask(agency, query, { id, from: '2026-11-24', to: '2026-11-24' });
    expect(one.data.dataAccess.use).toEqual({ reads: 4, persons: 12, imports: 0 });
    expect((await here.ask(agency, query, { id, from: '2026-11-25', to: '2026-11-24' })).errors?.[0].extensions.code).toBe('INVALID_INPUT');
    const stranger = actorWith([{ role: 'SUPPLIER', supplier: '1001' }]);
    expect((await here.ask(stranger, query, { id })).errors?.[0].extensions.code).toBe('NOT_FOUND');
  });
});

describe.each(stages)('the whole system, $stage', ({ open }) => {
  let stage: Stage;
  let opened: OpenedDaycare;
  beforeAll(async () => {
    stage = await open();
    opened = await openDaycare(stage.cast, 'G90052');
  }, 60_000);
  afterAll(() => stage.close());

  test('a page read and a document sent are seen on their accesses, by the daycare that granted them', async () => {
    const { decider, accessId, number } = opened;
    const query = `query($id: ID!, $d: InstitutionNumber!) {
      reading: dataAccess(id: $id) { lastUsedAt use { reads persons imports } }
      sending: dataAccesses(filter: { daycare: $d, service: "ws10-import" }) { nodes { lastUsedAt use { reads persons imports } } } }`;
    const { data } = await eventually(
      () => decider({ query, variables: { id: accessId, d: number } }),
      (answer) => Boolean(answer.data?.reading.lastUsedAt && answer.data.sending.nodes[0].lastUsedAt),
    );
    expect(data.reading.use.reads).toBeGreaterThanOrEqual(1);
    expect(data.reading.use).toMatchObject({ imports: 0, persons: expect.any(Number) });
    expect(data.sending.nodes[0].use).toMatchObject({ reads: 0, imports: 1 });
    expect(stage.logged()).not.toContain('could not be read');
  });
});
