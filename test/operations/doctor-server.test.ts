import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mysql from 'mysql2/promise';
import { checkClocks } from '../../operations/doctor/checks/clocks.ts';
import { checkDatabases } from '../../operations/doctor/checks/databases.ts';
import { checkMigrations } from '../../operations/doctor/checks/migrations.ts';
import { type PrivateServer, startPrivateServer } from '../support/private-server.ts';
import { saidBy } from './support/doctor.ts';

// Its settings are changed for everybody on it, so it is a server of this file's own.
const server: PrivateServer | undefined = await startPrivateServer();

(server ? describe : describe.skip)('npm run doctor on a database server', () => {
  let connection: mysql.Connection;
  beforeAll(async () => {
    connection = await mysql.createConnection(server?.url ?? '');
    await connection.query('CREATE DATABASE fine CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await connection.query('CREATE DATABASE latin CHARACTER SET latin1');
  });
  afterAll(async () => {
    await connection.end();
    await server?.stop();
  });
  const at = (database: string) => ['--database', `agreements=${server?.url}/${database}`];
  const said = (database = 'fine') => saidBy(checkDatabases, { args: at(database) });
  /** With a setting of the whole server's, which is put back. */
  const saidWith = async (setting: string, value: string) => {
    const [[before]] = await connection.query<mysql.RowDataPacket[]>(`SELECT @@GLOBAL.${setting} AS kept`);
    await connection.query(`SET GLOBAL ${setting} = ${value}`);
    try {
      return await said();
    } finally {
      await connection.query(`SET GLOBAL ${setting} = ?`, [before?.kept]);
    }
  };

  test('a server that is set as it should be, and one that is set for trials', async () => {
    await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
    await connection.query('SET GLOBAL max_allowed_packet = 67108864');
    expect(await said()).toMatch(/^OK +database agreements +\d+\.\d+\.\d+.*; READ COMMITTED, utf8mb4_bin, strict, primary\.$/);
    expect(await saidWith('innodb_flush_log_at_trx_commit', '2')).toMatch(/^WARN .*last second of commits.*\n +Next: Set innodb_flush/);
    expect(await saidWith('max_allowed_packet', '1048576')).toMatch(
      /^WARN .*max_allowed_packet is 1 MB, and an import may have 17\.\n +Next: Set/,
    );
    expect(await saidWith('max_connections', '40')).toMatch(/^WARN .*max_connections is 40, and each/);
  });

  test('one that would cut texts silently, and one that takes no writes', async () => {
    expect(await saidWith('sql_mode', "''")).toMatch(/^FAIL .*sql_mode is not strict\.\n +Next: Add STRICT_TRANS_TABLES/);
    expect(await saidWith('read_only', 'ON')).toMatch(
      /^FAIL .*it takes no writes \(read_only\)\.\n +Next: Point the database URL at the primary/,
    );
  });

  test('a database, and a table, of another character set', async () => {
    expect(await said('latin')).toMatch(/FAIL .*character set is latin1\.[\s\S]*WARN .*new tables would be ordered by latin1/);
    await connection.query('CREATE TABLE fine.stray (a varchar(9)) COLLATE utf8mb4_general_ci');
    expect(await said()).toMatch(/^FAIL .*stray: not an InnoDB table in utf8mb4_bin\./);
    await connection.query('DROP TABLE fine.stray');
  });

  test('a database that is not there, a user that may not, a server that is not there; no password is shown', async () => {
    expect(await said('nowhere')).toMatch(
      /^FAIL +database agreements +mysql:\/\/127\.0\.0\.1:\d+\/nowhere cannot be opened: ER_BAD_DB_ERROR\.\n +Next: If it/,
    );
    const url = new URL(`${server?.url}/fine`);
    url.password = 'a-secret';
    const told = await saidBy(checkDatabases, { args: ['--database', `agreements=${url.href}`] });
    expect(told).toMatch(/^FAIL .* cannot be opened: ER_ACCESS_DENIED_ERROR\.\n +Next: Correct user and password/);
    expect(told).not.toContain('a-secret');
    expect(await saidBy(checkDatabases, { args: ['--database', 'agreements=mysql://127.0.0.1:1/fine'] })).toMatch(
      /ECONNREFUSED\.\n +Next: Start the/,
    );
  });

  test('an empty database, and its clock', async () => {
    expect(await saidBy(checkMigrations, { args: at('fine') })).toMatch(/^WARN +migrations agreements +The database is empty\./);
    expect(await saidBy(checkClocks, { args: at('fine') })).toMatch(/^OK +clock of database agreements +it is \d+ ms/);
  });
});
