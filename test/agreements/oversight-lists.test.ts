import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database, insertRows } from '#shared/database.ts';
import { agreementReader } from '../../subgraphs/agreements/database/agreement-reader.ts';
import { accessUses, particulars } from '../../subgraphs/agreements/database/overseeing/oversight-tables.ts';
import { oversightReader } from '../../subgraphs/agreements/database/overseeing/oversight.ts';
import { suppliers, systems } from '../../subgraphs/agreements/database/system-tables.ts';
import { accesses, knownDaycares, requests } from '../../subgraphs/agreements/database/tables.ts';
import { wordsOf } from '../../subgraphs/agreements/domain/searching/particulars.ts';
import { soughtIn } from '../../subgraphs/agreements/domain/searching/sought.ts';
import { storage } from '../../subgraphs/agreements/server.ts';
import { readingStatementsOf } from '../institutions/support/statements.ts';
import { engines, freshStores } from '../support/databases.ts';
import { agency } from '../support/installation.ts';
import { accessRow, daycareRow, requestRow } from './support/rows.ts';

const DAYCARES = 2_000;
const EACH = 5;
const streets = ['Søndre Ringgade', 'Åbyvej', 'Nørregade', 'Æblevej', 'Skolegade'];

/** A country of a fair size: as many requests and accesses as systems and daycares make, one in four of them over. */
async function populate(database: Database): Promise<void> {
  const daycares = Array.from({ length: DAYCARES }, (_, index) =>
    daycareRow(`G${20_000 + index}`, { municipality: String(100 + (index % 90)).padStart(4, '0'), name: `Huset ${index}` }),
  );
  const asked = daycares.flatMap(({ number }, index) =>
    Array.from({ length: EACH }, (_, nth) =>
      requestRow(`R${String(index * EACH + nth).padStart(6, '0')}`, {
        daycareNumber: number,
        supplier: `10${nth}`,
        system: `S10${nth}`,
        state: nth === 4 ? 'WAITING' : 'APPROVED',
        requestedAt: index,
        ...(nth < 4 && { decidedAt: index + 10 }),
      }),
    ),
  );
  const granted = asked.filter(({ state }) => state === 'APPROVED');
  await database.transaction(async (transaction) => {
    await insertRows(transaction, knownDaycares, daycares);
    await insertRows(
      transaction,
      particulars,
      daycares.map(({ number, name }, index) => ({
        number,
        words: wordsOf([number], [name, streets[index % 5], String(index % 97), '8000', 'Aarhus C']),
        companyNumber: null,
        municipalityCompanyNumber: null,
      })),
    );
    await insertRows(transaction, requests, asked);
    await insertRows(
      transaction,
      accesses,
      granted.map((row, index) => accessRow(row, { state: index % 4 === 0 ? 'REVOKED' : 'ACTIVE' })),
    );
    await insertRows(
      transaction,
      accessUses,
      granted.map(({ id }) => ({ access: `A-${id}`, day: '2026-11-24', reads: 1, persons: 9, imports: 0, lastUsedAt: 1 })),
    );
    await insertRows(
      transaction,
      suppliers,
      Array.from({ length: 300 }, (_, index) => ({
        number: `1${String(index).padStart(2, '0')}`,
        name: `Leverandør ${index}`,
        companyNumber: '92000000',
      })),
    );
    await insertRows(
      transaction,
      systems,
      Array.from({ length: 600 }, (_, index) => ({
        id: `S${index}`,
        name: `System ${index}`,
        supplier: `1${String(index % 300).padStart(2, '0')}`,
        state: 'ACTIVE' as const,
        archivedAt: null,
      })),
    );
  });
}

describe.each(engines)('what overseers list, on $engine', (engine) => {
  const open = freshStores();
  let database: Database;
  beforeAll(async () => {
    database = await open(engine, storage);
    await populate(database);
  });

  test('every list takes the same few statements, whatever its length, and its last page costs what its first does', async () => {
    const reader = oversightReader(database);
    const all = agreementReader(database);
    const everything = [{ of: 'everything' }] as const;
    const start = { municipality: '0110' };
    const place = (limit: number, after?: (string | number)[]) => ({ after, limit });
    const parties = await reader.parties();
    const lists: Record<string, (limit: number, late: boolean) => Promise<readonly unknown[]>> = {
      public: (limit, late) => reader.publicAccesses(start, place(limit, late ? ['G21900', '', ''] : undefined)),
      records: (limit, late) => reader.records(start, everything, place(limit, late ? ['G21900', ''] : undefined)),
      suppliers: (limit, late) => reader.suppliers(undefined, place(limit, late ? ['197'] : undefined)),
      'daycares by address': (limit, late) =>
        reader.daycaresSought({ words: ['abyvej'], municipality: null }, place(limit, late ? ['G21900'] : undefined)),
      'requests by text': (limit, late) =>
        all.requests(agency, { sought: soughtIn('Åbyvej Leverandør', parties) }, place(limit, late ? ['R009500'] : undefined)),
      standings: async (limit) => [
        ...(await reader.standings(
          'S100',
          'ws10-import',
          Array.from({ length: limit }, (_, index) => `G${20_000 + index}`),
        )),
      ],
      uses: async (limit) => [
        ...(await reader.usesOf(
          Array.from({ length: limit }, (_, index) => `A-R${String(index).padStart(6, '0')}`),
          { from: null, to: null },
        )),
      ],
      counts: (limit) =>
        reader.counts({
          by: limit > 2 ? ['MUNICIPALITY', 'SUPPLIER'] : ['STATE'],
          reach: everything,
          criteria: {},
          from: undefined,
          until: undefined,
          now: 0,
          weeks: [],
          months: [],
        }),
    };
    const told: string[] = [];
    for (const [name, list] of Object.entries(lists)) {
      const few = await readingStatementsOf(database, () => list(2, false));
      let found = 0;
      const began = performance.now();
      const many = await readingStatementsOf(database, async () => (found = (await list(50, false)).length));
      const first = performance.now() - began;
      const again = performance.now();
      await list(50, true);
      told.push(
        `${name}: ${found} rows, ${many.length} statements, ${Math.round(first)} ms, last page ${Math.round(performance.now() - again)} ms`,
      );
      // The record's ended accesses are looked up in the log; on a page of two there may be none.
      const allowed = name === 'records' ? [few.length, few.length + 1] : [few.length];
      expect([name, found > 2, allowed.includes(many.length), many.length <= 4]).toEqual([name, true, true, true]);
    }
    if (process.env.TELL) console.log(`${engine.engine}\n${told.join('\n')}`);
  });

  test('counts of the lists agree with their pages', async () => {
    const reader = oversightReader(database);
    const everything = [{ of: 'everything' }] as const;
    const all = { after: undefined, limit: 1_000 };
    expect(await reader.countPublicAccesses({ municipality: '0110' })).toBe(
      (await reader.publicAccesses({ municipality: '0110' }, all)).length,
    );
    expect(await reader.countRecords({ municipality: '0110' }, everything)).toBe(
      (await reader.records({ municipality: '0110' }, everything, all)).length,
    );
    const sought = { words: ['nore', 'gade'], municipality: null };
    expect(await reader.countDaycaresSought(sought)).toBe((await reader.daycaresSought(sought, all)).length);
    expect(await reader.countDaycaresSought({ words: ['norregade'], municipality: null })).toBe(DAYCARES / 5);
  });
});
