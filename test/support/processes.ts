import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import { freePort } from './free-port.ts';
import { startIssuer, type TestIssuer } from './issuer.ts';

const parts = {
  institutions: 'subgraphs/institutions/server.ts',
  agreements: 'subgraphs/agreements/server.ts',
  identities: 'subgraphs/identities/server.ts',
  gateway: 'gateway/server.ts',
} as const;
export type Part = keyof typeof parts;
const order: readonly Part[] = ['institutions', 'agreements', 'identities', 'gateway'];

/** Gateway and subgraphs as four processes on one real database server, as docker-compose.yml starts them. */
export interface Served {
  readonly url: string;
  readonly urls: Readonly<Record<Part, string>>;
  readonly keys: string;
  readonly issuer: TestIssuer;
  /** What all processes have written so far. */
  readonly output: () => string;
  /** Where a subgraph's data is. */
  database(part: Part): string;
  /** The process that runs a part now. */
  processId(part: Part): number;
  /** Starts one, with settings that differ from what it was first started with. */
  start(part: Part, more?: Readonly<Record<string, string>>): Promise<void>;
  kill(part: Part, signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the four processes with keys, databases and an issuer of their own; on files in a folder where the server is `sqlite:<folder>`. */
export async function startServed(
  server: string,
  more: (part: Part, keys: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Served> {
  const keys = join(mkdtempSync(join(tmpdir(), 'tilslut-keys-')), 'keys');
  await once(spawn(process.execPath, ['shared/make-keys.ts', keys], { env: plainEnvironment(), stdio: 'ignore' }), 'exit');
  const issuer = await startIssuer();
  const ports = Object.fromEntries(await Promise.all(order.map(async (part) => [part, await freePort()] as const)));
  const prefix = `served_${randomBytes(5).toString('hex')}`;
  const urls = Object.fromEntries(order.map((part) => [part, `http://127.0.0.1:${ports[part]}`])) as Record<Part, string>;
  const database = (part: Part) => `${server}/${prefix}_${part}`;
  const running = new Map<Part, ChildProcess>();
  let output = '';
  const environmentOf = (part: Part) => ({
    ...plainEnvironment(),
    HOST: '127.0.0.1',
    PORT: String(ports[part]),
    DATABASE_URL: database(part),
    TRUSTED_KEYS: `${keys}/trusted.json`,
    SIGNING_KEY: `${keys}/${part}.json`,
    VAULT_KEYS: `${keys}/vault-keys.json`,
    INSTITUTIONS_URL: `${urls.institutions}/graphql`,
    AGREEMENTS_URL: `${urls.agreements}/graphql`,
    IDENTITIES_URL: `${urls.identities}/graphql`,
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    NATIONAL_NUMBER_CLAIM: 'nationalNumber',
    NUMBER_HASH_KEYS: `${keys}/number-hash-keys.json`,
    // A test sends in a minute what a client sends in an hour; those of budgets set their own.
    BUDGETS: 'administrator=1000000,system=1000000,dashboard=1000000',
    ...more(part, keys),
  });
  const served: Served = {
    url: urls.gateway,
    urls,
    keys,
    issuer,
    output: () => output,
    database,
    processId: (part) => running.get(part)?.pid ?? 0,
    start: async (part, more = {}) => {
      const child = spawn(process.execPath, [parts[part]], { env: { ...environmentOf(part), ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (told) => {
          output += told;
        });
      running.set(part, child);
      await untilUp(urls[part], child, () => output);
    },
    kill: async (part, signal = 'SIGTERM') => {
      const child = running.get(part);
      if (!child || child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
    stop: async () => {
      for (const part of order.toReversed()) await served.kill(part);
      await issuer.close();
      rmSync(join(keys, '..'), { recursive: true, force: true });
      if (server.startsWith('sqlite:')) return;
      const connection = await mysql.createConnection(server);
      for (const part of order) await connection.query(`DROP DATABASE IF EXISTS \`${prefix}_${part}\``);
      await connection.end();
    },
  };
  try {
    for (const part of order) await served.start(part);
  } catch (fault) {
    await served.stop();
    throw fault;
  }
  return served;
}

const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH ?? '', APOLLO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' });

async function untilUp(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    if (
      await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`A process did not come up:\n${output()}`);
}
