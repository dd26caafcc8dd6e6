import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { measureFirstImports } from '../identities/support/first-imports.ts';
import { startPrivateServer } from '../support/private-server.ts';

const UNITS = Number(process.argv[2] ?? 468);
const LEAST = 0.3;

/** `npm run soak-first-imports [-- UNITS]`: first imports go in at 30 % at least of the rate at which their rows go in by plain INSERT. */
const folder = mkdtempSync(join(tmpdir(), 'tilslut-first-'));
const named = (process.env.TILSLUT_TEST_MYSQL ?? '').split(',').filter(Boolean);
const own = named.length > 0 ? undefined : await startPrivateServer();
const made: { url: string; name: string }[] = [];
const onServer = (url: string) => async () => {
  const name = `first_${randomBytes(4).toString('hex')}`;
  made.push({ url, name });
  return `${url}/${name}`;
};
let files = 0;
const places = [
  ...(own ? [own.url] : named).map((url) => ({ what: 'a real server', place: onServer(url) })),
  { what: 'SQLite', place: async () => `sqlite:${join(folder, `${files++}.sqlite`)}` },
];
try {
  for (const { what, place } of places) {
    const figures = await measureFirstImports(UNITS, place);
    console.log(`first imports on ${what}: ${JSON.stringify(figures)}`);
    if (figures.share < LEAST) process.exitCode = 1;
  }
} finally {
  for (const { url, name } of made) {
    const connection = await mysql.createConnection(url);
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
  await own?.stop();
  rmSync(folder, { recursive: true, force: true });
}
