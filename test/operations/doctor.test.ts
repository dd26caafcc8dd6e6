import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toCursor } from '#shared/cursor.ts';
import { checkCheckpointKey } from '../../operations/doctor/checks/checkpoint-key.ts';
import { checkDatabases } from '../../operations/doctor/checks/databases.ts';
import { checkDisk, judgeSpace } from '../../operations/doctor/checks/disk.ts';
import { checkFollowers } from '../../operations/doctor/checks/followers.ts';
import { checkMigrations } from '../../operations/doctor/checks/migrations.ts';
import { checkVault } from '../../operations/doctor/checks/vault.ts';
import { checkWebhookKey } from '../../operations/doctor/checks/webhook-key.ts';
import { readInstallation } from '../../operations/doctor/installation.ts';
import { WrongUse } from '../../operations/verify-options.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { readVaultKeys } from '../../subgraphs/identities/outside/vault-keys-file.ts';
import { operate, saidBy, startOn } from './support/doctor.ts';

const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
const folder = join(place, 'data');
// Day 70 is nobody's.
const NUMBER = '7001011234';
let copies = 0;

/** A copy of the stopped installation's folder, changed. */
function changed({ database, sql, ...files }: { database?: string; sql?: string; [file: string]: string | undefined }): {
  TILSLUT_DATA: string;
} {
  copies += 1;
  const copy = join(place, `copy-${copies}`);
  cpSync(folder, copy, { recursive: true });
  if (database && sql) {
    const opened = new DatabaseSync(join(copy, `${database}.sqlite`));
    opened.exec(sql);
    opened.close();
  }
  for (const [name, text] of Object.entries(files)) if (text !== undefined) writeFileSync(join(copy, name), text, { mode: 0o600 });
  return { TILSLUT_DATA: copy };
}

const filesIn = (data: string) => readdirSync(data).map((name) => `${name} ${statSync(join(data, name)).mtimeMs}`);

