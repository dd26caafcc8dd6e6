import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '#shared/actor.ts';
import { type Database, insertRows } from '#shared/database.ts';
import { countAgreements } from '../../subgraphs/agreements/database/overseeing/count-agreements.ts';
import { accesses, knownDaycares, requests } from '../../subgraphs/agreements/database/tables.ts';
import type { Ownership } from '../../subgraphs/agreements/domain/known-daycare.ts';
import type { RequestRow, RequestState } from '../../subgraphs/agreements/domain/requests/request.ts';
import type { Reach } from '../../subgraphs/agreements/domain/reach.ts';
import type { AgreementDimension, AgreementTally, CountQuestion } from '../../subgraphs/agreements/domain/statistics/agreement-count.ts';
import { countedReachOf } from '../../subgraphs/agreements/domain/statistics/counted-reach.ts';
import { startOfDay } from '../../subgraphs/agreements/domain/statistics/danish-calendar.ts';
import { periodsBetween } from '../../subgraphs/agreements/domain/statistics/periods.ts';
import { storage } from '../../subgraphs/agreements/server.ts';
import { engines, freshStores } from '../support/databases.ts';
import { dice } from '../support/hammer.ts';
import { actorWith } from '../support/subgraphs.ts';
import { accessRow, daycareRow, requestRow } from './support/rows.ts';
import { readingStatementsOf } from '../institutions/support/statements.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-11-25T09:00:00Z');
const everything: readonly Reach[] = [{ of: 'everything' }];

const daycares = [
  daycareRow('G10001'),
  daycareRow('G10002', { ownership: 'SELF_OWNED' }),
  daycareRow('G10003', { ownership: 'PRIVATE' }),
  daycareRow('G10004', { municipality: '0101', municipalityName: 'København' }),
  daycareRow('G10005', { level: 'LOCATION', unit: 'G10001' }),
];
const daycareOf = new Map(daycares.map((daycare) => [daycare.number, daycare]));

const keep = async (database: Database, rows: readonly RequestRow[], active: ReadonlySet<string>) => {
  await database.transaction(async (transaction) => {
    for (const table of ['data_access', 'access_request', 'known_daycare']) await transaction.manager.clear(table);
    await insertRows(transaction, knownDaycares, daycares);
    await insertRows(transaction, requests, rows);
    const granted = rows.filter(({ state }) => state === 'APPROVED');
    await insertRows(
      transaction,
      accesses,
      granted.map((row) => accessRow(row, { state: active.has(row.id) ? 'ACTIVE' : 'REVOKED' })),
    );
  });
};

const question = (more: Partial<CountQuestion>): CountQuestion => ({
  by: [],
  reach: everything,
  criteria: {},
  from: undefined,
  until: undefined,
  now,
  weeks: [],
  months: [],
  ...more,
});
const count = (database: Database, more: Partial<CountQuestion>) => database.read((manager) => countAgreements(manager, question(more)));

