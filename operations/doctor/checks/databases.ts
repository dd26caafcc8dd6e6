import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, shownUrl, warn } from '../finding.ts';
import type { ClosedStore, Store } from '../stores.ts';
import { judgeSettings, settingNames } from './server-settings.ts';

/** Whether each database can be reached, and is set as transactions, texts and imports need it. */
export const checkDatabases: Check = async ({ stores, closed, installation }) => [
  ...(installation.databases.length === 0 ? [nothingNamed] : []),
  ...closed.map(unreachable),
  ...(await Promise.all(stores.map((store) => (store.engine === 'sqlite' ? sqlite(store) : server(store))))).flat(),
];

const nothingNamed = warn(
  'databases',
  'none is named, so none is looked at.',
  'Name them: --database institutions=mysql://..., and so on for agreements and identities; or set DATABASE_URL.',
);

const because: Readonly<Record<string, string>> = {
  ENOENT: 'If it never ran, npm start makes it. Else set TILSLUT_DATA to the folder it is in.',
  ECONNREFUSED: 'Start the database server, or correct host and port in the database URL.',
  ENOTFOUND: 'Correct the host in the database URL, or the name service it is looked up by.',
  ETIMEDOUT: 'See whether a firewall stands between here and the database server.',
  ER_ACCESS_DENIED_ERROR: 'Correct user and password in the database URL.',
  ER_DBACCESS_DENIED_ERROR: 'Grant the user all privileges on this database (GRANT ALL ON name.* TO user).',
  ER_BAD_DB_ERROR:
    'If it never ran, its process makes it at the first start. Else correct the name in the database URL, or restore a backup.',
};

const unreachable = ({ subgraph, url, code }: ClosedStore): Finding =>
  fail(
    `database ${subgraph}`,
    `${url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : shownUrl(url)} cannot be opened: ${code}.`,
    because[code] ?? 'Look at the database server (its own log), then at the database URL.',
  );

async function sqlite({ subgraph, url, ask }: Store): Promise<Finding[]> {
  const file = url.slice('sqlite:'.length);
  const about = `database ${subgraph}`;
  const [version] = await ask('SELECT sqlite_version() AS version');
  const others = statSync(file).mode & 0o077 && statSync(dirname(file)).mode & 0o077;
  if (others)
    return [
      warn(about, `${file} can be read by others than its owner.`, `chmod 700 ${dirname(file)}: names and ties of persons lie there.`),
    ];
  const mode = existsSync(`${file}-wal`) ? 'a server has it open' : 'nobody has it open';
  return [ok(about, `SQLite ${version?.version}; ${mode}.`)];
}

async function server({ subgraph, ask }: Store): Promise<Finding[]> {
  const about = `database ${subgraph}`;
  const rows = await ask(`SHOW VARIABLES WHERE Variable_name IN (${settingNames.map(() => '?').join(', ')})`, ...settingNames);
  const status = await ask("SHOW STATUS LIKE 'wsrep_cluster_status'");
  const strangers = await ask(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND (table_collation <> 'utf8mb4_bin' OR engine <> 'InnoDB') ORDER BY table_name`,
  );
  const settings = new Map([...rows, ...status].map((row) => [String(row.Variable_name), String(row.Value)]));
  const found = judgeSettings(about, settings);
  if (strangers.length > 0)
    found.push(
      fail(
        about,
        `${strangers.map(({ name }) => name).join(', ')}: not an InnoDB table in utf8mb4_bin.`,
        'Texts would be compared and ordered otherwise than here: ALTER TABLE ... ENGINE=InnoDB, CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin.',
      ),
    );
  return found.length > 0 ? found : [ok(about, `${settings.get('version')}; READ COMMITTED, utf8mb4_bin, strict, primary.`)];
}
