import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, clientOf, developmentToken } from '#shared/graphql-client.ts';
import { loadDemoOnce } from '../../demo/load.ts';
import { demoPersonas } from '../../demo/personas.ts';
import type { Cast } from '../../demo/steps.ts';
import type { ClientKind } from '../../gateway/overload/client.ts';
import { startJoined } from '../../joined.ts';
import { startServed } from './processes.ts';
import { keepingLog } from './subgraphs.ts';

/** A whole system with the demo country, over HTTP, however it runs: what a journey is played on. */
export interface Stage {
  readonly url: string;
  readonly cast: Cast;
  token(wanted: object): Promise<string>;
  /** Kills the process that follows the agreements without warning and starts it again; embedded, nothing can be killed alone. */
  restartFollower(): Promise<void>;
  /** What the system has written to its logs. */
  readonly logged: () => string;
  close(): Promise<void>;
}

const servers = (process.env.TILSLUT_TEST_MYSQL ?? '').split(',').filter(Boolean);

/** Every way the system runs: embedded always, and as four processes on each real server that the test run was given. */
export const stages: readonly { readonly stage: string; readonly open: () => Promise<Stage> }[] = [
  { stage: 'embedded', open: () => embeddedStage({ administrator: 1e6, system: 1e6, dashboard: 1e6 }) },
  ...servers.map((server, index) => ({ stage: `four processes on server ${index + 1}`, open: () => fourProcesses(server) })),
];

/** The system in one process; by the usual budgets where none are given. */
export async function embeddedStage(budgets?: Readonly<Record<ClientKind, number>>): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
  const { kept, log } = keepingLog();
  const joined = await startJoined({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    databaseUrl: '',
    demo: true,
    issuer: '',
    audience: 'tilslut',
    vaultKeys: '',
    ...(budgets && { budgets }),
    log,
  });
  const token = (wanted: object) => developmentToken(joined.url, wanted);
  return {
    url: joined.url,
    token,
    cast: (wanted) => clientOf(joined.url, () => token(wanted)),
    restartFollower: async () => {},
    logged: () => JSON.stringify(kept),
    close: async () => {
      await joined.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fourProcesses(server: string): Promise<Stage> {
  const served = await startServed(server);
  const token = (wanted: object) => served.issuer.token(claimsOf(wanted));
  const cast: Cast = (wanted): Client => clientOf(served.url, () => token(wanted));
  const agency = cast({ as: 'agency' });
  await loadDemoOnce(async (_subgraph, _actor, operation) => agency(operation));
  const restartFollower = async () => {
    await served.kill('identities', 'SIGKILL');
    await served.start('identities');
  };
  return { url: served.url, token, cast, restartFollower, logged: served.output, close: served.stop };
}

/** What a token says of a persona, or of whom the mandates describe. */
export function claimsOf(wanted: object): object {
  return 'as' in wanted ? (demoPersonas.find(({ id }) => id === wanted.as) ?? {}) : wanted;
}
