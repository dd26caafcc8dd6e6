import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import type { Actor } from '#shared/actor.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';
import { freePort } from '../../support/free-port.ts';
import { neighbour } from './neighbours.ts';

const plain: NodeJS.ProcessEnv = { PATH: process.env.PATH ?? '', APOLLO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '', LOG_LEVEL: 'error' };

/** Identities as a process of its own on the store given, with what it follows served beside it; it may be killed and started again. */
export async function startIdentitiesProcess(store: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-identities-'));
  const keys = join(folder, 'keys');
  await once(spawn(process.execPath, ['shared/make-keys.ts', keys], { env: plain, stdio: 'ignore' }), 'exit');
  const sign = hopSigner(await signingKey(JSON.parse(readFileSync(join(keys, 'gateway.json'), 'utf8'))));
  const [register, agreements] = [await servedNeighbour(), await servedNeighbour()];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...plain,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: store,
    TRUSTED_KEYS: join(keys, 'trusted.json'),
    SIGNING_KEY: join(keys, 'identities.json'),
    VAULT_KEYS: join(keys, 'vault-keys.json'),
    INSTITUTIONS_URL: register.url,
    AGREEMENTS_URL: agreements.url,
  };
  let output = '';
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(process.execPath, ['subgraphs/identities/server.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (told) => (output += told));
    await untilReady(`${url}/ready`, child, () => output);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    register,
    agreements,
    start,
    kill: () => end('SIGKILL'),
    output: () => output,
    ask: async (actor: Actor, query: string, variables: object = {}): Promise<{ data?: any; errors?: any[] }> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await sign('identities', { actor })}` },
        body: JSON.stringify({ query, variables }),
      });
      return JSON.parse(await response.text());
    },
    stop: async () => {
      await end('SIGTERM');
      register.close();
      agreements.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type IdentitiesProcess = Awaited<ReturnType<typeof startIdentitiesProcess>>;

/** A feed behind a port of its own. */
async function servedNeighbour() {
  const { peer, tell } = neighbour<object>();
  const server = createServer(async (request, response) => {
    const answer = await peer(JSON.parse(await text(request)));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { tell, url: `http://127.0.0.1:${port}/graphql`, close: () => void server.close().closeAllConnections() };
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
  throw new Error(`The process did not come up:\n${output()}`);
}