describe('npm run doctor on a data folder', () => {
  let server: Awaited<ReturnType<typeof startOn>>;
  beforeAll(async () => {
    server = await startOn(folder);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  });

  test('beside a running server all is as it should be, line by line', async () => {
    const { code, output } = await operate('doctor', [], { TILSLUT_DATA: folder });
    expect(output).toMatch(/^OK {4}database institutions +SQLite [\d.]+; a server has it open\.$/m);
    expect(output).toMatch(/^OK {4}migrations identities +All \d+ have run, and none that is not known here\.$/m);
    expect(output).toMatch(/^OK {4}agreements follows +institutions, 0 events behind; its lease holds\.$/m);
    expect(output).toMatch(/^OK {4}process +http:\/\/127\.0\.0\.1:\d+ is ready\.$/m);
    expect(output).toMatch(/All \d+ are as they should be\.\n$/);
    expect(output).not.toMatch(/WARN|FAIL/);
    expect(code).toBe(0);
  });

  test('without it too, and nothing is written', async () => {
    await server.stop();
    const keys = readVaultKeys(readFileSync(join(folder, 'vault-keys.json'), 'utf8'));
    const { keyVersion, value } = vaultCipher(keys).seal('ABCDEFGHJK', NUMBER);
    const opened = new DatabaseSync(join(folder, 'identities.sqlite'));
    opened.prepare('INSERT INTO vault_number (uniId, keyVersion, value) VALUES (?, ?, ?)').run('ABCDEFGHJK', keyVersion, value);
    opened.close();
    const before = filesIn(folder);
    const { code, output } = await operate('doctor', [], { TILSLUT_DATA: folder });
    expect(output).toMatch(/vault keys +Version 1 is current; what is kept under 1 opens\.$/m);
    expect(output).toMatch(/as they should be/);
    expect(code).toBe(0);
    expect(filesIn(folder)).toEqual(before);
    expect(output).not.toContain(NUMBER);
  });

  test('a folder without databases fails, and says where to look', async () => {
    const { code, output } = await operate('doctor', [], { TILSLUT_DATA: join(place, 'nowhere') });
    expect(output).toMatch(
      /^FAIL {2}database institutions +.*nowhere\/institutions\.sqlite cannot be opened: ENOENT\.\n +Next: If it never ran/m,
    );
    expect(output).toMatch(/Of \d+ looked at, 3 will not work/);
    expect(code).toBe(1);
  });

  test('what is not understood is told with how to use it', async () => {
    for (const args of [
      ['--database', 'x=mysql://h/n'],
      ['--keys', '/nowhere'],
      ['--process', 'gateway'],
    ])
      expect(() => readInstallation(args, {})).toThrow(WrongUse);
    const { code, output } = await operate('doctor', ['--no']);
    expect(output).toContain('npm run doctor [--');
    expect(code).toBe(2);
  });

  test('a database that is no database, and one that others can read', async () => {
    expect(await saidBy(checkDatabases, { environment: changed({ 'agreements.sqlite': 'no database, whatever its name says' }) })).toMatch(
      /FAIL +database agreements .* cannot be opened: ERR_SQLITE_ERROR/,
    );
    const environment = changed({});
    chmodSync(environment.TILSLUT_DATA, 0o755);
    chmodSync(join(environment.TILSLUT_DATA, 'identities.sqlite'), 0o644);
    expect(await saidBy(checkDatabases, { environment })).toMatch(/WARN +database identities .*others than its owner\.\n +Next: chmod 700/);
  });

  test('code that is older than the database, newer than it, and a database that is empty', async () => {
    const newer = changed({ database: 'agreements', sql: "INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTomorrow1')" });
    expect(await saidBy(checkMigrations, { environment: newer })).toMatch(
      /FAIL +migrations agreements +The database is newer than this code: FromTomorrow1 is not known here\.\n +Next: Run the release that made it/,
    );
    const older = changed({ database: 'institutions', sql: "DELETE FROM migrations WHERE name LIKE 'CreateSearch%'" });
    expect(await saidBy(checkMigrations, { environment: older })).toMatch(
      /WARN +migrations institutions +This code is newer than the database: CreateSearch1790000002000 has not run yet\.\n +Next: Back up/,
    );
    const empty = changed({ database: 'identities', sql: 'DROP TABLE migrations' });
    expect(await saidBy(checkMigrations, { environment: empty })).toMatch(/WARN +migrations identities +The database is empty\./);
  });

  test('vault keys that are other ones, lost, of an older version, or not keys at all; no number is ever shown', async () => {
    const fresh = () => Buffer.alloc(32, copies + 1).toString('base64');
    const keys = (version: number) => JSON.stringify({ current: version, versions: { [version]: { cipher: fresh(), hash: fresh() } } });
    const said = (text: string) => saidBy(checkVault, { environment: changed({ 'vault-keys.json': text }) });
    const told = [await said(keys(1)), await said(keys(2)), await said('{"current": 1}')];
    expect(told[0]).toMatch(/FAIL +vault keys +Version 1 does not open what is kept under it\.\n +Next: Put back the file/);
    expect(told[1]).toMatch(/FAIL +vault keys +Values are kept under version 1, which the keys do not have\./);
    expect(told[2]).toMatch(/FAIL +vault keys .* does not hold keys as npm run make-keys makes them\./);
    const lost = changed({});
    rmSync(join(lost.TILSLUT_DATA, 'vault-keys.json'));
    expect(await saidBy(checkVault, { environment: lost })).toMatch(/FAIL +vault keys +There are no keys to the vault\./);
    expect(told.join()).not.toContain(NUMBER);
  });

  test('a checkpoint key that is no key, that is gone, or that has the name of another', async () => {
    const said = (environment: Record<string, string>) => saidBy(checkCheckpointKey, { environment });
    expect(await said(changed({ 'checkpoint-key.json': '{}' }))).toMatch(/FAIL +checkpoint key .* is no private Ed25519 key with a kid\./);
    expect(await said({ ...changed({}), CHECKPOINT_KEY: '/nowhere/key.json' })).toMatch(/FAIL +checkpoint key .* cannot be read: ENOENT/);
    const { kid } = JSON.parse(readFileSync(join(folder, 'checkpoint-key.json'), 'utf8'));
    const impostor = { keys: [{ kid, kty: 'OKP', crv: 'Ed25519', x: 'other' }] };
    const taken = changed({ 'checkpoints/key.json': JSON.stringify(impostor) });
    expect(await said(taken)).toMatch(/FAIL +checkpoint key .* holds another key by the same name\./);
    chmodSync(join(taken.TILSLUT_DATA, 'checkpoint-key.json'), 0o644);
    expect(await said(taken)).toMatch(/WARN +checkpoint key .*others than its owner\.\n +Next: chmod 600/);
  });

  test('a webhook key that is cut short', async () => {
    expect(await saidBy(checkWebhookKey, { environment: changed({ 'webhook-key': 'c2hvcnQ=' }) })).toMatch(
      /FAIL +webhook key .* does not hold 32 bytes in base64\./,
    );
  });

  test('a follower that is behind, that has lost its lease while something runs, or that followed another log', async () => {
    const behind = changed({ database: 'agreements', sql: "UPDATE follower_state SET `cursor` = NULL WHERE feed = 'institutions'" });
    expect(await saidBy(checkFollowers, { environment: behind })).toMatch(
      /OK +agreements follows +institutions, \d\d+ events behind; its lease/,
    );
    const late = changed({ database: 'agreements', sql: 'UPDATE follower_state SET validUntil = validUntil - 60000' });
    expect(await saidBy(checkFollowers, { environment: late, runs: true })).toMatch(
      /FAIL +agreements follows +institutions, 0 events behind; its lease ended .* ago, so gated reads .*\n +Next: See whether institutions is ready/,
    );
    expect(await saidBy(checkFollowers, { environment: late })).toMatch(/OK +agreements follows .* as it does where nothing runs\./);
    const ahead = changed({ database: 'agreements', sql: 'UPDATE follower_state SET validUntil = validUntil + 3600000' });
    expect(await saidBy(checkFollowers, { environment: ahead })).toMatch(/FAIL .* as one of a clock that was set back/);
    const stray = toCursor('feed', ['another log', 5, 'abcdefabcdef']);
    const other = changed({ database: 'identities', sql: `UPDATE follower_state SET \`cursor\` = '${stray}' WHERE feed = 'agreements'` });
    expect(await saidBy(checkFollowers, { environment: other })).toMatch(
      /FAIL +identities follows +agreements, .* a backup was put back there and not here\.\n +Next: Put back the backup of identities/,
    );
  });

  test('a disk that fills up', async () => {
    expect(await saidBy(checkDisk, { environment: changed({}) })).toMatch(/disk .*data.*GB free|disk .*copy.*GB free/);
    const GB = 1024 ** 3;
    expect(judgeSpace('/data', { free: GB, size: 100 * GB })).toMatchObject({ level: 'WARN' });
    expect(judgeSpace('/data', { free: GB / 10, size: 100 * GB })).toMatchObject({ level: 'FAIL' });
    expect(judgeSpace('/data', { free: 50 * GB, size: 100 * GB })).toMatchObject({ level: 'OK' });
  });
});
