import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';

const places = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'];
const found = (...names: string[]) => names.flatMap((name) => places.map((place) => join(place, name))).find((path) => existsSync(path));

const dumper = found('mariadb-dump', 'mysqldump');
const client = found('mariadb', 'mysql');
/** Whether what operators back up with is on this machine. */
export const canDump = dumper !== undefined && client !== undefined;

const reached = (url: string) => {
  const { hostname, port, username, pathname } = new URL(url);
  return { options: ['--no-defaults', `--host=${hostname}`, `--port=${port}`, `--user=${username}`], name: pathname.slice(1) };
};

/** Dumps a database as docs/operations.md says, beside whatever writes to it. */
export async function dump(url: string, file: string): Promise<void> {
  const { options, name } = reached(url);
  const out = openSync(file, 'w', 0o600);
  const child = spawn(dumper ?? 'mariadb-dump', [...options, '--single-transaction', '--quick', '--routines', name], {
    stdio: ['ignore', out, 'inherit'],
  });
  const [code] = await once(child, 'exit');
  closeSync(out);
  if (code !== 0) throw new Error('The dump failed.');
}

/** Puts a dump into a fresh database. */
export function restore(file: string, url: string): void {
  const { options, name } = reached(url);
  const run = (args: string[], input?: number) =>
    spawnSync(client ?? 'mariadb', [...options, ...args], { stdio: [input ?? 'ignore', 'pipe', 'pipe'] });
  const made = run(['-e', `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`]);
  const input = openSync(file, 'r');
  const put = run([name], input);
  closeSync(input);
  if (made.status !== 0 || put.status !== 0) throw new Error(`The backup could not be put back: ${made.stderr}${put.stderr}`);
}
