import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { checkpointFile, publishedKeys } from '#shared/checkpoint-file.ts';
import { checkpointPlaces, type CheckpointSetup, keptCheckpointKey, setUpCheckpoints } from '#shared/checkpoint-setup.ts';
import { writeCheckpoints } from '#shared/checkpoints.ts';
import { readConfig } from '#shared/config.ts';
import { makeKey } from '#shared/keys.ts';
import { startInstitutions } from '../../subgraphs/institutions/server.ts';
import { engines } from '../support/databases.ts';
import { clock, openLog, type OpenedLog } from '../support/event-log.ts';
import { eventually, load, row } from '../support/installation.ts';
import { asking, keepingLog, testKeys } from '../support/subgraphs.ts';

const HOUR = 3_600_000;

describe.each(engines)('checkpoints of a log on $engine', (engine) => {
  let log: OpenedLog;
  let setup: CheckpointSetup;
  let key: JWK;
  const { kept, log: told } = keepingLog();
  beforeAll(async () => {
    log = await openLog(engine, 1);
    key = await makeKey('first');
    const keyFile = join(log.folder, '..', `${key.x}.json`);
    writeFileSync(keyFile, JSON.stringify(key));
    setup = await setUpCheckpoints({ folder: log.folder, keyFile });
    rmSync(keyFile);
  });
  afterEach(async () => {
    await log.putBack();
    kept.length = 0;
  });
  afterAll(() => log.close());
  const job = (more = setup) => writeCheckpoints(log.database, 'agreements', { checkpoints: more, log: told });
  const positions = async () => (await log.verify(setup.trusted)).checkpoints?.checkpoints.map(({ position }) => position) ?? [];

  test('come with the first event, then with every thousand, and every hour with something new', async () => {
    const { look, stop } = job();
    await stop();
    await look();
    expect(await positions()).toEqual([1]);
    await log.append(999);
    await look();
    expect(await positions()).toEqual([1]);
    await log.append(1);
    await look();
    expect(await positions()).toEqual([1, 1001]);
    clock.now += 5 * HOUR;
    await look();
    await log.append(3);
    clock.now += HOUR - 1;
    await look();
    expect(await positions()).toEqual([1, 1001, 1004]);
    await log.append(3);
    await look();
    clock.now += HOUR;
    await look();
    await look();
    expect(await positions()).toEqual([1, 1001, 1004, 1007]);
    expect(await log.verify(setup.trusted)).toMatchObject({ found: undefined, agreeing: 4, checkpoints: { notes: [] } });
    expect(kept).toEqual([]);
  });

  test('are shared by the processes of a subgraph, and go on where they were after a start', async () => {
    const jobs = [job(), job(), job()];
    for (const { stop } of jobs) await stop();
    for (const { look } of jobs) await look();
    expect(await positions()).toEqual([1]);
    for (let n = 0; n < 6; n++) {
      await log.append(1_000);
      await Promise.all(jobs.map(({ look }) => look()));
    }
    expect(new Set(await positions())).toEqual(new Set([1, 1001, 2001, 3001, 4001, 5001, 6001]));
    expect(await log.verify(setup.trusted)).toMatchObject({ found: undefined, checkpoints: { notes: [] } });
    const again = job();
    await again.stop();
    await log.append(10);
    const before = statSync(checkpointFile(log.folder, 'agreements')).size;
    await again.look();
    expect(statSync(checkpointFile(log.folder, 'agreements')).size).toBe(before);
  });

  test('are not signed on a log that no longer holds the last one; that is said once', async () => {
    const { look, stop } = job();
    await stop();
    await log.append(20);
    await look();
    await log.sql("UPDATE event_log SET hash = 'other' WHERE position = 21");
    await log.append(1_000);
    await look();
    await look();
    expect(await positions()).toEqual([21]);
    expect(kept).toMatchObject([
      { subgraph: 'agreements', sentence: expect.stringContaining('no longer holds what its last checkpoint vouches for') },
    ]);
    rmSync(checkpointFile(log.folder, 'agreements'));
    await look();
    expect(readFileSync(checkpointFile(log.folder, 'agreements'), 'utf8').split('\n')).toHaveLength(2);
  });

  test('begin on a line of their own behind one that a crash cut short', async () => {
    const { look, stop } = job();
    await stop();
    await look();
    appendFileSync(checkpointFile(log.folder, 'agreements'), '{"pay');
    await log.append(1_000);
    await look();
    expect(await positions()).toEqual([1, 1001]);
  });

  test('that cannot be written are told once, and written when they can be', async () => {
    const nowhere = join(log.folder, 'later');
    const { look, stop } = job({ ...setup, folder: nowhere });
    await stop();
    await look();
    await look();
    expect(kept).toMatchObject([{ subgraph: 'agreements', sentence: 'a checkpoint could not be written' }]);
    mkdirSync(nowhere);
    await look();
    expect(existsSync(checkpointFile(nowhere, 'agreements'))).toBe(true);
  });
});

