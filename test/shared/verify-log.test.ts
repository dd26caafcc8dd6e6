import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { checkpointFile } from '#shared/checkpoint-file.ts';
import { makeKey, trustedKeys } from '#shared/keys.ts';
import { sqliteLog } from '../../operations/sqlite-log.ts';
import { type Looked, holds, linesOf } from '../../operations/tell-verdict.ts';
import { engines } from '../support/databases.ts';
import { clock, openLog, type OpenedLog, rebuildFrom } from '../support/event-log.ts';

const EVENTS = 12;
const RUNS = Number(process.env.TAMPERINGS ?? 120);
const looked: Looked = { now: clock.now + 12 * 60_000, folder: '/kept' };
const hashes = 'a'.repeat(64);

describe.each(engines)('a log on $engine', (engine) => {
  let log: OpenedLog;
  beforeAll(async () => {
    log = await openLog(engine, EVENTS);
  });
  afterEach(() => log.putBack());
  afterAll(() => log.close());
  const told = async () => linesOf(await log.verify(), looked).join('\n');

  test('that is as it was written holds, and says how far it is vouched for', async () => {
    await log.vouch(4);
    await log.vouch(10);
    const verdict = await log.verify();
    expect(verdict).toMatchObject({ events: EVENTS, erased: 0, found: undefined, agreeing: 2 });
    expect(holds(verdict)).toBe(true);
    expect(linesOf(verdict, looked).join('\n')).toMatch(
      /12 events, and the chain holds\.[\s\S]*2 checkpoints agree; the newest, of position 10, is 12 minutes old[\s\S]*The last 2 events came after it/,
    );
  });

  test('whose facts were erased with their salt still holds', async () => {
    await log.sql('UPDATE event_facts SET salt = NULL, facts = NULL WHERE position IN (1, 5, 12)');
    expect(await log.verify()).toMatchObject({ events: EVENTS, erased: 3, found: undefined });
  });

  test('without checkpoints is said to be open to what the chain alone cannot tell', async () => {
    expect(await told()).toContain('WARNING: there are no checkpoints of it in /kept.');
    await rebuildFrom(log, 5);
    expect(holds(await log.verify())).toBe(true);
  });

  const swap = 'UPDATE event_log SET position = CASE position WHEN 5 THEN -6 ELSE -5 END WHERE position IN (5, 6)';
  const set = (column: string, value: string) => [`UPDATE event_log SET \`${column}\` = ${value} WHERE position = 5`];
  const ofFacts = (change: string) => [`UPDATE event_facts SET ${change} WHERE position = 5`];
  test.each([
    ['a time is changed', set('at', '`at` + 1'), 'EVENT_CHANGED', 5],
    ['an actor is changed', set('actor', "'sören/4'"), 'EVENT_CHANGED', 5],
    ['a kind is changed', set('kind', "'happened'"), 'EVENT_CHANGED', 5],
    ['a subject is changed', set('subject', "'G10005'"), 'EVENT_CHANGED', 5],
    ['a digest is changed', set('factsDigest', `'${hashes}'`), 'EVENT_CHANGED', 5],
    ['a hash is changed', set('hash', `'${hashes}'`), 'EVENT_CHANGED', 5],
    ['a position is changed', set('position', '500'), 'EVENTS_MISSING', 5],
    ['a byte of the facts is changed', ofFacts("facts = REPLACE(facts, 'blåbær', 'blåbar')"), 'FACTS_CHANGED', 5],
    ['a salt is changed', ofFacts("salt = 'ffffffffffffffffffffffffffffffff'"), 'FACTS_CHANGED', 5],
    ['only the facts are erased', ofFacts('facts = NULL'), 'FACTS_HALF_ERASED', 5],
    ['only the salt is erased', ofFacts('salt = NULL'), 'FACTS_HALF_ERASED', 5],
    ['the row of the facts is deleted', ['DELETE FROM event_facts WHERE position = 5'], 'FACTS_MISSING', 5],
    ['facts are put behind the end', ["INSERT INTO event_facts VALUES (40, 's', '{}')"], 'FACTS_WITHOUT_EVENT', 13],
    ['facts are put before the beginning', ["INSERT INTO event_facts VALUES (-3, 's', '{}')"], 'FACTS_WITHOUT_EVENT', -3],
    ['an event in the middle is deleted', ['DELETE FROM event_log WHERE position = 5'], 'EVENTS_MISSING', 5],
    ['two events change places', [swap, 'UPDATE event_log SET position = -position WHERE position < 0'], 'EVENT_CHANGED', 5],
    [
      'an event is put in',
      [
        'UPDATE event_log SET position = -position WHERE position > 5',
        'UPDATE event_log SET position = 1 - position WHERE position < 0',
        "INSERT INTO event_log SELECT 6, `at`, actor, kind, 'G10009', factsDigest, hash FROM event_log WHERE position = 5",
      ],
      'EVENT_CHANGED',
      6,
    ],
    ['an event is put before the first', [`INSERT INTO event_log VALUES (0, 1, 'a', 'k', 's', '', '${hashes}')`], 'EVENT_OUT_OF_PLACE', 0],
    ['the tail is cut', ['DELETE FROM event_log WHERE position > 9', 'DELETE FROM event_facts WHERE position > 9'], 'HEAD_DIFFERS', 10],
    ['the head is set back', ['UPDATE event_log_head SET position = 9'], 'HEAD_DIFFERS', 13],
    ['the hash of the head is changed', [`UPDATE event_log_head SET hash = '${hashes}'`], 'HEAD_DIFFERS', 12],
    ['the head is gone', ['DELETE FROM event_log_head'], 'NO_HEAD', 13],
  ])('is broken when %s', async (_title, statements, kind, position) => {
    for (const statement of statements) await log.sql(statement);
    const verdict = await log.verify();
    expect(verdict.found).toMatchObject({ kind, position });
    expect(holds(verdict)).toBe(false);
    expect(linesOf(verdict, looked).join('\n')).toMatch(/BREAK at position -?\d+\. [\s\S]*Next: /);
  });

  test('is broken by any single change of any byte, in events and facts', async () => {
    const columns = {
      event_log: ['position', 'at', 'actor', 'kind', 'subject', 'factsDigest', 'hash'],
      event_facts: ['position', 'salt', 'facts'],
    };
    const cells = Object.entries(columns).flatMap(([table, names]) => names.map((column) => ({ table, column })));
    const spot = fc.record({
      cell: fc.constantFrom(...cells),
      position: fc.integer({ min: 1, max: EVENTS }),
      where: fc.nat(),
      change: fc.nat(),
    });
    const found = fc.asyncProperty(spot, async ({ cell: { table, column }, position, where, change }) => {
      const [row] = await log.sql(`SELECT \`${column}\` AS was FROM ${table} WHERE position = ${position}`);
      const now = changed(row.was, { where, change, anyByte: engine.engine === 'SQLite' });
      fc.pre(now !== undefined && !(column === 'position' && Number(now) >= 1 && Number(now) <= EVENTS));
      await log.sql(`UPDATE ${table} SET \`${column}\` = ${now} WHERE position = ${position}`);
      const verdict = await log.verify();
      await log.putBack();
      expect(holds(verdict)).toBe(false);
    });
    await fc.assert(found, { numRuns: RUNS, seed: Date.now() % 2 ** 31, endOnFailure: true });
  });

  test('that was cut, its head made to fit, is told by how many at least', async () => {
    await log.vouch(4);
    await log.vouch(12);
    const [ninth] = (await log.rows()).filter(({ position }) => position === 9);
    for (const table of ['event_log', 'event_facts']) await log.sql(`DELETE FROM ${table} WHERE position > 9`);
    await log.sql('UPDATE event_log_head SET position = 9, hash = ?', [ninth!.hash]);
    expect((await log.verify()).found).toMatchObject({ kind: 'TAIL_CUT', position: 10 });
    expect(await told()).toMatch(/at least 3 events were cut[\s\S]*Events 1 to 9 hold[\s\S]*the newest, of position 4,/);
  });

  test('that was made anew from an event on is told, with the last checkpoint that still agrees', async () => {
    for (const position of [2, 4, 8, 12]) await log.vouch(position);
    await rebuildFrom(log, 6);
    expect((await log.verify()).found).toMatchObject({ kind: 'REBUILT', position: 8 });
    expect(await told()).toContain('made anew, from some event behind 4 on (the checkpoint there still agrees)');
  });

  test('is told apart from another: the database was replaced, or the line is of another subgraph', async () => {
    await log.vouch(4);
    await log.sql("UPDATE event_log_head SET logId = 'another'");
    expect(await told()).toMatch(/12 events, and the chain holds[\s\S]*line 1 is of another log, [\w-]+; this database holds another\./);
    expect(holds(await log.verify())).toBe(false);
    await log.putBack();
    await log.vouch(4, { subgraph: 'institutions' });
    expect(await told()).toContain('line 1 is a checkpoint of institutions, not of agreements.');
  });

  test('holds each time it is verified while it is written', async () => {
    await log.vouch(12);
    const writers = [1, 2, 3].map(async () => {
      for (let n = 0; n < 15; n++) await log.append(3);
    });
    const verdicts = [];
    for (let n = 0; n < 10; n++) verdicts.push(await log.verify());
    await Promise.all(writers);
    verdicts.push(await log.verify());
    expect(verdicts.map(({ found }) => found)).toEqual(verdicts.map(() => undefined));
    expect(verdicts.at(-1)?.events).toBe(EVENTS + 135);
  });
});

