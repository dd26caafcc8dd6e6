import { DatabaseSync } from 'node:sqlite';
import mysql from 'mysql2/promise';

type Rows = any[];

/** Reads a store's rows as they lie there, past all of our own reading; several statements see it one after the other. */
export async function rowsIn(url: string, ...statements: readonly string[]): Promise<Rows[]> {
  if (url.startsWith('sqlite:')) {
    const store = new DatabaseSync(url.slice('sqlite:'.length), { readOnly: true });
    try {
      return statements.map((statement) => store.prepare(statement).all() as Rows);
    } finally {
      store.close();
    }
  }
  const connection = await mysql.createConnection(url);
  try {
    const found: Rows[] = [];
    for (const statement of statements) found.push((await connection.query<mysql.RowDataPacket[]>(statement))[0]);
    return found;
  } finally {
    await connection.end();
  }
}
