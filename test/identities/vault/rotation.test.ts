import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Database } from '#shared/database.ts';
import { rewriteVault } from '../../../subgraphs/identities/actions/vault/rewrite-vault.ts';
import { numberHashes, persons, vaultNumbers } from '../../../subgraphs/identities/database/people/people-tables.ts';
import { readingsOf } from '../../../subgraphs/identities/database/reading/readings.ts';
import { vaultRows } from '../../../subgraphs/identities/database/vault/vault-rows.ts';
import { nothingRemains } from '../../../subgraphs/identities/domain/vault/rotation.ts';
import {
  changeKeysFile,
  withCurrentOnly,
  withNewestCurrent,
  withNewVersion,
} from '../../../subgraphs/identities/outside/rotate-keys-file.ts';
import { type VaultKeys, vaultCipher } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { readVaultKeys } from '../../../subgraphs/identities/outside/vault-keys-file.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines, freshStores } from '../../support/databases.ts';
import { averageUnit, prepare, submitTo } from '../support/store.ts';

const units = ['G10001', 'G10002', 'G10003'];
const fresh = () => ({ cipher: randomBytes(32), hash: randomBytes(32) });
const before: VaultKeys = { current: 1, versions: { 1: fresh() } };
const meanwhile = withNewestCurrent(withNewVersion(before));
const after = withCurrentOnly(meanwhile);
const rowsOf = (database: Database) => vaultRows(database, { cipher: vaultCipher(meanwhile), current: 2 });
const allPersons = (database: Database) => database.read((manager) => manager.createQueryBuilder(persons, 'p').getCount());

describe.each(engines)('rotating the keys of the vault on $engine', (engine) => {
  const open = freshStores();
  const filled = async () => {
    const database = await open(engine, storage);
    await prepare(database, ...units);
    for (const [index, unit] of units.entries()) await submitTo(database, averageUnit(unit, 1_000, index * 600), { keys: before });
    return database;
  };
  const numbersUnder = async (database: Database, keys: VaultKeys) => {
    const uniIds = (await database.read((manager) => manager.createQueryBuilder(vaultNumbers, 'v').orderBy('v.uniId').getMany())).map(
      ({ uniId }) => uniId,
    );
    return [...(await readingsOf(database, vaultCipher(keys)).numbersOf(uniIds))].sort();
  };

  test('imports and reads go on, who is stopped in the middle goes on, and two at once lose nothing and make nobody twice', async () => {
    const database = await filled();
    const [numbers, people] = [await numbersUnder(database, before), await allPersons(database)];
    const isKilled = () => {
      throw new Error('killed');
    };
    await expect(rewriteVault(rowsOf(database), isKilled)).rejects.toThrow('killed');
    expect(nothingRemains(await rowsOf(database).remaining())).toBe(false);
    const imports = async () => {
      for (const [index, unit] of units.entries()) await submitTo(database, averageUnit(unit, 2_000, index * 600), { keys: meanwhile });
      return submitTo(database, averageUnit('G10001', 3_000, 0), { keys: { ...meanwhile, current: 1 } });
    };
    const reads = async () => {
      for (let round = 0; round < 5; round++) expect(await numbersUnder(database, meanwhile)).toEqual(numbers);
    };
    const [, , run] = await Promise.all([
      rewriteVault(rowsOf(database), () => {}),
      rewriteVault(rowsOf(database), () => {}),
      imports(),
      reads(),
    ]);
    expect([run.run.begun, run.run.ended, run.run.refused]).toEqual([0, 0, 0]);
    const remaining = await rowsOf(database).remaining();
    expect(remaining).toMatchObject({ sealedNumbers: 0, formerNumbers: 0, unfoundPersons: 0, openProposals: 0 });
    // What stood before each import is kept for thirty days, under the key of its time.
    expect(remaining.sealedDocuments).toBeGreaterThan(0);
    expect(await numbersUnder(database, after)).toEqual(numbers);
    await rowsOf(database).forgetOldHashes();
    const last = await submitTo(database, averageUnit('G10002', 4_000, 600), { keys: after });
    expect([last.run.begun, last.run.refused, await allPersons(database)]).toEqual([0, 0, people]);
  });

  test('whoever comes while only some processes know the new key is found by both, and by the new one alone afterwards', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001', 'G10002');
    const known = { ...meanwhile, current: 1 };
    await submitTo(database, averageUnit('G10001', 1_000), { keys: known });
    const people = await allPersons(database);
    for (const [at, keys] of [before, known, meanwhile, after].entries()) {
      const { run } = await submitTo(database, averageUnit('G10002', 2_000 + at), { keys });
      expect(run.refused).toBe(0);
    }
    expect(await allPersons(database)).toBe(people);
  });

  test('an older key is still needed while somebody is found by it alone', async () => {
    const database = await filled();
    await rewriteVault(rowsOf(database), () => {});
    const [one] = await database.read((manager) =>
      manager.createQueryBuilder(numberHashes, 'h').where('h.keyVersion = 2').limit(1).getMany(),
    );
    await database.transaction(({ manager }) => manager.delete(numberHashes, { hash: one?.hash ?? '' }));
    expect(await rowsOf(database).remaining()).toMatchObject({ sealedNumbers: 0, unfoundPersons: 1 });
  });
});

describe('the file of the keys', () => {
  test('gets a version, makes it the current one, and loses the old one, each in one step and for its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
    const path = join(folder, 'vault-keys.json');
    const text = (key: Buffer) => key.toString('base64');
    const { cipher, hash } = before.versions[1] ?? fresh();
    writeFileSync(path, JSON.stringify({ current: 1, versions: { 1: { cipher: text(cipher), hash: text(hash) } } }), { mode: 0o600 });
    const shapes = [withNewVersion, withNewestCurrent, withCurrentOnly].map((change) => {
      changeKeysFile(path, change);
      const { current, versions } = readVaultKeys(readFileSync(path, 'utf8'));
      return [current, ...Object.keys(versions)];
    });
    expect(shapes).toEqual([
      [1, '1', '2'],
      [2, '1', '2'],
      [2, '2'],
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
});
