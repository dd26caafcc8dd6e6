import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { freePort } from './free-port.ts';

/** A database server of our own, on a temporary folder; stopped and removed when the tests are done. */
export interface PrivateServer {
  readonly url: string;
  /** Kills it without warning and starts it again on its files; `meanwhile` runs while it is away. */
  crash(meanwhile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const places = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/libexec', '/opt/homebrew/bin'];
const found = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(':'), ...places].map((place) => join(place, name)).find((path) => existsSync(path));

/** Starts MariaDB or MySQL if either is on the machine. */
export async function startPrivateServer(): Promise<PrivateServer | undefined> {
  const mariadb = found('mariadbd');
  const server = mariadb ?? found('mysqld');
  if (!server) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-server-'));
  initialise(server, folder, mariadb !== undefined);
  const port = await freePort();
  const begin = () =>
    spawn(
      server,
      [
        '--no-defaults',
        `--user=${userInfo().username}`,
        `--datadir=${folder}/data`,
        `--tmpdir=${folder}`,
        `--socket=${folder}/s`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        `--pid-file=${folder}/pid`,
        '--max-connections=500',
        '--innodb-flush-log-at-trx-commit=2',
      ],
      { stdio: 'ignore' },
    );
  const url = `mysql://root@127.0.0.1:${port}`;
  let running = begin();
  await untilAnswering(url, running);
  const end = async (signal: NodeJS.Signals) => {
    const gone = once(running, 'exit');
    running.kill(signal);
    await gone;
  };
  return {
    url,
    crash: async (meanwhile) => {
      await end('SIGKILL');
      await meanwhile();
      running = begin();
      await untilAnswering(url, running);
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function initialise(server: string, folder: string, isMariaDb: boolean): void {
  const user = userInfo().username;
  const [command, args] = isMariaDb
    ? [
        found('mariadb-install-db') ?? 'mariadb-install-db',
        [
          '--no-defaults',
          `--datadir=${folder}/data`,
          `--tmpdir=${folder}`,
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          `--user=${user}`,
        ],
      ]
    : [server, ['--no-defaults', '--initialize-insecure', `--datadir=${folder}/data`, `--tmpdir=${folder}`, `--user=${user}`]];
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The private database server could not be made: ${stderr}`);
}

async function untilAnswering(url: string, { exitCode }: { readonly exitCode: number | null }): Promise<void> {
  for (let tries = 0; tries < 300 && exitCode === null; tries++) {
    try {
      const connection = await mysql.createConnection(url);
      await connection.end();
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error('The private database server did not come up.');
}
