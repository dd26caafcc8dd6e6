import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { killWhileTelling } from '../agreements/support/kill-while-telling.ts';

const KILLS = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? randomBytes(4).readUInt32LE());

/** `npm run soak-notices [-- KILLS SEED]`: whoever sends notices is killed 200 times on SQLite, and two at a time on each server of TILSLUT_TEST_MYSQL. */
const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
const servers = (process.env.TILSLUT_TEST_MYSQL ?? '').split(',').filter(Boolean);
const places = [
  { url: `sqlite:${join(folder, 'store.sqlite')}`, together: 1 },
  ...servers.map((url) => ({ url: `${url}/soak_${randomBytes(4).toString('hex')}`, together: 2 })),
];
for (const place of places) {
  const { messageIds, arrivals, atKills, notices } = await killWhileTelling({
    ...place,
    kills: KILLS,
    seed,
    houses: Math.max(40, KILLS * 2),
  });
  const lost = [...messageIds.values()].filter((ids) => ids.size === 0).length;
  const twice = [...messageIds.values()].filter((ids) => ids.size > 1).length;
  const more = arrivals - messageIds.size;
  console.log(
    `${place.url.split(':')[0]}: seed ${seed}, ${KILLS} kills, ${messageIds.size} notices: ${lost} lost, ${twice} under two Message-IDs, ${more} arrived once more; ${JSON.stringify(notices)}; arrived by each kill: ${atKills.join(' ')}`,
  );
  if (lost > 0 || twice > 0 || more > KILLS) process.exitCode = 1;
}
for (const { url } of places.slice(1)) {
  const connection = await mysql.createConnection(url);
  await connection.query(`DROP DATABASE \`${new URL(url).pathname.slice(1)}\``);
  await connection.end();
}
rmSync(folder, { recursive: true, force: true });
