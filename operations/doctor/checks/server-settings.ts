import { fail, type Finding, warn } from '../finding.ts';

type Settings = ReadonlyMap<string, string>;

interface Rule {
  readonly level: 'WARN' | 'FAIL';
  /** What is wrong, if it is. */
  readonly wrong: (settings: Settings) => string | undefined;
  readonly next: string;
}

const MEGABYTE = 1024 * 1024;
/** An import as a subgraph takes it. */
const LARGEST_IMPORT = 17 * MEGABYTE;
/** The connections of three subgraphs, one process each. */
const CONNECTIONS = 48;
const tried = { MariaDB: [10, 11], MySQL: [9, 7] } as const;

const isOn = (value: string | undefined) => value === 'ON' || value === '1';
const numberOf = (settings: Settings, name: string) => Number(settings.get(name) ?? Number.NaN);

/** What a MySQL or MariaDB server's settings must be; another rule is one more entry here. */
const rules: readonly Rule[] = [
  {
    level: 'FAIL',
    wrong: (settings) => {
      const level = settings.get('transaction_isolation') ?? settings.get('tx_isolation');
      return level === 'READ-COMMITTED' ? undefined : `sessions stay at ${level} where READ COMMITTED is asked for`;
    },
    next: 'Let sessions set their own isolation level (no proxy or init_connect that sets it back).',
  },
  {
    level: 'FAIL',
    wrong: (settings) =>
      isOn(settings.get('log_bin')) && settings.get('binlog_format') === 'STATEMENT'
        ? 'binlog_format is STATEMENT, which refuses every write at READ COMMITTED'
        : undefined,
    next: 'Set binlog_format=ROW (or MIXED) and restart the database server.',
  },
  {
    level: 'FAIL',
    wrong: (settings) => (isOn(settings.get('read_only')) ? 'it takes no writes (read_only)' : undefined),
    next: 'Point the database URL at the primary: decisions and reads of persons are never taken from a replica.',
  },
  {
    level: 'FAIL',
    wrong: (settings) =>
      isOn(settings.get('wsrep_on')) && settings.get('wsrep_cluster_status') !== 'Primary'
        ? `this node of the cluster is ${settings.get('wsrep_cluster_status') ?? 'apart'}, not in the primary part`
        : undefined,
    next: 'Point the database URL at a node of the primary part, and bring this node back into the cluster.',
  },
  {
    level: 'FAIL',
    wrong: (settings) => (/STRICT_(TRANS|ALL)_TABLES/.test(settings.get('sql_mode') ?? '') ? undefined : 'sql_mode is not strict'),
    next: 'Add STRICT_TRANS_TABLES to sql_mode: without it what is too long is cut silently.',
  },
  {
    level: 'FAIL',
    wrong: (settings) =>
      settings.get('character_set_database') === 'utf8mb4'
        ? undefined
        : `the database's character set is ${settings.get('character_set_database')}`,
    next: 'ALTER DATABASE name CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, before anything is written.',
  },
  {
    level: 'WARN',
    wrong: (settings) =>
      settings.get('collation_database') === 'utf8mb4_bin'
        ? undefined
        : `new tables would be ordered by ${settings.get('collation_database')}`,
    next: 'ALTER DATABASE name CHARACTER SET utf8mb4 COLLATE utf8mb4_bin.',
  },
  {
    level: 'WARN',
    wrong: (settings) => {
      const most = numberOf(settings, 'max_allowed_packet');
      return most < LARGEST_IMPORT ? `max_allowed_packet is ${Math.floor(most / MEGABYTE)} MB, and an import may have 17` : undefined;
    },
    next: 'Set max_allowed_packet=64M and restart the database server.',
  },
  {
    level: 'WARN',
    wrong: (settings) =>
      numberOf(settings, 'innodb_lock_wait_timeout') > 5 ? 'sessions wait longer than 5 s for a lock, whatever they set' : undefined,
    next: 'Let sessions set innodb_lock_wait_timeout themselves; by it a wait is given up and tried again.',
  },
  {
    level: 'WARN',
    wrong: (settings) =>
      settings.get('innodb_flush_log_at_trx_commit') === '1' ? undefined : 'the last second of commits is lost when the power goes',
    next: 'Set innodb_flush_log_at_trx_commit=1 (on a server for trials it may stay).',
  },
  {
    level: 'WARN',
    wrong: (settings) =>
      numberOf(settings, 'max_connections') < CONNECTIONS
        ? `max_connections is ${settings.get('max_connections')}, and each subgraph's process takes 16`
        : undefined,
    next: 'Set max_connections to 16 for each process of a subgraph and some for yourself.',
  },
  {
    level: 'WARN',
    wrong: (settings) => {
      const version = settings.get('version') ?? '';
      const isOlder = olderThan(version, /MariaDB/i.test(version) ? tried.MariaDB : tried.MySQL);
      return isOlder ? `${version} is older than what this was tried on (MariaDB 10.11, MySQL 9.7)` : undefined;
    },
    next: 'Upgrade the database server, or run the tests against it first: TILSLUT_TEST_MYSQL=URL npm test.',
  },
];

export const settingNames = [
  ...['version', 'transaction_isolation', 'tx_isolation', 'log_bin', 'binlog_format', 'read_only', 'wsrep_on', 'sql_mode'],
  ...['character_set_database', 'collation_database', 'max_allowed_packet', 'innodb_lock_wait_timeout', 'innodb_flush_log_at_trx_commit'],
  'max_connections',
];

/** What is wrong with a server's settings, as a session of ours sees them; nothing where all is well. */
export const judgeSettings = (about: string, settings: Settings): Finding[] =>
  rules.flatMap(({ level, wrong, next }) => {
    const says = wrong(settings);
    return says === undefined ? [] : [(level === 'FAIL' ? fail : warn)(about, `${says}.`, next)];
  });

function olderThan(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ofServer = 0, andMinor = 0] = version.split('.').map(Number.parseFloat);
  return ofServer < major || (ofServer === major && andMinor < minor);
}
