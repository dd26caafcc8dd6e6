import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#shared/actor.ts';
import type { ClientAnswer } from '#shared/graphql-client.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';
import { freePort } from './free-port.ts';

type Part = 'institutions' | 'agreements';

/** Register and agreements as processes of their own, asked as the gateway asks them; the second may be killed and started again. */
export interface TwoProcesses {
  ask(part: Part, actor: Actor, query: string, variables?: Record<string, unknown>): Promise<ClientAnswer>;
  startAgreements(): Promise<void>;
  /** Ends the agreements' process without warning. */
  killAgreements(): Promise<void>;
  /** What the processes have written so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts both, the agreements on the store given, the register on one of its own; people are told through the mail server named. */
export async function startTwoProcesses(store: string, smtp: string): Promise<TwoProcesses> {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-killed-'));
  const keys = join(folder, 'keys');
  const plain: NodeJS.ProcessEnv = { PATH: process.env.PATH ?? '', APOLLO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '', LOG_LEVEL: 'error' };
  await once(spawn(process.execPath, ['shared/make-keys.ts', keys], { env: plain, stdio: 'ignore' }), 'exit');
  const sign = hopSigner(await signingKey(JSON.parse(readFileSync(join(keys, 'gateway.json'), 'utf8'))));
  const ports = { institutions: await freePort(), agreements: await freePort(), nobody: await freePort() };
  const urlOf = (part: keyof typeof ports) => `http://127.0.0.1:${ports[part]}`;
  const running = new Map<Part, ChildProcess>();
  let output = '';
  const start = async (part: Part, databaseUrl: string) => {
    const environment = {
      ...plain,
      HOST: '127.0.0.1',
      PORT: String(ports[part]),
      DATABASE_URL: databaseUrl,
      TRUSTED_KEYS: join(keys, 'trusted.json'),
      SIGNING_KEY: join(keys, 'agreements.json'),
      INSTITUTIONS_URL: `${urlOf('institutions')}/graphql`,
      IDENTITIES_URL: `${urlOf('nobody')}/graphql`,
      ...(part === 'agreements' ? { SMTP_URL: smtp, MAIL_FROM: 'notices@tilslut.example', PUBLIC_URL: 'https://tilslut.example' } : {}),
    };
    const child = spawn(process.execPath, [`subgraphs/${part}/server.ts`], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (told) => (output += told));
    running.set(part, child);
    await untilReady(`${urlOf(part)}/ready`, child, () => output);
  };
  const end = async (part: Part, signal: NodeJS.Signals) => {
    const child = running.get(part);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  await start('institutions', `sqlite:${join(folder, 'institutions.sqlite')}`);
  await start('agreements', store);
  return {
    ask: async (part, actor, query, variables = {}) => {
      const response = await fetch(`${urlOf(part)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await sign(part, { actor })}` },
        body: JSON.stringify({ query, variables }),
      });
      return JSON.parse(await response.text());
    },
    startAgreements: () => start('agreements', store),
    killAgreements: () => end('agreements', 'SIGKILL'),
    output: () => output,
    stop: async () => {
      await end('agreements', 'SIGTERM');
      await end('institutions', 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 1_200 && child.exitCode === null; tries++) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await pause(25);
  }
  throw new Error(`A process did not come up:\n${output()}`);
}
