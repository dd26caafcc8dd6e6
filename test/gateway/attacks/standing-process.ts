import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { developmentToken } from '#shared/graphql-client.ts';
import { demoPersonas } from '../../../demo/personas.ts';
import { freePort } from '../../support/free-port.ts';

/** The joined system as `npm start` starts it, in a process of its own, so that nobody's work beside it is measured with it. */
export interface StandingProcess {
  readonly url: string;
  readonly port: number;
  /** A token of somebody like a persona; each `nth` is another client, with a budget of its own. */
  token(persona: string, nth?: number): Promise<string>;
  readonly output: () => string;
  stop(): Promise<void>;
}

export async function startStandingProcess(environment: Readonly<Record<string, string>> = {}): Promise<StandingProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-attacked-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['start.ts'], {
    env: {
      PATH: process.env.PATH ?? '',
      APOLLO_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      TILSLUT_DATA: folder,
      LOG_LEVEL: 'info',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (told) => (output += told));
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`It did not come up:\n${output}`);
    await pause(50);
  }
  return {
    url,
    port,
    token: (persona, nth = 0) => {
      const like = demoPersonas.find(({ id }) => id === persona);
      if (!like) throw new Error(`There is no persona ${persona}.`);
      return developmentToken(url, { name: `${like.name} ${nth}`, assurance: like.assurance, mandates: like.mandates });
    },
    output: () => output,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
