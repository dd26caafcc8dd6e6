import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FOREVER } from '#shared/clock.ts';
import { type Database, insertRows } from '#shared/database.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { findings } from '../../subgraphs/institutions/database/findings/finding-table.ts';
import type { KeptFinding } from '../../subgraphs/institutions/domain/findings/findings.ts';
import { CreateFindings1790000003000 } from '../../subgraphs/institutions/database/migrations/create-findings.ts';
import { CreateRegister1790000001000 } from '../../subgraphs/institutions/database/migrations/create-register.ts';
import {
  countRegister,
  type RegisterQuestion,
  type RegisterTally,
} from '../../subgraphs/institutions/database/statistics/register-statistics.ts';
import {
  daycares,
  type DaycareVersion,
  daycareVersions,
  daycareTables as tables,
} from '../../subgraphs/institutions/database/tables/daycare-tables.ts';
import type { Daycare } from '../../subgraphs/institutions/domain/daycares/daycare.ts';
import type { RegisterDimension } from '../../subgraphs/institutions/domain/statistics/register-dimension.ts';
import { engines, freshStores } from '../support/databases.ts';
import { daycare } from './support/daycares.ts';
import { readingStatementsOf } from './support/statements.ts';

interface Kept {
  readonly all: readonly Daycare[];
  readonly versions: readonly DaycareVersion[];
  readonly found: readonly KeptFinding[];
}

async function keep(database: Database, { all, versions, found }: Kept): Promise<void> {
  await database.transaction(async ({ manager, dialect }) => {
    for (const table of [daycares, daycareVersions, findings]) await manager.clear(table);
    await insertRows({ manager, dialect }, daycares, all);
    await insertRows({ manager, dialect }, daycareVersions, versions);
    await insertRows({ manager, dialect }, findings, found);
  });
}

const count = (database: Database, question: Partial<RegisterQuestion>) =>
  database.read((manager) => countRegister(manager, { by: [], criteria: {}, monthEnds: [], ...question }));

type Row = Pick<Daycare, 'municipality' | 'ownership' | 'type' | 'level' | 'status' | 'institution'> & {
  readonly month?: string;
  readonly finding?: string;
};

/** What the statement shall answer, by counting one by one. */
function naive({ all, versions, found }: Kept, { by, criteria, monthEnds }: RegisterQuestion): RegisterTally[] {
  const levels = new Map(all.map(({ number, level }) => [number, level]));
  const rows: Row[] = by.includes('MONTH')
    ? monthEnds.flatMap(({ key, at }) =>
        versions
          .filter(({ recordedTo, validFrom, validTo }) => recordedTo === FOREVER && validFrom <= at && at < validTo)
          .map((version) => ({ ...version, level: levels.get(version.number)!, month: key })),
      )
    : all.flatMap((each) => {
        const standing = new Set(found.filter(({ number, until }) => number === each.number && until === FOREVER).map(({ code }) => code));
        return by.includes('FINDING') ? [...standing].map((finding) => ({ ...each, finding })) : [each];
      });
  const matching = rows.filter(
    (row) =>
      (!criteria.municipality || row.municipality === criteria.municipality) &&
      (!criteria.level || row.level === criteria.level) &&
      (!criteria.type || criteria.type.some((type) => type === row.type)) &&
      (!criteria.ownership || criteria.ownership.includes(row.ownership)) &&
      (!criteria.status || criteria.status.includes(row.status)) &&
      (!criteria.institution || (row.institution === criteria.institution && row.level === 'UNIT')),
  );
  const keyOf: Record<RegisterDimension, (row: Row) => string> = {
    MUNICIPALITY: ({ municipality }) => municipality,
    OWNERSHIP: ({ ownership }) => ownership,
    TYPE: ({ type }) => type ?? 'NONE',
    LEVEL: ({ level }) => level,
    STATUS: ({ status }) => status,
    MONTH: ({ month }) => month!,
    FINDING: ({ finding }) => finding!,
  };
  const groups = Map.groupBy(matching, (row) => by.map((dimension) => keyOf[dimension](row)).join(' '));
  if (by.length === 0) return [{ keys: [], daycares: matching.length }];
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([keys, members]) => ({ keys: keys.split(' '), daycares: members.length }));
}

