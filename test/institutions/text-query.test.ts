import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import type { Clock } from '#shared/clock.ts';
import { type Database, insertRows } from '#shared/database.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { CreateRegister1790000001000 } from '../../subgraphs/institutions/database/migrations/create-register.ts';
import { CreateSearch1790000002000 } from '../../subgraphs/institutions/database/migrations/create-search.ts';
import { restrictDaycares } from '../../subgraphs/institutions/database/reading/restrict-daycares.ts';
import { searchRowOf } from '../../subgraphs/institutions/database/searching/search-rows.ts';
import { daycareSearch } from '../../subgraphs/institutions/database/searching/search-table.ts';
import { type FoundKey, listByText, matchText } from '../../subgraphs/institutions/database/searching/text-query.ts';
import { daycares, legacyNumbers, daycareTables as tables } from '../../subgraphs/institutions/database/tables/daycare-tables.ts';
import type { Daycare } from '../../subgraphs/institutions/domain/daycares/daycare.ts';
import type { DaycareCriteria } from '../../subgraphs/institutions/domain/register-store.ts';
import { foldingsOf, foldText } from '../../subgraphs/institutions/domain/searching/fold-text.ts';
import { engines, freshStores } from '../support/databases.ts';
import { daycare } from './support/daycares.ts';
import { readingStatementsOf } from './support/statements.ts';

const storage = {
  tables: [...sharedTables, ...tables, daycareSearch],
  migrations: [CreateLogLeasesAndKeys1790000000000, CreateRegister1790000001000, CreateSearch1790000002000],
};
const clock: Clock = () => 0;

interface Kept {
  readonly daycare: Daycare;
  readonly older: readonly string[];
}

const kept = (told: Partial<Daycare>, ...older: string[]): Kept => ({ daycare: daycare(told), older });

async function keep(database: Database, all: readonly Kept[]): Promise<void> {
  await database.transaction(async ({ manager, dialect }) => {
    for (const table of [daycares, legacyNumbers, daycareSearch]) await manager.clear(table);
    const on = { manager, dialect };
    await insertRows(
      on,
      daycares,
      all.map((each) => each.daycare),
    );
    await insertRows(
      on,
      legacyNumbers,
      all.flatMap(({ daycare: { number }, older }) => older.map((legacy) => ({ legacy, number }))),
    );
    await insertRows(
      on,
      daycareSearch,
      all.map((each) => searchRowOf(each.daycare, each.older)),
    );
  });
}

/** Page by page, so that the key between pages is tried as well. */
async function found(database: Database, text: string, criteria: DaycareCriteria = {}, limit = 500): Promise<[string, number][]> {
  const pairs: [string, number][] = [];
  for (let after: FoundKey | undefined; ; ) {
    const page = await database.read((manager) =>
      listByText(manager, (query) => restrictDaycares(query, criteria), text, { after, limit }),
    );
    pairs.push(...page.map(({ daycare: { number }, rank }): [string, number] => [number, rank]));
    const last = page.at(-1);
    if (new Set(pairs.map(([number]) => number)).size < pairs.length) throw new Error('A daycare was on two pages.');
    if (page.length < limit || !last) return pairs;
    after = [last.rank, last.daycare.number];
  }
}

/** What the query shall answer, by looking at every daycare. */
function naive(all: readonly Kept[], text: string): [string, number][] {
  const words = foldText(text).split(' ');
  const phrase = words.join(' ');
  return all
    .flatMap(({ daycare: each, older }): [string, number][] => {
      const numbers = [each.number, ...older].map((number) => foldText(number).replaceAll(' ', ''));
      const names = foldingsOf(each.name);
      const rest = [each.street, each.houseNumber?.replaceAll(' ', ''), each.postalCode, each.town, each.supplementaryTown].flatMap(
        (told) => foldingsOf(told ?? ''),
      );
      if (!words.every((word) => [...numbers, ...names, ...rest].some((told) => told.includes(word)))) return [];
      const rank = [
        numbers.includes(words.join('')),
        names.includes(phrase),
        names.some((name) => name.startsWith(phrase)),
        words.every((word) => names.some((name) => name.split(' ').some((of) => of.startsWith(word)))),
        words.every((word) => names.some((name) => name.includes(word))),
        true,
      ].indexOf(true);
      return [[each.number, rank]];
    })
    .sort(([number, rank], [other, otherRank]) => rank - otherRank || (number < other ? -1 : 1));
}

