import mysql from 'mysql2/promise';
import type { Database } from '#shared/database.ts';
import type { Statement } from './statements.ts';

/** How many rows a server's handlers are asked for by these statements, in a session of their own. */
export async function rowsReadBy(url: string, statements: readonly Statement[]): Promise<number> {
  const connection = await mysql.createConnection(url);
  const asked = async () => {
    const [rows] = await connection.query<mysql.RowDataPacket[]>("SHOW SESSION STATUS LIKE 'Handler_read%'");
    return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
  };
  try {
    const telling = -(await asked()) + (await asked());
    const before = await asked();
    for (const { sql, parameters } of statements) await connection.query(sql, [...parameters]);
    return (await asked()) - before - telling;
  } finally {
    await connection.end();
  }
}

/** How SQLite goes about these statements, step by step. */
export async function stepsOf(database: Database, statements: readonly Statement[]): Promise<string[]> {
  const plans = statements.map(({ sql, parameters }) =>
    database.read(async (manager): Promise<{ detail: string }[]> => manager.query(`EXPLAIN QUERY PLAN ${sql}`, [...parameters])),
  );
  return (await Promise.all(plans)).flat().map(({ detail }) => detail);
}
