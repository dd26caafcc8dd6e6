import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkpointFile } from '#shared/checkpoint-file.ts';
import { holderOf } from '#shared/lock-file.ts';
import { eventually } from '../support/installation.ts';

const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
const folder = join(place, 'data');
const environment = (data: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  APOLLO_TELEMETRY_DISABLED: '1',
  TILSLUT_DATA: data,
  PORT: '0',
});

/** Runs the command as a person would, and keeps what it wrote. */
async function verify(args: readonly string[] = [], data = folder) {
  const child = spawn(process.execPath, ['operations/verify-log.ts', ...args], { env: environment(data) });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (told) => {
      output += told;
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

/** All files of a folder as they are, to see that nothing was written. */
const filesIn = (data: string) => readdirSync(data).map((name) => `${name} ${statSync(join(data, name)).mtimeMs}`);

describe('npm run verify-log', () => {
  let server: ChildProcess;
  const copies = (name: string) => {
    const copy = join(place, name);
    cpSync(folder, copy, { recursive: true });
    return { copy, institutions: join(copy, 'institutions.sqlite') };
  };
  const change = (file: string, sql: string) => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };
  const stop = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  };
  beforeAll(async () => {
    server = spawn(process.execPath, ['start.ts'], { env: environment(folder), stdio: 'ignore' });
    await eventually(
      async () =>
        ['institutions', 'agreements'].map(
          (name) => statSync(checkpointFile(join(folder, 'checkpoints'), name), { throwIfNoEntry: false })?.size ?? 0,
        ),
      (sizes) => sizes.every((size) => size > 0),
    );
    // Until it can be asked it does not end calmly either.
    await eventually(
      async () => holderOf(folder)?.url,
      (url) => typeof url === 'string',
    );
    copyFileSync(join(folder, 'checkpoints', 'key.json'), join(place, 'kept-key.json'));
  }, 60_000);
  afterAll(async () => {
    if (server.exitCode === null) await stop();
    rmSync(place, { recursive: true, force: true });
  });

  test('beside a running server: each log holds, and its checkpoints agree', async () => {
    const { code, output } = await verify();
    expect(output).toMatch(
      /^institutions {2}\d+ events, and the chain holds\.\n {14}1 checkpoint agrees; the newest, of position \d+, is 0 minutes old/m,
    );
    expect(output).toMatch(/^agreements {4}\d+ events/m);
    expect(output).toMatch(
      /^identities {4}Nothing has happened yet\.\n {14}WARNING: there are no checkpoints of it in .*checkpoints\. That events were cut/m,
    );
    expect(output).toContain('keep a copy of it elsewhere, and name that with --key');
    expect(output).toContain('All 3 logs hold, as far as the chain alone can tell where there is a warning.');
    expect(code).toBe(0);
  });

  test('without a server it does the same, and leaves no file behind or changed', async () => {
    await stop();
    const before = filesIn(folder);
    const { code, output } = await verify(['--key', join(place, 'kept-key.json')]);
    expect(output).toContain('All 3 logs hold, as far as the chain alone can tell where there is a warning.');
    expect(output).not.toContain('name that with --key');
    expect(code).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });

  test('a changed event, a cut tail and a lost database are told with what to do, and end with 1', async () => {
    const { copy, institutions } = copies('changed');
    change(institutions, "UPDATE event_log SET actor = 'nobody' WHERE position = 3");
    change(
      join(copy, 'agreements.sqlite'),
      `DELETE FROM event_log WHERE position > 1; DELETE FROM event_facts WHERE position > 1;
       UPDATE event_log_head SET position = 1, hash = (SELECT hash FROM event_log)`,
    );
    rmSync(join(copy, 'identities.sqlite'));
    const { code, output } = await verify([], copy);
    expect(output).toMatch(
      /institutions {2}BREAK at position 3\. The event does not fit its hash[\s\S]*Events 1 to 2 hold[\s\S]*Next: keep a copy/,
    );
    expect(output).toMatch(
      /agreements {4}BREAK at position 2\. The log ends at 1, but a checkpoint .* at least \d+ events? (was|were) cut/,
    );
    expect(output).toMatch(/identities {4}BREAK at position 0\. There is no event log here/);
    expect(output).toContain('Of 3 logs 3 are broken, and 0 could not be verified.');
    expect(code).toBe(1);
  });

  test('one database can be named, a backup for one; a damaged one is a break', async () => {
    const { institutions } = copies('backup');
    const checkpoints = ['--checkpoints', join(folder, 'checkpoints')];
    const one = await verify(['--database', `institutions=sqlite:${institutions}`, ...checkpoints], place);
    expect(one).toMatchObject({ code: 0, output: expect.stringMatching(/1 checkpoint agrees[\s\S]*The log holds\./) });
    const other = await verify(['--database', `agreements=sqlite:${institutions}`, ...checkpoints], place);
    expect(other).toMatchObject({ code: 1, output: expect.stringMatching(/BREAK: .*agreements\.jsonl, line 1 is of another log/) });
    writeFileSync(institutions, 'not a database at all, however long this text may be'.repeat(100));
    const damaged = await verify(['--database', `institutions=sqlite:${institutions}`], place);
    expect(damaged).toMatchObject({ code: 1, output: expect.stringContaining('The database is damaged') });
  });

  test('what was not understood or cannot be reached ends with 2', async () => {
    for (const [args, told] of [
      [['--datbase', 'x'], "Unknown option '--datbase'"],
      [['--database', 'schools=sqlite:x'], 'one of institutions, agreements, identities'],
      [['--checkpoints', join(place, 'none')], 'There is no folder'],
      [['--key', join(place, 'none.json')], 'holds no public keys'],
      [['--database', 'agreements=mysql://root:secret@127.0.0.1:9/x'], 'NOT VERIFIED. It could not be read: connect ECONNREFUSED'],
    ] as const) {
      const { code, output } = await verify(args);
      expect(output).toContain(told);
      expect(output).not.toContain('secret');
      expect(code).toBe(2);
    }
    expect(await verify([], join(place, 'nowhere'))).toMatchObject({
      code: 2,
      output: expect.stringContaining('There are no databases in'),
    });
  }, 30_000);
});