describe('a log on SQLite, which keeps anything in any column', () => {
  let log: OpenedLog;
  beforeAll(async () => {
    log = await openLog(engines[0]!, EVENTS);
  });
  afterEach(() => log.putBack());
  afterAll(() => log.close());

  test.each([
    ['bytes in place of text', 'event_log SET actor = CAST(actor AS BLOB)', 'UNREADABLE', 5],
    ['a text in place of a time', "event_log SET at = 'yesterday'", 'UNREADABLE', 5],
    ['a time too large to count with', 'event_log SET at = 9223372036854775807', 'UNREADABLE', 5],
    ['a text in place of a position', "event_log SET position = 'fifth'", 'EVENTS_MISSING', 5],
    ['a fraction in place of a position', 'event_log SET position = 5.5', 'UNREADABLE', 5],
    ['facts at a text', "event_facts SET position = 'fifth'", 'FACTS_MISSING', 5],
    ['facts at a fraction', 'event_facts SET position = 4.5', 'FACTS_WITHOUT_EVENT', 5],
    ['bytes behind a zero', "event_facts SET facts = facts || CAST(x'00' AS TEXT) || 'more'", 'FACTS_CHANGED', 5],
    [
      'bytes that look like others',
      "event_facts SET facts = REPLACE(facts, CAST(x'efbfbd' AS TEXT), CAST(x'f0bfbd' AS TEXT))",
      'UNREADABLE',
      5,
    ],
  ])('is broken by %s', async (_title, change, kind, position) => {
    await log.sql(`UPDATE ${change} WHERE position = 5`);
    expect((await log.verify()).found).toMatchObject({ kind, position });
  });

  test('in a file that nobody has open is read without a trace; that a server opens it meanwhile is noticed', async () => {
    const file = join(log.folder, 'backup.sqlite');
    const original = new DatabaseSync(log.url.slice('sqlite:'.length));
    original.exec(`VACUUM INTO '${file}'`);
    original.close();
    const source = sqliteLog(file);
    expect(await source.ends()).toMatchObject({ lastEvent: EVENTS, lastFacts: EVENTS });
    expect([source.wasDisturbed(), existsSync(`${file}-wal`)]).toEqual([false, false]);
    const server = new DatabaseSync(file);
    server.exec('PRAGMA journal_mode = WAL; DELETE FROM event_facts');
    expect(source.wasDisturbed()).toBe(true);
    server.close();
    await source.close();
  });

  test('is broken by an event or facts at no position behind the end', async () => {
    await log.sql("INSERT INTO event_log VALUES ('x', 1, 'a', 'k', 's', '', '')");
    expect((await log.verify()).found).toMatchObject({ kind: 'UNREADABLE', position: 13 });
    await log.putBack();
    await log.sql("INSERT INTO event_facts VALUES ('x', 's', '{}')");
    expect((await log.verify()).found).toMatchObject({ kind: 'FACTS_WITHOUT_EVENT', position: 13 });
  });
});

