import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { setUpCheckpoints } from '#shared/checkpoint-setup.ts';
import { writeCheckpoints } from '#shared/checkpoints.ts';
import { type Client, clientOf } from '#shared/graphql-client.ts';
import { openDatabase } from '#shared/open-database.ts';
import { demoDocument } from '../../demo/document.ts';
import { loadDemoOnce } from '../../demo/load.ts';
import { demoPersonas } from '../../demo/personas.ts';
import { playAgreements } from '../../demo/play-agreements.ts';
import { type ChosenDaycares, chooseDaycares } from '../../demo/play-register.ts';
import type { Story } from '../../demo/steps.ts';
import { type Part, type Served, startServed } from '../support/processes.ts';
import { type PrivateServer, startPrivateServer } from '../support/private-server.ts';
import { keepingLog } from '../support/subgraphs.ts';
import { canDump, dump, restore } from './support/backups.ts';
import { operate } from './support/doctor.ts';

const subgraphs = ['institutions', 'agreements', 'identities'] as const;
/** Followers before what they follow, as docs/operations.md says. */
const inOrder = ['identities', 'agreements', 'institutions'] as const;
const submit = 'mutation($input: ImportInput!) { submitImport(input: $input) { state } }';
const quiet: Story = { heading: () => {}, step: () => {}, failed: 0 };

const server: PrivateServer | undefined = canDump ? await startPrivateServer() : undefined;

