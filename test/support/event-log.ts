import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { signCheckpoint } from '#shared/checkpoint.ts';
import { appendLine, checkpointFile } from '#shared/checkpoint-file.ts';
import { hashAt, linkTo, readHead } from '#shared/event-log.ts';
import type { LoggedEvent } from '#shared/event-log-tables.ts';
import { makeKey, signingKey, trustedKeys } from '#shared/keys.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { openDatabase } from '#shared/open-database.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { verifyOneLog } from '../../operations/verify-one-log.ts';
import type { engines } from './databases.ts';

export const clock = { now: Date.parse('2026-11-25T10:00:00Z') };
const tables = ['event_log', 'event_facts', 'event_log_head'] as const;

/** A log with events in it, on an engine, that can be tampered with and put back; and a folder for its checkpoints. */
export async function openLog(engine: (typeof engines)[number], events: number) {
  const place = await engine.place();
  const database = await openDatabase({
    url: place.url,
    clock: () => clock.now,
    tables: sharedTables,
    migrations: [CreateLogLeasesAndKeys1790000000000],
  });
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-checkpoints-'));
  const key = await makeKey('test-1');
  const trusted: JSONWebKeySet = trustedKeys([key]);
  const signer = await signingKey(key);
  const sql = async (statement: string, values: readonly unknown[] = []): Promise<any> =>
    (await database.transaction(({ manager }) => manager.query(statement, [...values]))).result;
  const append = (count: number) =>
    database.transaction(async ({ record }) => {
      for (let n = 0; n < count; n++)
        record({
          kind: 'Happened',
          actor: `søren/${n}${n === 7 ? '\ud800' : ''}`,
          subject: `G1000${n % 10}`,
          facts: { n, told: 'blåbær "\ufffd"', to: null },
        });
    });
  await append(events);
  const kept = await Promise.all(tables.map(async (table) => [table, (await sql(`SELECT * FROM ${table}`)) as object[]] as const));
  return {
    url: place.url,
    database,
    folder,
    trusted,
    sql,
    append,
    rows: async () => (await sql('SELECT * FROM event_log ORDER BY position')) as LoggedEvent[],
    /** All as it was when it was opened. */
    putBack: async () => {
      rmSync(checkpointFile(folder, 'agreements'), { force: true });
      await database.transaction(async ({ manager }) => {
        for (const [table, rows] of kept) {
          const columns = Object.keys(rows[0]!).map((column) => `\`${column}\``);
          const marks = rows.map((row) => `(${Object.keys(row).map(() => '?')})`);
          await manager.query(`DELETE FROM ${table}`);
          await manager.query(`INSERT INTO ${table} (${columns}) VALUES ${marks}`, rows.flatMap(Object.values));
        }
      });
    },
    /** A checkpoint of what the log says now, signed as the job signs. */
    vouch: async (position: number, { logId, subgraph = 'agreements', writer = 'a' }: Record<string, string | undefined> = {}) => {
      const hash = (await database.read((manager) => hashAt(manager, position))) ?? '';
      const own = (await database.read(readHead)).logId;
      const checkpoint = { logId: logId ?? own, subgraph, position, hash, at: clock.now, writer };
      await appendLine(checkpointFile(folder, 'agreements'), await signCheckpoint(checkpoint, signer));
    },
    verify: (keys = trusted) => verifyOneLog({ subgraph: 'agreements', url: place.url }, { folder, trusted: keys }),
    close: async () => {
      await database.close();
      await place.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type OpenedLog = Awaited<ReturnType<typeof openLog>>;

/** Changes an event and makes every hash from there on fit again, the head's too: what only a checkpoint finds. */
export async function rebuildFrom({ rows, sql }: OpenedLog, position: number) {
  let before = '0'.repeat(64);
  for (const { hash, ...row } of await rows()) {
    const event = row.position === position ? { ...row, actor: 'somebody else' } : row;
    const link = linkTo(before, event);
    await sql('UPDATE event_log SET actor = ?, hash = ? WHERE position = ?', [link.actor, link.hash, link.position]);
    before = link.hash;
  }
  await sql('UPDATE event_log_head SET hash = ?', [before]);
}