const facts = {
  municipality: fc.constantFrom('0101', '0751'),
  ownership: fc.constantFrom('MUNICIPAL', 'PRIVATE'),
  type: fc.constantFrom(null, 'NURSERY', 'KINDERGARTEN'),
  status: fc.constantFrom('ACTIVE', 'CLOSED'),
  institution: fc.constantFrom(null, 'G60001'),
};
// Few of each, so that they meet; many at once, so that none is all there is.
const number = fc.nat(9).map((last) => `G${10_000 + last}`);
const day = fc.nat(50);
const anyKept = fc
  .record({
    all: fc.array(fc.record({ ...facts, level: fc.constantFrom('INSTITUTION', 'UNIT', 'LOCATION') }), { minLength: 10, maxLength: 20 }),
    versions: fc.array(
      fc.record({
        ...facts,
        number,
        validFrom: day,
        validTo: fc.oneof(day, fc.constant(FOREVER)),
        recordedTo: fc.constantFrom(FOREVER, FOREVER, 7),
      }),
      { minLength: 30, maxLength: 60 },
    ),
    found: fc.array(
      fc.record({ number, code: fc.constantFrom('TAKES_NO_USERS', 'CROSS_VALIDATION'), until: fc.constantFrom(FOREVER, 7) }),
      { minLength: 10, maxLength: 40 },
    ),
  })
  .map(({ all, versions, found }): Kept => {
    const numbered = all.map((told, index) => daycare({ ...(told as Partial<Daycare>), number: `G${10_000 + index}` }));
    return {
      all: numbered,
      versions: versions.map((told) => ({ ...versionOf(daycare({})), ...(told as Partial<DaycareVersion>) })),
      found: found.map((told) => ({ about: '', message: 'Something is wrong.', since: 0, deadline: null, ...told })),
    };
  });
const anyQuestion = fc.record({
  by: fc
    .uniqueArray(fc.constantFrom<RegisterDimension>('MUNICIPALITY', 'OWNERSHIP', 'TYPE', 'LEVEL', 'STATUS', 'MONTH', 'FINDING'))
    .filter((by) => !(by.includes('MONTH') && by.includes('FINDING'))),
  criteria: fc.oneof(
    fc.constant({}),
    fc.record(
      {
        municipality: facts.municipality,
        level: fc.constantFrom('UNIT', 'INSTITUTION'),
        type: fc.subarray(['NURSERY', 'KINDERGARTEN']),
        ownership: fc.subarray(['MUNICIPAL', 'PRIVATE']),
        status: fc.subarray(['ACTIVE', 'CLOSED']),
        institution: fc.constant('G60001'),
      },
      { requiredKeys: [] },
    ),
  ),
  monthEnds: fc
    .uniqueArray(day, { maxLength: 12 })
    .map((days) => days.sort((one, other) => one - other).map((at) => ({ key: `2026-${String(at).padStart(2, '0')}`, at }))),
}) as fc.Arbitrary<RegisterQuestion>;

function versionOf({ level: _, recordedAt: __, ...told }: Daycare, validFrom = 0, validTo = FOREVER): DaycareVersion {
  return { ...told, validFrom, validTo, recordedFrom: 0, recordedTo: FOREVER };
}

