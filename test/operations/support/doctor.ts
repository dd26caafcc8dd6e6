import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { holderOf } from '#shared/lock-file.ts';
import type { Check } from '../../../operations/doctor/checks.ts';
import { linesOf } from '../../../operations/doctor/finding.ts';
import { type Installation, readInstallation } from '../../../operations/doctor/installation.ts';
import { openStores } from '../../../operations/doctor/stores.ts';

/** Runs a command of the operator's as a person would, and keeps what it wrote. */
export async function operate(
  command: 'doctor' | 'verify-log',
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [`operations/${command}.ts`, ...args], {
    env: { PATH: process.env.PATH ?? '', APOLLO_TELEMETRY_DISABLED: '1', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (told) => {
      output += told;
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

/** What one check says of what an environment describes, as it would be printed. */
export async function saidBy(
  check: Check,
  { environment = {}, args = [], ...more }: Partial<Installation> & { environment?: Record<string, string>; args?: readonly string[] },
): Promise<string> {
  const installation = { ...readInstallation(args, environment), ...more };
  const { open, closed } = await openStores(installation.databases);
  try {
    return (await check({ installation, stores: open, closed })).flatMap(linesOf).join('\n');
  } finally {
    for (const store of open) await store.close();
  }
}

/** `npm start` on a data folder, as a process of its own, once it can be asked and has vouched for its logs. */
export async function startOn(folder: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const env = { PATH: process.env.PATH ?? '', APOLLO_TELEMETRY_DISABLED: '1', TILSLUT_DATA: folder, PORT: '0' };
  const server = spawn(process.execPath, ['start.ts'], { env, stdio: 'ignore' });
  const isThere = () => holderOf(folder)?.url && existsSync(join(folder, 'checkpoints', 'agreements.jsonl'));
  for (let tries = 0; tries < 900 && server.exitCode === null && !isThere(); tries++) await pause(50);
  const url = holderOf(folder)?.url;
  if (!url) throw new Error('It did not start.');
  return {
    url,
    stop: async () => {
      if (server.exitCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}
