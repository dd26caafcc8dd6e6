import type { Database } from '#shared/database.ts';

/** A statement as the store was asked it. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Every statement that the store reads with while the work is done, with what stands for its marks. */
export async function statementsWithin(database: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const said: Statement[] = [];
  const quiet = { logQueryError: () => {}, logQuerySlow: () => {}, logSchemaBuild: () => {}, logMigration: () => {}, log: () => {} };
  const connection = await database.read(async (manager) => manager.connection);
  const { logger } = connection;
  const logQuery = (sql: string, parameters: readonly unknown[] = []) => said.push({ sql, parameters });
  Object.assign(connection, { logger: { ...quiet, logQuery } });
  try {
    await work();
  } finally {
    Object.assign(connection, { logger });
  }
  return said;
}

/** The same, without what stands for the marks. */
export const readingStatementsOf = async (database: Database, work: () => Promise<unknown>): Promise<string[]> =>
  (await statementsWithin(database, work)).map(({ sql }) => sql);
