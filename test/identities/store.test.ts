import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { FOREVER } from '#shared/clock.ts';
import { loggedEvents } from '#shared/event-log-tables.ts';
import {
  numberHashes,
  personVersions,
  persons,
  ties,
  tieVersions,
  vaultNumbers,
} from '../../subgraphs/identities/database/people/people-tables.ts';
import { storage } from '../../subgraphs/identities/server.ts';
import { engines, freshStores } from '../support/databases.ts';
import { employee, numberOf, vaultKeys } from './support/neighbourhood.ts';
import { averageUnit, prepare, statementsOf, submitTo } from './support/store.ts';

const isWrite = (sql: string) => /^(INSERT|UPDATE|DELETE|REPLACE)/i.test(sql.trim());

describe.each(engines)('the store of identities on $engine', (engine) => {
  const open = freshStores();
  const opened = async (...daycares: string[]) => {
    const database = await open(engine, storage);
    await prepare(database, ...daycares);
    return database;
  };
  const document = (daycare: string, minute: number, lines: readonly object[]) => ({
    daycare,
    source: 'Institution',
    sourceDateTime: minute * 60_000,
    persons: lines,
  });

  test('an average unit unchanged writes its run and its source row and nothing else, in at most ten statements', async () => {
    const database = await opened('G10001');
    const first = await statementsOf(database, () => submitTo(database, averageUnit('G10001', 1)));
    const said = await statementsOf(database, async () => {
      const { run } = await submitTo(database, averageUnit('G10001', 2));
      expect(run).toMatchObject({ persons: 180, unchanged: 180, begun: 0, changed: 0, ended: 0 });
    });
    expect(said.filter(isWrite).map((sql) => /`?(import_\w+)`?/.exec(sql)?.[1])).toEqual(['import_run', 'import_source']);
    expect(said.length).toBeLessThanOrEqual(10);
    // a first import is a handful of statements a table, never one a person
    expect(first.length).toBeLessThan(80);
  });

  test('a change is kept beside what was believed before, and told as the names of fields, never values', async () => {
    const database = await opened('G10001');
    await submitTo(database, document('G10001', 1, [employee({ id: 'E', first: 'Before', number: numberOf(1) })]));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const said = await statementsOf(database, () =>
      submitTo(database, document('G10001', 2, [employee({ id: 'E', first: 'After', number: numberOf(1) })])),
    );
    expect(said.filter((sql) => isWrite(sql) && sql.includes('vault_number'))).toEqual([]);
    const versions = await database.read((manager) => manager.createQueryBuilder(tieVersions, 'v').orderBy('v.id').getMany());
    expect(versions.map(({ firstName, validTo, recordedTo }) => [firstName, validTo === FOREVER, recordedTo === FOREVER])).toEqual([
      ['Before', true, false],
      ['Before', false, true],
      ['After', true, true],
    ]);
    const people = await database.read((manager) => manager.createQueryBuilder(personVersions, 'v').orderBy('v.id').getMany());
    expect(people.map(({ firstName, validTo }) => [firstName, validTo === FOREVER])).toEqual([
      ['Before', true],
      ['Before', false],
      ['After', true],
    ]);
    const facts: { facts: string }[] = await database.read((manager) => manager.query('SELECT facts FROM event_facts ORDER BY position'));
    expect(
      facts
        .map((row) => JSON.parse(row.facts))
        .filter(({ changedFields }) => changedFields?.length > 0)
        .map(({ changedFields }) => changedFields),
    ).toEqual([['realName', 'name']]);
    expect(JSON.stringify(facts)).not.toMatch(/Before|After|71/);
    const kinds = await database.read((manager) => manager.createQueryBuilder(loggedEvents, 'e').orderBy('e.position').getMany());
    expect(kinds.map(({ kind }) => kind)).toEqual(['AffiliationBegan', 'ImportTaken', 'AffiliationChanged', 'ImportTaken']);
  });

  test('the vault holds no number in clear, each sealed for its person and found under a key that is not in the database', async () => {
    const database = await opened('G10001');
    await submitTo(
      database,
      document('G10001', 1, [employee({ id: 'A', number: numberOf(1) }), employee({ id: 'B', number: numberOf(2) })]),
    );
    const tables = ['vault_number', 'number_hash', 'affiliation', 'affiliation_version', 'person', 'event_facts', 'import_run'];
    const rows = await Promise.all(tables.map((table) => database.read((manager) => manager.query(`SELECT * FROM ${table}`))));
    for (const number of [numberOf(1), numberOf(2)]) expect(JSON.stringify(rows)).not.toContain(number);
    expect(await database.read((manager) => manager.createQueryBuilder(vaultNumbers, 'v').getCount())).toBe(2);
  });

  test('while keys rotate, a number hashed under the old key finds its person', async () => {
    const database = await opened('G10001', 'G10002');
    const older = vaultKeys.versions[1];
    await submitTo(database, document('G10001', 1, [employee({ id: 'A', number: numberOf(1) })]));
    const rotating = { current: 2, versions: { 1: older, 2: { cipher: randomBytes(32), hash: randomBytes(32) } } };
    await submitTo(
      database,
      document('G10002', 1, [employee({ id: 'A', number: numberOf(1) }), employee({ id: 'B', number: numberOf(2) })]),
      { keys: rotating },
    );
    expect(await database.read((manager) => manager.createQueryBuilder(persons, 'p').getCount())).toBe(2);
    const hashes = await database.read((manager) => manager.createQueryBuilder(numberHashes, 'h').orderBy('h.keyVersion').getMany());
    expect(hashes.map(({ keyVersion }) => keyVersion)).toEqual([1, 1, 2]);
    expect(
      (await submitTo(database, document('G10001', 1, [employee({ id: 'A', number: numberOf(1) })]), { keys: rotating })).run.state,
    ).toBe('APPLIED');
  });

  test('a UniID that was drawn before is drawn again', async () => {
    const database = await opened('G10001');
    const drawn = ['SAMESAME22', 'SAMESAME22', 'ANOTHER222', 'SAMESAME22', 'FRESH22222'];
    const draw = () => drawn.shift() ?? 'NONE222222';
    await submitTo(database, document('G10001', 1, [employee({ id: 'A' })]), { draw });
    await submitTo(database, document('G10001', 2, [employee({ id: 'A' }), employee({ id: 'B' })]), { draw });
    await submitTo(database, document('G10001', 3, [employee({ id: 'A' }), employee({ id: 'B' }), employee({ id: 'C' })]), { draw });
    const found = await database.read((manager) => manager.createQueryBuilder(ties, 't').orderBy('t.localPersonId').getMany());
    expect(found.map(({ uniId }) => uniId)).toEqual(['SAMESAME22', 'ANOTHER222', 'FRESH22222']);
  });
});
