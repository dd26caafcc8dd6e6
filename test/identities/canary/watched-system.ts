import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.ts';
import { type Served, startServed } from '../../support/processes.ts';
import { storedIn } from './stored-in.ts';

/** Something that the system wrote, wherever it did. */
export interface Written {
  readonly place: string;
  readonly told: string | Buffer;
}

/** The four processes, with every place watched into which they write. */
export interface WatchedSystem {
  readonly served: Served;
  /** Sends a request and keeps what is answered, headers and all; as nobody where no claims are given. */
  send(path: string, init?: RequestInit, claims?: object): Promise<{ readonly status: number; readonly body: string }>;
  /** Asks, and keeps what is answered; an answer that the contract gives a national number is not kept. */
  ask(claims: object, operation: object, more?: { readonly isKept?: boolean }): Promise<any>;
  /** All that was written so far, read where it lies. */
  written(): Promise<readonly Written[]>;
  stop(): Promise<void>;
}

/** Starts it on a real server, or on files of its own; logs at level info, traces and metrics, letters and checkpoints are on. */
export async function startWatched(server: string | undefined): Promise<WatchedSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-canary-'));
  for (const name of ['letters', 'store', 'checkpoints']) mkdirSync(join(folder, name));
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(join(folder, 'print.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  const spans: string[] = [];
  const collector = createServer(async (request, response) => {
    for await (const chunk of request) spans.push(String(chunk));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  const metricsPort = await freePort();
  const served = await startServed(server ?? `sqlite:${folder}/store`, (part, keys) => ({
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_BSP_SCHEDULE_DELAY: '200',
    BUDGETS: 'administrator=1000000,system=1000000,dashboard=1000000',
    DRAIN_NOTICE_SECONDS: '0',
    ...(part === 'gateway'
      ? { METRICS_PORT: String(metricsPort) }
      : {
          CHECKPOINTS: join(folder, 'checkpoints'),
          CHECKPOINT_KEY: join(keys, 'checkpoint-key.json'),
          WEBHOOK_KEY: join(keys, 'webhook-key'),
        }),
    ...(part === 'identities' && { ACTIVATION_LETTERS: join(folder, 'letters'), ACTIVATION_LETTERS_KEY: join(folder, 'print.pem') }),
  }));
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (claims: object) => {
    const key = JSON.stringify(claims);
    const token = tokens.get(key) ?? served.issuer.token(claims);
    tokens.set(key, token);
    return token;
  };
  const answers: string[] = [];
  const send = async (path: string, init: RequestInit = {}, claims?: object, isKept = true) => {
    const headers = new Headers(init.headers);
    if (claims) headers.set('authorization', `Bearer ${await tokenOf(claims)}`);
    const response = await fetch(`${served.url}${path}`, { redirect: 'manual', ...init, headers });
    const body = await response.text();
    if (isKept) answers.push(`${response.status} ${response.statusText} ${JSON.stringify([...response.headers])}\n${body}`);
    return { status: response.status, body };
  };
  return {
    served,
    send: (path, init, claims) => send(path, init, claims),
    ask: async (claims, operation, { isKept = true } = {}) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(operation) };
      return JSON.parse((await send('/graphql', init, claims, isKept)).body);
    },
    written: async () => [
      { place: 'logs', told: served.output() },
      { place: 'answers', told: answers.join('\n') },
      { place: 'spans', told: spans.join('\n') },
      { place: 'metrics', told: await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text() },
      ...(server ? await storedIn(served) : []),
      ...filesIn(folder),
    ],
    stop: async () => {
      await served.stop();
      collector.closeAllConnections();
      collector.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every file of a folder, as its bytes. */
export const filesIn = (folder: string): Written[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ place: path.slice(folder.length + 1), told: readFileSync(path) }));
