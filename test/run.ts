import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPrivateServer } from './support/private-server.ts';

/** Tests that look at how long somebody waits: run one after the other when the rest are done, so that they wait for nothing else. */
const measuring = [
  'test/gateway/attacks/',
  'test/gateway/admission/measures',
  'test/gateway/overload/turnstile',
  'test/gateway/operating/ready-in-time',
  'test/identities/feed-statements',
  'test/identities/overview-of-the-largest',
];

/** Runs every test: on SQLite always, and on the real servers that TILSLUT_TEST_MYSQL names, or on one of our own. */
async function main(): Promise<number> {
  const named = process.env.TILSLUT_TEST_MYSQL;
  const own = named ? undefined : await startPrivateServer();
  const urls = named ?? own?.url ?? '';
  if (urls) console.log(`Tests run on SQLite and on ${urls.split(',').length} real database server${urls.includes(',') ? 's' : ''}.`);
  else
    console.log(
      'No MySQL or MariaDB was found: the tests on a real server are LEFT OUT. Install mariadb-server, or set TILSLUT_TEST_MYSQL.',
    );
  if (!urls && process.env.CI) return 1;
  try {
    return await runAll(urls);
  } finally {
    await own?.stop();
  }
}

async function runAll(urls: string): Promise<number> {
  const asked = process.argv.slice(2);
  if (asked.length > 0) return runJest(urls, asked);
  const together = await runJest(urls, ['--testPathIgnorePatterns', '/node_modules/', ...measuring]);
  const alone = await runJest(urls, ['--runInBand', ...measuring]);
  return together || alone;
}

async function runJest(urls: string, given: readonly string[]): Promise<number> {
  const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--config', 'jest.config.json', ...given], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: options, TILSLUT_TEST_MYSQL: urls, APOLLO_TELEMETRY_DISABLED: '1' },
  });
  const [code] = await once(jest, 'exit');
  return typeof code === 'number' ? code : 1;
}

process.exitCode = await main();
