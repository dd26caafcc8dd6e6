import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { killImports } from '../identities/support/import-kills.ts';
import { startPrivateServer } from '../support/private-server.ts';

const KILLS = Number(process.argv[2] ?? 100);
const SEED = Number(process.argv[3] ?? process.env.SEED ?? Date.now() % 1_000_000);

/** `npm run soak-imports`: 100 kills during imports on each engine leave the picture before or the picture after, and lose nothing answered. */
const folder = mkdtempSync(join(tmpdir(), 'tilslut-soak-'));
const named = (process.env.TILSLUT_TEST_MYSQL ?? '').split(',').filter(Boolean);
const own = named.length > 0 ? undefined : await startPrivateServer();
const servers = own ? [own.url] : named;
const name = `soak_imports_${Date.now()}`;
try {
  for (const store of [...servers.map((url) => `${url}/${name}`), `sqlite:${join(folder, 'identities.sqlite')}`]) {
    console.log(`${KILLS} kills on ${store.startsWith('sqlite') ? 'SQLite' : 'a real server'}: SEED=${SEED}`);
    console.log(JSON.stringify(await killImports(store, { kills: KILLS, seed: SEED })));
  }
} finally {
  for (const url of named) {
    const connection = await mysql.createConnection(url);
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
  await own?.stop();
  rmSync(folder, { recursive: true, force: true });
}
