import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import type { Part, Served } from '../../support/processes.ts';
import { filesIn, type Written } from './watched-system.ts';

const keeping: readonly Part[] = ['institutions', 'agreements', 'identities'];

/** What a real database server keeps of the three: InnoDB's own files, where they can be read from here, and every row besides. */
export async function storedIn(served: Served): Promise<Written[]> {
  const written = await Promise.all(keeping.map((part) => storedOf(served.databaseOf(part))));
  return written.flat();
}

async function storedOf(url: string): Promise<Written[]> {
  const database = new URL(url).pathname.slice(1);
  const connection = await mysql.createConnection({ uri: url, supportBigNumbers: true, bigNumberStrings: true });
  try {
    const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
    const names = tables.map((row) => String(Object.values(row)[0]));
    const rows: Written[] = [];
    for (const name of names) {
      const [told] = await connection.query<RowDataPacket[]>(`SELECT * FROM \`${name}\``);
      rows.push({ place: `rows of ${name}`, told: JSON.stringify(told.map((row) => Object.values(row).map(String))) });
    }
    return [...rows, ...(await rawFiles(connection, database, names))];
  } finally {
    await connection.end();
  }
}

/** The files of the tables, with every changed page written to them first. */
async function rawFiles(connection: mysql.Connection, database: string, tables: readonly string[]): Promise<Written[]> {
  const [[at]] = await connection.query<RowDataPacket[]>('SELECT @@datadir AS folder');
  const folder = join(String(at?.folder), database);
  if (!isReadable(folder)) return [];
  await connection.query(`FLUSH TABLES ${tables.map((name) => `\`${name}\``).join(', ')} FOR EXPORT`);
  const files = filesIn(folder);
  await connection.query('UNLOCK TABLES');
  return files;
}

function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
