import { existsSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type Cell, endsFrom, eventFrom, factsFrom, type LogSource, NoEventLog, type Row } from './log-source.ts';

const EVENT_TEXTS = ['actor', 'kind', 'subject', 'factsDigest', 'hash'];
const FACTS_TEXTS = ['salt', 'facts'];
const inHead = (column: string) => `(SELECT ${column} FROM event_log_head WHERE id = 1)`;
const stretch = 'WHERE position >= ? AND position <= ? ORDER BY position';

const ENDS = `SELECT ${inHead('logId')} AS logId, ${inHead('position')} AS headPosition, ${inHead('hash')} AS headHash,
  (SELECT MAX(position) FROM event_log) AS lastEvent, (SELECT MAX(position) FROM event_facts) AS lastFacts`;
const EVENTS = `SELECT position, at, ${EVENT_TEXTS.join(', ')} FROM event_log ${stretch} LIMIT ?`;
const FACTS = `SELECT position, ${FACTS_TEXTS.join(', ')} FROM event_facts ${stretch}`;

/**
 * A log in an SQLite file. Beside a running server it reads what is committed. Where nobody has the file open it is read as
 * unchanging, so that nothing is made beside it and a backup on a read-only disk can be read; if a server opens it meanwhile, that is
 * noticed.
 */
export function sqliteLog(file: string): LogSource {
  const isOpen = () => existsSync(`${file}-wal`);
  const unchanging = !isOpen();
  const before = statSync(file);
  const database = new DatabaseSync(placeOf(file, unchanging), { readOnly: true, timeout: 5_000 });
  const ask = (sql: string, ...values: SQLInputValue[]) => rowsOf(database, sql, values);
  const exactly = (row: Row, table: string, columns: readonly string[]): Row => {
    if (!columns.some((column) => isInDoubt(row[column]))) return row;
    const bytes = columns.map((column) => `CAST(${column} AS BLOB) AS ${column}`).join(', ');
    const [found = {}] = ask(`SELECT ${bytes} FROM ${table} WHERE position = ?`, Number(row.position));
    return { ...row, ...Object.fromEntries(columns.map((column) => [column, textFrom(row[column], found[column])])) };
  };
  return {
    ends: async () => endsFrom(ask(ENDS)[0] ?? {}),
    events: async (from, upTo, most) => ask(EVENTS, from, upTo, most).map((row) => eventFrom(exactly(row, 'event_log', EVENT_TEXTS))),
    facts: async (from, upTo) => ask(FACTS, from, upTo).map((row) => factsFrom(exactly(row, 'event_facts', FACTS_TEXTS))),
    wasDisturbed: () => unchanging && (isOpen() || statSync(file).mtimeMs !== before.mtimeMs),
    close: async () => database.close(),
  };
}

/** How a file is opened to be read; as unchanging where nobody has it open. */
export function placeOf(file: string, unchanging: boolean): URL {
  const place = pathToFileURL(file);
  if (unchanging) place.searchParams.set('immutable', '1');
  return place;
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;

function rowsOf(database: DatabaseSync, sql: string, values: readonly SQLInputValue[]): Row[] {
  try {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement.all(...values);
  } catch (fault) {
    if (typeof fault !== 'object' || fault === null || !('errcode' in fault)) throw fault;
    if (fault.errcode === CORRUPT || fault.errcode === NOT_A_DATABASE) throw new NoEventLog('UNREADABLE');
    throw /no such (table|column)/.test(String(fault)) ? new NoEventLog('NO_LOG') : fault;
  }
}

/** Bytes that are no text are decoded to this sign, and so look like others. */
const isInDoubt = (cell: Cell): boolean => typeof cell === 'string' && cell.includes('\ufffd');
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What was read as text, if its bytes are text. */
function textFrom(read: Cell, bytes: Cell): Cell {
  if (typeof read !== 'string' || !(bytes instanceof Uint8Array)) return read;
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
