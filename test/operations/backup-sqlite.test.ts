import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { demoDocument } from '../../demo/document.ts';
import { playAgreements } from '../../demo/play-agreements.ts';
import { chooseDaycares } from '../../demo/play-register.ts';
import { castAt } from '../../demo/steps.ts';
import { operate, startOn } from './support/doctor.ts';

const submit = 'mutation($input: ImportInput!) { submitImport(input: $input) { state } }';
const quiet = { heading: () => {}, step: () => {}, failed: 0 };

describe('a backup of SQLite by VACUUM INTO', () => {
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  const [data, backup] = ['data', 'backup'].map((name) => join(place, name)) as [string, string];
  let server: Awaited<ReturnType<typeof startOn>>;
  beforeAll(async () => {
    server = await startOn(data);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  });

  test('is made beside a running server while users are sent in, verifies, and runs', async () => {
    const cast = castAt(server.url);
    const daycares = await chooseDaycares(cast, quiet);
    if (!daycares) throw new Error('There are no daycares.');
    await playAgreements(cast, quiet, daycares);
    const placement = cast({ as: 'S1001' });
    const began = Date.now();
    const states: string[] = [];
    const send = async (nth: number) => {
      const input = demoDocument(daycares.municipal, new Date(began - 3_600_000 + nth * 1000), { children: 4 + (nth % 9) });
      const { data: told, errors } = await placement({ query: submit, variables: { input } });
      states.push(told?.submitImport?.state ?? String(errors?.[0]?.extensions?.code));
    };
    await send(0);
    mkdirSync(backup, { mode: 0o700 });
    for (const [nth, name] of ['identities', 'agreements', 'institutions'].entries()) {
      const sending = send(nth + 1);
      const opened = new DatabaseSync(join(data, `${name}.sqlite`), { timeout: 10_000 });
      opened.exec(`VACUUM INTO '${join(backup, `${name}.sqlite`)}'`);
      opened.close();
      await sending;
    }
    expect(states).toEqual(['APPLIED', 'APPLIED', 'APPLIED', 'APPLIED']);
    await server.stop();
    const kept = ['vault-keys.json', 'checkpoint-key.json', 'webhook-key'];
    for (const name of kept) copyFileSync(join(data, name), join(backup, name));

    const verified = await operate('verify-log', [], { TILSLUT_DATA: backup });
    expect(verified.output.match(/\d+ events?, and the chain holds/g)).toHaveLength(3);
    expect(verified.code).toBe(0);
    server = await startOn(backup);
    const { code, output } = await operate('doctor', [], { TILSLUT_DATA: backup });
    expect(output).toMatch(/OK +vault keys +Version 1 is current; what is kept under 1 opens\./);
    expect(output).toMatch(/OK +identities follows +agreements, 0 events behind; its lease holds\./);
    expect(output).not.toMatch(/WARN|FAIL/);
    expect(code).toBe(0);
  }, 120_000);
});