describe.each(engines)('free text on $engine', (engine) => {
  const open = freshStores();
  let database: Database;
  beforeAll(async () => {
    database = await open(engine, { ...storage, clock });
  });

  test('finds number, older number, name and address, the best first', async () => {
    const street = { street: 'Solsikkevej', houseNumber: '7 A', postalCode: '8000', town: 'Aarhus C', supplementaryTown: 'Øgaderne' };
    await keep(database, [
      kept({ number: 'G10001', name: 'Bellis', ...street }, 'A-12345'),
      kept({ number: 'G10002', name: 'Børnehuset Ved Solsikkerne' }),
      kept({ number: 'G10003', name: 'Solsikkerne' }),
      kept({ number: 'G10004', name: 'Solsikkernes Hus' }),
      kept({ number: 'G10005', name: 'Ved Gulsolsikkerne' }),
      kept({ number: 'G10006', name: 'G10003' }),
    ]);
    expect(await found(database, 'solsikkerne')).toEqual([
      ['G10003', 1],
      ['G10004', 2],
      ['G10002', 3],
      ['G10005', 4],
    ]);
    expect(await found(database, 'ved sol')).toEqual([
      ['G10002', 3],
      ['G10005', 4],
    ]);
    expect(await found(database, ' G 100-03 ')).toEqual([
      ['G10003', 0],
      ['G10006', 4],
    ]);
    expect(await found(database, 'g10003')).toEqual([
      ['G10003', 0],
      ['G10006', 1],
    ]);
    for (const older of ['A-12345', 'a12345', 'A 12345']) expect(await found(database, older)).toEqual([['G10001', 0]]);
    for (const address of ['solsikkevej 7', 'Solsikkevej 7A', 'Solsikkevej 7 a', '8000 Århus', 'ogaderne', 'Bellis, Aarhus'])
      expect(await found(database, address)).toEqual([['G10001', 5]]);
    expect(await found(database, 'solsikkerne', { municipality: '0101' })).toEqual([]);
    expect(await found(database, 'bellis tusindfryd')).toEqual([]);
  });

  test('finds Danish letters however they are typed', async () => {
    const names = { G10001: 'København', G10002: 'Åbenrå', G10003: 'Aabenraa', G10004: 'Østergård', G10005: 'Bækken' };
    await keep(
      database,
      Object.entries(names).map(([number, name]) => kept({ number, name })),
    );
    for (const text of ['kobenhavn', 'koebenhavn', 'København', 'KØBENHAVN']) expect(await found(database, text)).toEqual([['G10001', 1]]);
    for (const text of ['aabenraa', 'Åbenrå', 'abenra', 'åbenraa'])
      expect(await found(database, text)).toEqual([
        ['G10002', 1],
        ['G10003', 1],
      ]);
    expect(await found(database, 'aa')).toEqual([
      ['G10002', 2],
      ['G10003', 2],
      ['G10004', 4],
    ]);
    for (const text of ['ostergaard', 'ostergard', 'oestergard', 'Østergaard'])
      expect(await found(database, text)).toEqual([['G10004', 1]]);
  });

  test('reads nothing of a text as a pattern or as SQL', async () => {
    await keep(database, [
      kept({ number: 'G10001', name: '300% Sjov_Hus' }),
      kept({ number: 'G10002', name: '300 Meter' }),
      kept({ number: 'G10003', name: 'O\'Hara \\ "Tag" 👶' }),
    ]);
    expect(await found(database, '300%')).toEqual([
      ['G10001', 2],
      ['G10002', 2],
    ]);
    expect(await found(database, 'sjov_hus')).toEqual([['G10001', 3]]);
    for (const text of ['%hara', "o'hara", 'O\\Hara', '"tag"', "hara' OR 1=1", '👶 hara'])
      expect(await found(database, text)).toEqual(text.includes('OR') ? [] : [['G10003', expect.any(Number)]]);
  });

  test('keeps names of 132 Danish letters, and leaves half a word out rather than in', async () => {
    const long = {
      number: 'G10001',
      name: 'ÆØÅ'.repeat(44),
      street: 'Å'.repeat(132),
      town: 'Ø'.repeat(132),
      supplementaryTown: 'Æ'.repeat(132),
    };
    await keep(database, [kept(long, ...Array.from({ length: 40 }, (_, index) => `A${index}-${'å'.repeat(15)}`))]);
    expect(await found(database, long.name)).toEqual([['G10001', 1]]);
    expect(await found(database, 'G10001')).toEqual([['G10001', 0]]);
  });

  test('answers what looking at every daycare answers, page by page', async () => {
    const word = fc.constantFrom(
      'Åen',
      'aa',
      'Bæk',
      'bakken',
      'Ø',
      'Børnehuset',
      'solsikken',
      'Sol',
      '12',
      'G1',
      'K%',
      "d'Or",
      'x_y',
      'Née',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const older = fc.uniqueArray(
      fc.nat(99).map((number) => `A-${10_000 + number}`),
      { maxLength: 2 },
    );
    const row = fc.record({
      name: text,
      street: fc.option(text),
      town: fc.option(text),
      houseNumber: fc.option(fc.constantFrom('1', '12 B')),
      older,
    });
    const rows = fc.uniqueArray(row, { minLength: 8, maxLength: 30, selector: ({ older: [first] }) => first ?? Symbol() });
    const question = fc.oneof(text, word, fc.constantFrom('G10003', 'g 10001', 'A-10005', 'a10007', 'e', '1'));
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(question, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        async (told, questions, limit) => {
          const all = told.map(({ older: [first], ...facts }, index) =>
            kept({ ...facts, number: `G${10_000 + index}` }, ...(first ? [first] : [])),
          );
          await keep(database, all);
          for (const asked of questions)
            expect({ asked, found: await found(database, asked, {}, limit) }).toEqual({ asked, found: naive(all, asked) });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('takes one statement a page, which counts no rows off', async () => {
    const after: FoundKey = [2, 'G10001'];
    const said = await readingStatementsOf(database, () =>
      database.read((manager) => listByText(manager, (query) => query, 'børnehuset åen', { after, limit: 51 })),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).not.toContain('OFFSET');
  });

  test('is counted without its order', async () => {
    await keep(database, [kept({ number: 'G10001', name: 'Bellis' }), kept({ number: 'G10002', name: 'Bellis' })]);
    expect(await database.read((manager) => matchText(manager.createQueryBuilder(daycares, 'd'), 'bellis').getCount())).toBe(2);
  });

  test('finds those that were there before it, and lets go of the table again', async () => {
    const earlier = await open(engine, { ...storage, migrations: storage.migrations.slice(0, 2) });
    const migrate = async (step: 'up' | 'down') =>
      earlier.transaction(async ({ manager }) =>
        new CreateSearch1790000002000()[step](manager.queryRunner ?? manager.connection.createQueryRunner()),
      );
    await earlier.transaction(async ({ manager, dialect }) => {
      const all = Array.from({ length: 1201 }, (_, index) => daycare({ number: `G${10_000 + index}`, name: `Åhuset ${index}` }));
      await insertRows({ manager, dialect }, daycares, all);
      await insertRows({ manager, dialect }, legacyNumbers, [
        { legacy: 'A12345', number: 'G11200' },
        { legacy: 'A12344', number: 'G10000' },
      ]);
    });
    await migrate('up');
    expect(await found(earlier, 'åhuset')).toHaveLength(1201);
    expect(await found(earlier, 'a12345')).toEqual([['G11200', 0]]);
    expect(await found(earlier, 'a12344')).toEqual([['G10000', 0]]);
    const rows = (manager: EntityManager) => manager.createQueryBuilder(daycareSearch, 's').orderBy('s.number').getMany();
    expect((await earlier.read(rows))[7]).toEqual(searchRowOf(daycare({ number: 'G10007', name: 'Åhuset 7' }), []));
    await migrate('down');
    await expect(earlier.read(rows)).rejects.toThrow();
    await migrate('up');
  });
});