// The second statement of each number, counted one by one.
const danish = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' }).format(at);
function isoWeek(at: number): string {
  const day = new Date(`${danish(at)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const week = Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
const bands = ['0-7', '8-21', '22-90', '91-'];
function ageOf({ requestedAt }: RequestRow): string {
  const days = Math.floor((now - requestedAt) / DAY);
  return bands[[7, 21, 90, Number.POSITIVE_INFINITY].findIndex((most) => days <= most)]!;
}
const keyOf: Record<AgreementDimension, (row: RequestRow) => string> = {
  MUNICIPALITY: (row) => daycareOf.get(row.daycareNumber)!.municipality,
  OWNERSHIP: (row) => daycareOf.get(row.daycareNumber)!.ownership,
  SUPPLIER: ({ supplier }) => supplier,
  SERVICE: ({ service }) => service,
  PURPOSE: ({ purposeKind }) => purposeKind,
  STATE: ({ state }) => state,
  AGE: ageOf,
  WEEK: ({ requestedAt }) => isoWeek(requestedAt),
  MONTH: ({ requestedAt }) => danish(requestedAt).slice(0, 7),
};
const orderOf = (dimension: AgreementDimension, key: string) => (dimension === 'AGE' ? String(bands.indexOf(key)) : key);

function naive(rows: readonly RequestRow[], active: ReadonlySet<string>, { by, criteria, from, until }: CountQuestion): Naive[] {
  const chosen = rows.filter(
    (row) =>
      (from === undefined || row.requestedAt >= from) &&
      (until === undefined || row.requestedAt < until) &&
      (!by.includes('AGE') || row.state === 'WAITING') &&
      (!criteria.supplier || row.supplier === criteria.supplier) &&
      (!criteria.municipality || daycareOf.get(row.daycareNumber)!.municipality === criteria.municipality) &&
      (!criteria.ownership || criteria.ownership.includes(daycareOf.get(row.daycareNumber)!.ownership)),
  );
  const groups = Map.groupBy(chosen, (row) => JSON.stringify(by.map((dimension) => keyOf[dimension](row))));
  if (by.length === 0) groups.set('[]', chosen);
  const sortKey = ({ keys }: Naive) => keys.map((key, index) => orderOf(by[index]!, key)).join('\0');
  return [...groups]
    .map(([keys, members]) => tally(JSON.parse(keys), members, active))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

type Naive = Omit<AgreementTally, 'municipalityName'>;

function tally(keys: string[], members: readonly RequestRow[], active: ReadonlySet<string>): Naive {
  const taken = members
    .filter(({ state }) => state === 'APPROVED' || state === 'REJECTED')
    .map(({ decision, requestedAt }) => decision!.at - requestedAt)
    .sort((one, other) => one - other);
  const within = (share: number) =>
    taken.length === 0 ? null : Math.round((taken[Math.ceil(share * taken.length - 1e-9) - 1]! / HOUR) * 100) / 100;
  return {
    keys,
    requests: members.length,
    waiting: members.filter(({ state }) => state === 'WAITING').length,
    activeAccesses: members.filter(({ id, state }) => state === 'APPROVED' && active.has(id)).length,
    medianHoursToDecide: within(0.5),
    p90HoursToDecide: within(0.9),
  };
}

// Around a change of the year, and of the clocks in spring and autumn, as well as anywhere.
const instants = [
  '2025-12-28T22:30:00Z',
  '2025-12-31T23:00:00Z',
  '2026-03-29T00:30:00Z',
  '2026-10-25T00:30:00Z',
  '2026-11-17T08:59:59Z',
].map(Date.parse);
// And at the very instants at which a week, a month or a band of age begins, and just before.
const edges = [startOfDay('2026-11-23'), startOfDay('2026-11-01'), startOfDay('2026-03-30'), now - 8 * DAY, now - 22 * DAY, now - 91 * DAY];
const sent = fc.oneof(
  fc.constantFrom(...edges.flatMap((at) => [at - 1, at, at + 1])),
  fc.constantFrom(...instants).chain((at) => fc.integer({ min: -2 * HOUR, max: 2 * HOUR }).map((off) => at + off)),
  fc.integer({ min: now - 400 * DAY, max: now }),
);
const anyRequest = fc.record({
  requestedAt: sent,
  took: fc.oneof(fc.constant(HOUR), fc.integer({ min: 0, max: 60 * DAY })),
  state: fc.constantFrom<RequestState>('WAITING', 'APPROVED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'EXPIRED'),
  daycareNumber: fc.constantFrom(...daycareOf.keys()),
  party: fc.constantFrom(
    ['1001', 'S1001', 'ws10-import', 'PLACEMENT'] as const,
    ['1002', 'S1002', 'ws17-small', 'LEARNING_MATERIAL'] as const,
  ),
  active: fc.boolean(),
});
const anyQuestion = fc.record({
  by: fc.uniqueArray(
    fc.constantFrom<AgreementDimension>('MUNICIPALITY', 'OWNERSHIP', 'SUPPLIER', 'SERVICE', 'PURPOSE', 'STATE', 'AGE', 'WEEK', 'MONTH'),
    { maxLength: 3 },
  ),
  criteria: fc.constantFrom({}, {}, { supplier: '1001' }, { municipality: '0751' }, { ownership: ['PRIVATE', 'MUNICIPAL'] as Ownership[] }),
  from: fc.constantFrom(undefined, undefined, startOfDay('2026-01-01')),
  until: fc.constantFrom(undefined, undefined, startOfDay('2026-10-26')),
});

describe.each(engines)('the numbers of agreements on $engine', (engine) => {
  const open = freshStores();
  let database: Database;
  beforeAll(async () => {
    database = await open(engine, storage);
  });

  test('are what counting one by one gives, by any dimensions, filter and days', async () => {
    const runs = fc.asyncProperty(
      fc.array(anyRequest, { maxLength: 25 }),
      fc.array(anyQuestion, { minLength: 4, maxLength: 4 }),
      async (drawn, asked) => {
        const rows = drawn.map(({ party: [supplier, system, service, purposeKind], took, requestedAt, state, daycareNumber }, index) => {
          const decided = state === 'WAITING' ? {} : { decidedAt: requestedAt + took };
          return requestRow(`R${index}`, { supplier, system, service, purposeKind, requestedAt, state, daycareNumber, ...decided });
        });
        const active = new Set(drawn.flatMap((each, index) => (each.active ? [`R${index}`] : [])));
        await keep(database, rows, active);
        const first = Math.min(now, ...rows.map(({ requestedAt }) => requestedAt));
        for (const each of asked) {
          const full = question({ ...each, weeks: periodsBetween('WEEK', first, now), months: periodsBetween('MONTH', first, now) });
          const counted = await count(database, full);
          expect(counted.map(({ municipalityName: _, ...numbers }) => numbers)).toEqual(naive(rows, active, full));
        }
      },
    );
    await fc.assert(runs, { numRuns: engine.engine === 'SQLite' ? 60 : 25, seed: 20261125 });
  });

  test('a band of age ends with its last whole day, and only what waits has an age', async () => {
    const ages = [0, 7, 8, 21, 22, 90, 91].flatMap((days) => [days * DAY, (days + 1) * DAY - 1]);
    const rows = ages.map((age, index) => requestRow(`R${index}`, { requestedAt: now - age }));
    const decided = requestRow('R99', { requestedAt: now, state: 'REJECTED', decidedAt: now });
    await keep(database, [...rows, decided], new Set());
    const counted = await count(database, { by: ['AGE'] });
    expect(counted.map(({ keys: [key], requests: sentThen }) => [key, sentThen])).toEqual([
      ['0-7', 4],
      ['8-21', 4],
      ['22-90', 4],
      ['91-', 2],
    ]);
  });

  test('the private daycares count nationally, not in a municipality; everyone else counts what is his own', async () => {
    const rows = [...daycareOf.keys()].map((daycareNumber, index) =>
      requestRow(`R${index}`, { daycareNumber, supplier: index === 0 ? '1002' : '1001' }),
    );
    await keep(database, rows, new Set());
    const seen = async (actor: Actor) => (await count(database, { reach: countedReachOf(actor) }))[0]?.requests;
    const table: [Actor['mandates'][number], number][] = [
      [{ role: 'AGENCY' }, 5],
      [{ role: 'DASHBOARD' }, 5],
      [{ role: 'DASHBOARD', municipality: '0751' }, 3],
      [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }, 3],
      [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0101' }, 1],
      [{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10001' }, 2],
      [{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10003' }, 1],
      [{ role: 'SUPPLIER', supplier: '1002' }, 1],
      [{ role: 'CITIZEN' }, 0],
      [{ role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1001' }, 0],
    ];
    expect(await Promise.all(table.map(async ([mandate]) => [mandate, await seen(actorWith([mandate]))]))).toEqual(table);
  });

  test('thirty thousand requests are counted in two statements, within a second on a busy machine', async () => {
    const roll = dice(7);
    const rows = Array.from({ length: 30_000 }, (_, index) => {
      const requestedAt = now - roll(365) * DAY - roll(DAY);
      const state = (['APPROVED', 'APPROVED', 'APPROVED', 'REJECTED', 'WAITING'] as const)[roll(5)]!;
      return requestRow(`R${String(index).padStart(6, '0')}`, {
        requestedAt,
        state,
        daycareNumber: daycares[roll(5)]!.number,
        supplier: `10${roll(20)}`,
        ...(state !== 'WAITING' && { decidedAt: requestedAt + roll(30 * DAY) }),
      });
    });
    await keep(database, rows, new Set(rows.map(({ id }) => id)));
    const weeks = periodsBetween('WEEK', now - 366 * DAY, now);
    const times: string[] = [];
    const by: AgreementDimension[][] = [['AGE'], ['MUNICIPALITY', 'OWNERSHIP'], ['SUPPLIER', 'SERVICE', 'PURPOSE'], ['WEEK', 'STATE']];
    for (const each of by) {
      const began = performance.now();
      const said = await readingStatementsOf(database, () => count(database, { by: each, weeks }));
      const took = performance.now() - began;
      times.push(`${each.join(' ')}: ${Math.round(took)} ms`);
      expect([each, said.length, took < 1_000]).toEqual([each, 2, true]);
    }
    if (process.env.TELL) console.log(engine.engine, times.join(', '));
  });
});