describe('the key of checkpoints', () => {
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test('is made once, for its owner only; its public half is published beside those before it', async () => {
    const folder = join(place, 'checkpoints');
    const first = await keptCheckpointKey(join(place, 'one.json'));
    const text = readFileSync(first, 'utf8');
    expect(await keptCheckpointKey(first)).toBe(first);
    expect(readFileSync(first, 'utf8')).toBe(text);
    expect(statSync(first).mode & 0o777).toBe(0o600);
    await setUpCheckpoints({ folder, keyFile: first });
    const { trusted } = await setUpCheckpoints({ folder, keyFile: await keptCheckpointKey(join(place, 'two.json')) });
    const published = JSON.parse(readFileSync(publishedKeys(folder), 'utf8'));
    expect(published).toEqual(trusted);
    expect(published.keys.map(({ kid }: JWK) => kid)).toEqual([JSON.parse(text).kid, expect.stringMatching(/^checkpoints-/)]);
    expect(JSON.stringify(published)).not.toContain('"d"');
  });

  test('under the name of another is refused', async () => {
    const files = [join(place, 'a.json'), join(place, 'b.json')];
    for (const file of files) writeFileSync(file, JSON.stringify(await makeKey('same')));
    await setUpCheckpoints({ folder: join(place, 'same'), keyFile: files[0]! });
    await expect(setUpCheckpoints({ folder: join(place, 'same'), keyFile: files[1]! })).rejects.toThrow('a name of its own');
  });

  test('and the folder are told together, or neither', () => {
    const read = (environment: Record<string, string>) => readConfig(environment, checkpointPlaces);
    expect(read({})).toEqual({ folder: '', keyFile: '' });
    expect(read({ CHECKPOINTS: 'a', CHECKPOINT_KEY: 'b' })).toEqual({ folder: 'a', keyFile: 'b' });
    expect(() => read({ CHECKPOINTS: 'a' })).toThrow('CHECKPOINT_KEY is missing');
    expect(() => read({ CHECKPOINT_KEY: 'b' })).toThrow('CHECKPOINTS is missing');
  });
});

test('a subgraph writes checkpoints while it runs, by its own clock', async () => {
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  const file = checkpointFile(place, 'institutions');
  const lines = () => readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean);
  const { trusted, signers } = await testKeys();
  let now = Date.parse('2026-11-25T10:00:00Z');
  const checkpoints = await setUpCheckpoints({ folder: place, keyFile: await keptCheckpointKey(join(place, 'private.json')) });
  const institutions = await startInstitutions({
    databaseUrl: `sqlite:${join(place, 'institutions.sqlite')}`,
    trusted,
    clock: () => now,
    log: keepingLog().log,
    checkpoints,
  });
  const register = asking(institutions, signers.gateway!);
  await load(register, [row('G91001')]);
  await eventually(
    async () => lines().length,
    (count) => count === 1,
  );
  await load(register, [row('G91002')]);
  now += HOUR;
  await eventually(
    async () => lines().length,
    (count) => count === 2,
  );
  const { payload } = JSON.parse(lines()[1]!);
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ subgraph: 'institutions', at: now });
  await institutions.stop();
  rmSync(place, { recursive: true, force: true });
});
