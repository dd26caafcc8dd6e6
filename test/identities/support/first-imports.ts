import type { EntitySchema, ObjectLiteral } from 'typeorm';
import { type Database, insertRows } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import { tables } from '../../../subgraphs/identities/database/tables.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import type { ImportDocument } from '../../../subgraphs/identities/domain/document/import-document.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { averageUnit, prepare, submitTo } from './store.ts';

/** How fast first imports go in, beside how fast their rows go in by plain multi-row INSERT, in the same run. */
export interface FirstImportFigures {
  readonly units: number;
  readonly ties: number;
  readonly rows: number;
  readonly importSeconds: number;
  readonly insertSeconds: number;
  readonly share: number;
}

/** Tables that have rows from the beginning, or of no import. */
const made = new Set(['access_use_head', 'event_log_head', 'follower_state', 'idempotency_key', 'lease']);

/**
 * Takes in the first documents of many average units once, to have their rows. Then, by turns so that whatever else the machine does
 * weighs on both alike: each document into a store that knows none of it, and an equal part of the rows into another by plain INSERT.
 */
export async function measureFirstImports(units: number, place: () => Promise<string>): Promise<FirstImportFigures> {
  const numbers = Array.from({ length: units }, (_, index) => `G${10_000 + index}`);
  const documents = numbers.map((number, index) => ownNumbers(averageUnit(number, 1), index * 1_000));
  const stores = await Promise.all([0, 1, 2].map(async () => openDatabase({ url: await place(), clock: Date.now, ...storage })));
  const [first, again, plain] = stores;
  if (!first || !again || !plain) throw new Error('There are three stores.');
  try {
    for (const store of [first, again]) await prepare(store, ...numbers);
    for (const document of documents) await submitTo(first, document);
    const parts = await partsOf(first, units);
    const seconds = { imports: 0, inserts: 0 };
    for (const [index, document] of documents.entries()) {
      seconds.imports += await secondsOf(() => submitTo(again, document));
      seconds.inserts += await secondsOf(() =>
        plain.transaction(async (transaction) => {
          for (const { table, rows } of parts[index] ?? []) await insertRows(transaction, table, rows);
        }),
      );
    }
    const rows = parts.flat().reduce((sum, part) => sum + part.rows.length, 0);
    const share = seconds.inserts / seconds.imports;
    return { units, ties: units * 180, rows, importSeconds: seconds.imports, insertSeconds: seconds.inserts, share };
  } finally {
    for (const store of stores) await store.close();
  }
}

interface Rows {
  readonly table: EntitySchema<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
}

/** All that the imports wrote, in as many parts as there were documents: both pay for as many commits. */
async function partsOf(store: Database, count: number): Promise<Rows[][]> {
  const written = [...tables, ...sharedTables].filter(({ options: { name } }) => !made.has(name));
  const parts = Array.from({ length: count }, (): Rows[] => []);
  for (const table of written) {
    const found = await store.read((manager) => manager.createQueryBuilder<ObjectLiteral>(table, 't').getMany());
    const size = Math.ceil(found.length / count);
    parts.forEach((part, index) => part.push({ table, rows: found.slice(index * size, (index + 1) * size) }));
  }
  return parts;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

/** The document with numbers that nobody else in the country has: the day is raised by 60. */
function ownNumbers(document: ImportDocument, serial: number): ImportDocument {
  let next = serial;
  const text = JSON.stringify(document).replaceAll(/"nationalNumber":"\d{10}"/g, () => {
    next += 1;
    const day = String(61 + (next % 28));
    const month = String(1 + (Math.floor(next / 28) % 12)).padStart(2, '0');
    return `"nationalNumber":"${day}${month}${String(Math.floor(next / 336)).padStart(6, '0')}"`;
  });
  return JSON.parse(text);
}
