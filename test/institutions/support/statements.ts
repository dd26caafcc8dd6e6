import type { Database } from '#shared/database.ts';

/** Every statement that the store reads with while the work is done. */
export async function readingStatementsOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const quiet = { logQueryError: () => {}, logQuerySlow: () => {}, logSchemaBuild: () => {}, logMigration: () => {}, log: () => {} };
  const connection = await database.read(async (manager) => manager.connection);
  const { logger } = connection;
  Object.assign(connection, { logger: { ...quiet, logQuery: (sql: string) => said.push(sql) } });
  await work();
  Object.assign(connection, { logger });
  return said;
}