describe('a file of checkpoints', () => {
  let log: OpenedLog;
  let file: string;
  beforeAll(async () => {
    log = await openLog(engines[0]!, EVENTS);
    file = checkpointFile(log.folder, 'agreements');
  });
  afterEach(() => log.putBack());
  afterAll(() => log.close());
  const notes = async (keys = log.trusted) => (await log.verify(keys)).checkpoints?.notes;

  test('whose last line a crash cut short is told, and hides none before or behind it', async () => {
    await log.vouch(4);
    appendFileSync(file, '{"signature":"abc","payl');
    expect(await notes()).toMatchObject([{ line: 2, says: expect.stringContaining('incomplete'), isBreak: false }]);
    await log.vouch(8);
    const verdict = await log.verify();
    expect(verdict).toMatchObject({ agreeing: 2, lastAgreeing: { position: 8 } });
    expect(holds(verdict)).toBe(true);
  });

  test('is told line by line: out of order, unknown key, bad signature', async () => {
    for (const position of [8, 4]) await log.vouch(position);
    expect(await notes()).toMatchObject([
      { line: 2, says: expect.stringMatching(/out of order.*position 4.*behind one of position 8/), isBreak: true },
    ]);
    const other = trustedKeys([await makeKey('another')]);
    expect(await notes(other)).toMatchObject(
      [1, 2].map((line) => ({ line, says: expect.stringContaining('not among the keys given (key "test-1")') })),
    );
    const forged = trustedKeys([await makeKey('test-1')]);
    expect((await notes(forged))?.map(({ says }) => says)).toEqual(Array(2).fill(expect.stringContaining('signature that is not right')));
  });

  test('that several processes write may cross', async () => {
    for (const [position, writer] of [
      [4, 'a'],
      [12, 'b'],
      [8, 'a'],
    ] as const)
      await log.vouch(position, { writer });
    expect(await log.verify()).toMatchObject({ agreeing: 3, checkpoints: { notes: [] } });
  });

  test('is known by the keys of before and after a change of keys', async () => {
    await log.vouch(4);
    const both = trustedKeys([...log.trusted.keys, await makeKey('test-2')]);
    expect(await notes(both)).toEqual([]);
  });

  test('tells of any byte that is changed, unless it still says the same', async () => {
    for (const position of [4, 8, 12]) await log.vouch(position);
    const { checkpoints: before } = await log.verify();
    const bytes = readFileSync(file);
    const property = fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (where, change) => {
      writeFileSync(file, bytes.with(where, bytes[where]! ^ change));
      const { checkpoints: after } = await log.verify();
      expect(after!.notes.length > 0 || JSON.stringify(after) === JSON.stringify(before)).toBe(true);
    });
    await fc.assert(property, { numRuns: RUNS, seed: Date.now() % 2 ** 31, endOnFailure: true });
  });
});

interface Change {
  readonly where: number;
  readonly change: number;
  /** SQLite keeps any bytes as text; a server only what is UTF-8. */
  readonly anyByte: boolean;
}

/** A value of which one bit, byte or sign is another, as SQL says it. */
function changed(was: unknown, { where, change, anyByte }: Change): string | undefined {
  if (typeof was === 'number') return String(BigInt(was) ^ (1n << BigInt(where % 62)));
  const bytes = Buffer.from(String(was));
  const at = where % bytes.length;
  if (anyByte) return `CAST(x'${Buffer.from(bytes.with(at, bytes[at]! ^ (1 + (change % 255)))).toString('hex')}' AS CHAR)`;
  const signs = [...String(was)];
  const sign = String.fromCodePoint(0x20 + (change % 0x2000));
  const now = signs.with(where % signs.length, sign).join('');
  return now === was ? undefined : `CONVERT(x'${Buffer.from(now).toString('hex')}' USING utf8mb4)`;
}
