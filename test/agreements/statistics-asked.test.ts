import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { insertRows } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import type { Subgraph } from '#shared/subgraph.ts';
import { particulars } from '../../subgraphs/agreements/database/overseeing/oversight-tables.ts';
import { suppliers } from '../../subgraphs/agreements/database/system-tables.ts';
import { accesses, knownDaycares, requests } from '../../subgraphs/agreements/database/tables.ts';
import { startAgreements, storage } from '../../subgraphs/agreements/server.ts';
import { engines } from '../support/databases.ts';
import { agency } from '../support/installation.ts';
import { actorWith, asking, keepingLog, testKeys } from '../support/subgraphs.ts';
import { accessRow, daycareRow, requestRow } from './support/rows.ts';

const [sqlite] = engines;
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
// The Sunday of week 47; at 23:30 in UTC it is Monday in Denmark.
const start = Date.parse('2026-11-22T23:30:00Z');
const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const learning = {
  supplier: '1003',
  system: 'S1003',
  service: 'ws17-small',
  purposeKind: 'LEARNING_MATERIAL',
  requestedAt: start,
} as const;
const daycares = ['G92001', 'G92002', 'G92003'].map((number) => daycareRow(number));
const asked = [
  requestRow('R1', { ...learning, daycareNumber: 'G92001', state: 'APPROVED', decidedAt: start + 2 * DAY }),
  requestRow('R2', { ...learning, daycareNumber: 'G92002', state: 'REJECTED', decidedAt: start + 4 * DAY }),
  requestRow('R3', { ...learning, daycareNumber: 'G92003' }),
  requestRow('R4', { ...learning, daycareNumber: 'G94001' }),
  requestRow('R5', { daycareNumber: 'G92001', requestedAt: start + 10 * DAY }),
];

let here: { agreements: Subgraph; ask: ReturnType<typeof asking>; stop: () => Promise<void> };
beforeAll(async () => {
  const place = await sqlite!.place();
  const database = await openDatabase({ url: place.url, clock: Date.now, ...storage });
  await database.transaction(async (transaction) => {
    await insertRows(transaction, knownDaycares, [...daycares, daycareRow('G94001', { ownership: 'PRIVATE' })]);
    await insertRows(transaction, particulars, [
      { number: 'G92001', words: 'g92001', companyNumber: null, municipalityCompanyNumber: null },
    ]);
    await insertRows(transaction, requests, asked);
    await insertRows(transaction, accesses, [accessRow(asked[0]!)]);
    await insertRows(
      transaction,
      suppliers,
      ['1001', '1003'].map((number) => ({ number, name: `Supplier ${number}`, companyNumber: '92000001' })),
    );
  });
  await database.close();
  const { trusted, signers } = await testKeys();
  const silent = () => new Promise<never>(() => {});
  const parts = { databaseUrl: place.url, trusted, log: keepingLog().log, institutions: silent };
  const agreements = await startAgreements({ ...parts, clock: () => start + 10 * DAY + HOUR });
  const stop = async () => {
    await agreements.stop();
    await place.remove();
  };
  here = { agreements, ask: asking(agreements, signers.gateway!), stop };
});
afterAll(() => here.stop());

const count = async (actor: Actor, args: string) => {
  const { data, errors } = await here.ask(
    actor,
    `{ agreementStatistics(${args}) { keys { dimension key label } requests waiting activeAccesses medianHoursToDecide p90HoursToDecide } }`,
  );
  return errors?.[0].extensions.code ?? data.agreementStatistics;
};
const keysOf = (counts: { keys: { key: string; label: string }[]; requests: number }[]) =>
  counts.map(({ keys, requests }) => [...keys.map(({ key, label }) => `${key} ${label}`), requests]);

test('a municipality sees how much waits, since when, and how long deciding took; the private daycare is not in its numbers', async () => {
  const [all] = await count(responsible, 'by: []');
  expect(all).toMatchObject({ keys: [], requests: 4, waiting: 2, activeAccesses: 1 });
  expect([all.medianHoursToDecide, all.p90HoursToDecide]).toEqual([48, 96]);
  expect((await count(agency, 'by: []'))[0].requests).toBe(5);
  expect(keysOf(await count(responsible, 'by: [AGE]'))).toEqual([
    ['0-7 Up to 7 days', 1],
    ['8-21 8 to 21 days', 1],
  ]);
});

test('keys come with their names, weeks and months are Danish', async () => {
  expect(keysOf(await count(agency, 'by: [WEEK]'))).toEqual([
    ['2026-W48 Week 48 of 2026', 4],
    ['2026-W49 Week 49 of 2026', 1],
  ]);
  expect(keysOf(await count(agency, 'by: [MONTH, STATE]'))).toEqual([
    ['2026-11 November 2026', 'APPROVED Approved', 1],
    ['2026-11 November 2026', 'REJECTED Rejected', 1],
    ['2026-11 November 2026', 'WAITING Waiting', 2],
    ['2026-12 December 2026', 'WAITING Waiting', 1],
  ]);
  expect(keysOf(await count(agency, 'by: [SUPPLIER, SERVICE, PURPOSE]'))).toEqual([
    ['1001 Supplier 1001', 'ws10-import Users from the placement system', 'PLACEMENT Placement', 1],
    ['1003 Supplier 1003', 'ws17-small Users, small package', 'LEARNING_MATERIAL Learning material', 4],
  ]);
  expect(keysOf(await count(agency, 'by: [MUNICIPALITY, OWNERSHIP]'))).toEqual([
    ['0751 Aarhus', 'MUNICIPAL Municipal', 4],
    ['0751 Aarhus', 'PRIVATE Private', 1],
  ]);
});

test('filters and days restrict what is counted', async () => {
  expect((await count(agency, 'by: [], filter: { text: "G92001" }'))[0].requests).toBe(2);
  expect((await count(agency, 'by: [], filter: { ownership: [PRIVATE] }'))[0]).toMatchObject({ requests: 1, medianHoursToDecide: null });
  expect((await count(agency, 'by: [], from: "2026-11-23", to: "2026-11-23"'))[0].requests).toBe(4);
  expect((await count(agency, 'by: [], to: "2026-11-22"'))[0].requests).toBe(0);
  expect(await count(agency, 'by: [WEEK], from: "2027-01-01"')).toEqual([]);
});

test('whoever counts nothing is refused, and a question that makes no sense is told so', async () => {
  for (const actor of [actorWith([{ role: 'CITIZEN' }]), actorWith([{ role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1' }])])
    expect(await count(actor, 'by: [STATE]')).toBe('NOT_PERMITTED');
  expect(await count(agency, 'by: [STATE, STATE]')).toBe('INVALID_INPUT');
  expect(await count(agency, 'by: [], from: "2026-11-24", to: "2026-11-23"')).toBe('INVALID_INPUT');
  expect(await count(actorWith([{ role: 'DASHBOARD', municipality: '0101' }]), 'by: [STATE]')).toEqual([]);
});
