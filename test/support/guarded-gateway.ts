import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeKey } from '#shared/keys.ts';
import { composeSupergraph } from '../../gateway/compose-supergraph.ts';
import { subgraphNames } from '../../gateway/subgraphs.ts';
import { freePort } from './free-port.ts';
import { startIssuer, type TestIssuer } from './issuer.ts';

export interface GuardedGateway {
  readonly url: string;
  readonly issuer: TestIssuer;
  readonly gateway: ChildProcess;
  readonly subgraphs: ChildProcess;
  /** The file of its supergraph. */
  readonly supergraph: string;
  /** What it has written, whole and as lines of JSON. */
  output(): string;
  lines(): Readonly<Record<string, unknown>>[];
  token(claims: object): Promise<string>;
  stop(): Promise<void>;
}

/** The gateway as a process of its own, with an issuer, before subgraphs in another process that answer made-up rows at once. */
export async function startGuardedGateway(environment: Readonly<Record<string, string>> = {}): Promise<GuardedGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-gateway-'));
  const issuer = await startIssuer();
  const [port = 0, ...ports] = await Promise.all([freePort(), ...subgraphNames.map(freePort)]);
  const supergraph = join(folder, 'supergraph.graphql');
  const key = join(folder, 'gateway.json');
  writeFileSync(
    supergraph,
    composeSupergraph((name) => `http://127.0.0.1:${ports[subgraphNames.indexOf(name)]}/graphql`),
  );
  writeFileSync(key, JSON.stringify(await makeKey('gateway')));
  const plain = { PATH: process.env.PATH ?? '', APOLLO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '', LOG_LEVEL: 'error' };
  const start = (file: string, given: readonly string[], more: Readonly<Record<string, string>>) =>
    fork(file, given, { env: { ...plain, ...more }, execArgv: [], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const subgraphs = start('bench/gateway/subgraphs.ts', ports.map(String), {});
  await once(subgraphs, 'message');
  const gateway = start('gateway/server.ts', [], {
    HOST: '127.0.0.1',
    PORT: String(port),
    SUPERGRAPH: supergraph,
    SIGNING_KEY: key,
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    ...environment,
  });
  let output = '';
  gateway.stdout?.on('data', (told) => {
    output += told;
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(`${url}/health`, gateway);
  return {
    url,
    issuer,
    gateway,
    subgraphs,
    supergraph,
    output: () => output,
    lines: () =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{') && line.endsWith('}'))
        .map((line) => JSON.parse(line)),
    token: (claims) => issuer.token(claims),
    stop: async () => {
      const gone = [gateway, subgraphs].filter(({ exitCode }) => exitCode === null).map((child) => once(child, 'exit'));
      gateway.kill();
      subgraphs.kill();
      await Promise.all(gone);
      await issuer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400 && child.exitCode === null; tries++) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await pause(50);
  }
  throw new Error('The gateway did not come up.');
}
