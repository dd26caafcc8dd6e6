import mysql from 'mysql2/promise';
import { endsFrom, eventFrom, factsFrom, type LogSource, NoEventLog, type Row } from './log-source.ts';

const NO_SUCH_TABLE = 1146;
const NO_SUCH_COLUMN = 1054;

const inHead = (column: string) => `(SELECT ${column} FROM event_log_head WHERE id = 1)`;

const ENDS = `SELECT ${inHead('logId')} AS logId, ${inHead('`position`')} AS headPosition, ${inHead('hash')} AS headHash,
  (SELECT MAX(\`position\`) FROM event_log) AS lastEvent, (SELECT MAX(\`position\`) FROM event_facts) AS lastFacts`;
const EVENTS = `SELECT \`position\`, \`at\`, actor, kind, subject, factsDigest, hash
  FROM event_log WHERE \`position\` >= ? AND \`position\` <= ? ORDER BY \`position\` LIMIT ?`;
const FACTS = `SELECT \`position\`, salt, facts FROM event_facts WHERE \`position\` >= ? AND \`position\` <= ? ORDER BY \`position\``;

/** A log on a MySQL or MariaDB server, read by plain statements of a session that may not write. */
export async function mysqlLog(url: string): Promise<LogSource> {
  const connection = await mysql.createConnection({ uri: url, charset: 'utf8mb4_bin', supportBigNumbers: true, bigNumberStrings: true });
  await connection.query('SET SESSION TRANSACTION READ ONLY');
  const [clustered] = await connection.query<mysql.RowDataPacket[]>("SHOW VARIABLES LIKE 'wsrep_on'");
  // In a cluster the end is read only once this node has what was committed elsewhere before.
  if (clustered[0]?.Value === 'ON') await connection.query('SET SESSION wsrep_sync_wait = 1');
  const ask = async (sql: string, values: (string | number)[] = []): Promise<Row[]> => {
    try {
      const [rows] = await connection.query<mysql.RowDataPacket[]>(sql, values);
      return rows;
    } catch (fault) {
      const code = fault instanceof Error && 'errno' in fault ? fault.errno : undefined;
      throw code === NO_SUCH_TABLE || code === NO_SUCH_COLUMN ? new NoEventLog('NO_LOG') : fault;
    }
  };
  return {
    ends: async () => endsFrom((await ask(ENDS))[0] ?? {}),
    events: async (from, upTo, most) => (await ask(EVENTS, [String(from), String(upTo), most])).map(eventFrom),
    facts: async (from, upTo) => (await ask(FACTS, [String(from), String(upTo)])).map(factsFrom),
    wasDisturbed: () => false,
    close: () => connection.end(),
  };
}