(server ? describe : describe.skip)('four processes on a database server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-backup-'));
  const [checkpoints, later, empty] = ['checkpoints', 'later', 'empty'].map((name) => join(folder, name)) as [string, string, string];
  let served: Served;
  let daycares: ChosenDaycares;
  let sent = 0;
  const cast = (wanted: object): Client => clientOf(served.url, () => served.issuer.token(claimsOf(wanted)));
  const placement = (): Client => cast({ as: 'S1001' });
  const send = async (client: Client): Promise<string> => {
    sent += 1;
    const document = demoDocument(daycares.municipal, new Date(Date.now() - 3_600_000 + sent * 1000), { children: 4 + (sent % 9) });
    const { data, errors } = await client({ query: submit, variables: { input: document } });
    return data?.submitImport?.state ?? String(errors?.[0]?.extensions?.code);
  };
  const databaseArgs = (urlOf: (part: Part) => string) => subgraphs.flatMap((name) => ['--database', `${name}=${urlOf(name)}`]);
  const doctor = (urlOf: (part: Part) => string) =>
    operate('doctor', [...databaseArgs(urlOf), '--keys', served.keys, ...Object.values(served.urls).flatMap((url) => ['--process', url])], {
      CHECKPOINTS: checkpoints,
      OIDC_ISSUER: served.issuer.url,
      OIDC_AUDIENCE: served.issuer.audience,
    });
  /** What the doctor says once it finds nothing wrong; a lease may lapse for a moment on a machine that does much else. */
  const untilWell = async (urlOf: (part: Part) => string) => {
    for (let tries = 0; tries < 5; tries++) {
      const { code, output } = await doctor(urlOf);
      if (code === 0) return output;
      if (tries === 4) throw new Error(`${output}\n${served.output().slice(-4_000)}`);
    }
    return '';
  };
  const restored = (part: Part) => `${served.database(part)}_restored`;
  const isReady = async () => {
    for (let tries = 0; tries < 300; tries++) {
      if ((await fetch(`${served.url}/ready`)).ok) return true;
      await pause(50);
    }
    return false;
  };
  const moveTo = async (urlOf: (part: Part) => string, parts: readonly Part[] = subgraphs) => {
    await Promise.all(parts.map((part) => served.kill(part)));
    await Promise.all(parts.map((part) => served.start(part, { DATABASE_URL: urlOf(part), CHECKPOINTS: '', CHECKPOINT_KEY: '' })));
  };

  beforeAll(async () => {
    const connection = await mysql.createConnection(server?.url ?? '');
    await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
    await connection.query('SET GLOBAL max_allowed_packet = 67108864');
    await connection.end();
    for (const made of [checkpoints, empty]) mkdirSync(made);
    served = await startServed(server?.url ?? '', (_, keys) => ({
      CHECKPOINTS: checkpoints,
      CHECKPOINT_KEY: `${keys}/checkpoint-key.json`,
    }));
    const agency = cast({ as: 'agency' });
    await loadDemoOnce(async (_subgraph, _actor, operation) => agency(operation));
    const chosen = await chooseDaycares(cast, quiet);
    if (!chosen) throw new Error('There are no daycares.');
    daycares = chosen;
    await playAgreements(cast, quiet, daycares);
  }, 120_000);
  afterAll(async () => {
    await served?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('the doctor finds all as it should be', async () => {
    const { code, output } = await doctor(served.database);
    expect(output).toMatch(/OK +database identities +1.*READ COMMITTED, utf8mb4_bin, strict, primary/);
    expect(output).toMatch(/OK +identities follows +agreements, 0 events behind; its lease holds/);
    expect(output.match(/OK +signing key \w+ +What it signs is trusted/g)).toHaveLength(3);
    expect(output.match(/OK +process +\S+ is ready/g)).toHaveLength(4);
    expect(output).not.toMatch(/WARN|FAIL/);
    expect(code).toBe(0);
  }, 60_000);

  test('a backup made while users are sent in is whole, and followers catch up on it', async () => {
    const client = placement();
    let isOver = false;
    const states: string[] = [];
    const sending = (async () => {
      while (!isOver) states.push(await send(client));
    })();
    for (const part of inOrder) await dump(served.database(part), join(folder, `${part}.sql`));
    const duringDump = states.length;
    isOver = true;
    await sending;
    expect(await send(client)).toBe('APPLIED');
    await vouchForEnd(served, later);
    expect(duringDump).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['APPLIED']));

    for (const part of inOrder) restore(join(folder, `${part}.sql`), restored(part));
    await moveTo(restored);
    expect(await isReady()).toBe(true);
    expect(await send(placement())).toBe('APPLIED');
    expect(await untilWell(restored)).toMatch(/OK +identities follows +institutions, 0 events behind; its lease holds/);
    const alone = await operate('verify-log', [...databaseArgs(restored), '--checkpoints', empty]);
    expect(alone.output.match(/events?, and the chain holds/g)).toHaveLength(3);
    expect(alone.code).toBe(0);
  }, 120_000);

  test('of a restored log it is told that its tail was cut, and by how much at least', async () => {
    const { code, output } = await operate('verify-log', [...databaseArgs(restored), '--checkpoints', later]);
    expect(output).toMatch(
      /identities +BREAK at position \d+\. (The log ends at \d+, but a checkpoint signed .*at least \d+ events? (was|were) cut from the end|The checkpoint signed .* says another hash here)/,
    );
    expect(output).toMatch(/institutions +\d+ events, and the chain holds/);
    expect(code).toBe(1);
  }, 60_000);

  test('a register put back alone is noticed by who follows it; told to hear all again, they do', async () => {
    const before = await headOf(restored('institutions'));
    const employee = cast({ as: 'employee-0751' });
    const { data } = await employee({ query: `{ daycare(number: "${daycares.municipal}") { version } }` });
    const change = `mutation { changeUnit(number: "${daycares.municipal}", version: ${data?.daycare?.version}, changes: { name: "Et andet navn" }) { daycare { name } } }`;
    expect(await employee({ query: change })).toEqual({ data: { changeUnit: { daycare: { name: 'Et andet navn' } } } });
    expect(await headOf(restored('institutions'))).toBe(before + 1);

    const alone = (part: Part) => (part === 'institutions' ? `${served.database(part)}_alone` : restored(part));
    restore(join(folder, 'institutions.sql'), alone('institutions'));
    const from = served.output().length;
    await moveTo(alone, ['institutions']);
    await untilSaid(() => served.output().slice(from), 'of a log that is not this one');
    const told = await doctor(alone);
    expect(told.output).toMatch(
      /FAIL +agreements follows +institutions, of whose log it holds a place that is not in it[\s\S]*let it hear all again/,
    );
    expect(told.code).toBe(1);
    for (const part of ['agreements', 'identities'] as const) {
      const connection = await mysql.createConnection(alone(part));
      await connection.query("UPDATE follower_state SET `cursor` = NULL, validUntil = 0 WHERE feed = 'institutions'");
      await connection.end();
    }
    expect(await isReady()).toBe(true);
    expect(await send(placement())).toBe('APPLIED');
    expect(await untilWell(alone)).toMatch(/OK +agreements follows +institutions, 0 events behind; its lease holds/);
  }, 120_000);
});

const claimsOf = (wanted: object): object => ('as' in wanted ? (demoPersonas.find(({ id }) => id === wanted.as) ?? {}) : wanted);

/** Signs where the log of identities ends now, as its process would within the hour. */
async function vouchForEnd(served: Served, folder: string): Promise<void> {
  const { storage } = await import('../../subgraphs/identities/server.ts');
  const database = await openDatabase({ url: served.database('identities'), clock: Date.now, ...storage });
  const checkpoints = await setUpCheckpoints({ folder, keyFile: join(served.keys, 'checkpoint-key.json') });
  const vouching = writeCheckpoints(database, 'identities', { checkpoints, log: keepingLog().log });
  await vouching.look();
  await vouching.stop();
  await database.close();
  expect(readFileSync(join(folder, 'identities.jsonl'), 'utf8')).not.toBe('');
}

async function headOf(url: string): Promise<number> {
  const connection = await mysql.createConnection(url);
  const [[row]] = await connection.query<mysql.RowDataPacket[]>('SELECT `position` FROM event_log_head');
  await connection.end();
  return Number(row?.position);
}

async function untilSaid(told: () => string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (told().includes(wanted)) return;
    await pause(50);
  }
  throw new Error(`It was never said: ${wanted}\n${told().slice(-2_000)}`);
}