describe.each(engines)('counts of the register on $engine', (engine) => {
  const open = freshStores();
  let database: Database;
  beforeAll(async () => {
    database = await open(engine, {
      tables: [...sharedTables, ...tables, findings],
      migrations: [CreateLogLeasesAndKeys1790000000000, CreateRegister1790000001000, CreateFindings1790000003000],
    });
  });

  test('are those of counting one by one, by whatever dimensions', async () => {
    await fc.assert(
      fc.asyncProperty(anyKept, fc.array(anyQuestion, { minLength: 1, maxLength: 10 }), async (kept, questions) => {
        await keep(database, kept);
        for (const question of questions)
          expect({ question, counted: await count(database, question) }).toEqual({ question, counted: naive(kept, question) });
      }),
      { numRuns: 30 },
    );
  });

  test('by month are of what was true then as it is known now, on the level the daycare is on', async () => {
    const [unit, closed] = [daycare({ number: 'G10001' }), daycare({ number: 'G10002', status: 'CLOSED' })];
    const before = versionOf(daycare({ number: 'G10002' }), 10, 20);
    const mistaken: DaycareVersion = { ...versionOf(daycare({ number: 'G10001', municipality: '0101' })), recordedTo: 5 };
    await keep(database, { all: [unit, closed], versions: [versionOf(unit, 15), before, versionOf(closed, 20), mistaken], found: [] });
    const monthEnds = [9, 10, 19, 20].map((at) => ({ key: `2026-${String(at)}`, at }));
    expect(await count(database, { by: ['MONTH', 'STATUS', 'MUNICIPALITY', 'LEVEL'], monthEnds })).toEqual([
      { keys: ['2026-10', 'ACTIVE', '0751', 'UNIT'], daycares: 1 },
      { keys: ['2026-19', 'ACTIVE', '0751', 'UNIT'], daycares: 2 },
      { keys: ['2026-20', 'ACTIVE', '0751', 'UNIT'], daycares: 1 },
      { keys: ['2026-20', 'CLOSED', '0751', 'UNIT'], daycares: 1 },
    ]);
    const many = Array.from({ length: 120 }, (_, at) => ({ key: String(at).padStart(3, '0'), at }));
    expect((await count(database, { by: ['MONTH'], monthEnds: many })).map(({ daycares }) => daycares)).toEqual([
      ...Array.from({ length: 5 }, () => 1),
      ...Array.from({ length: 105 }, () => 2),
    ]);
  });

  test('by finding leave out what is in order, and what has been put right', async () => {
    const finding = (at: string, code: string, until = FOREVER): KeptFinding => ({
      number: at,
      code,
      about: '',
      message: 'm',
      since: 0,
      until,
      deadline: null,
    });
    const all = ['G10001', 'G10002', 'G10003'].map((each) => daycare({ number: each }));
    const found = [
      finding('G10001', 'A'),
      finding('G10001', 'A'),
      finding('G10001', 'B'),
      finding('G10002', 'A'),
      finding('G10003', 'A', 9),
    ];
    await keep(database, { all, versions: [], found });
    expect(await count(database, { by: ['FINDING'] })).toEqual([
      { keys: ['A'], daycares: 2 },
      { keys: ['B'], daycares: 1 },
    ]);
    await expect(count(database, { by: ['FINDING', 'MONTH'] })).rejects.toMatchObject({ refusal: { code: 'INVALID_INPUT' } });
  });

  test('take one statement, whatever the dimensions', async () => {
    const monthEnds = [{ key: '2026-11', at: 1 }];
    for (const by of [
      [],
      ['FINDING', 'LEVEL'],
      ['MONTH', 'MUNICIPALITY', 'OWNERSHIP', 'TYPE', 'LEVEL', 'STATUS'],
    ] satisfies RegisterDimension[][])
      expect(await readingStatementsOf(database, () => count(database, { by, monthEnds }))).toHaveLength(1);
  });

  test('of nothing are none', async () => {
    await keep(database, { all: [], versions: [], found: [] });
    expect(await count(database, {})).toEqual([{ keys: [], daycares: 0 }]);
    expect(await count(database, { by: ['LEVEL'] })).toEqual([]);
    expect(await count(database, { by: ['MONTH'], monthEnds: [{ key: '2026-11', at: 1 }] })).toEqual([]);
  });
});
