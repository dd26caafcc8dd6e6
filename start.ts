import { resolve } from 'node:path';
import pino from 'pino';
import { readConfig } from '#shared/config.ts';
import type { Log } from '#shared/present-error.ts';
import { personasOf } from './demo/personas.ts';
import { budgetsFrom } from './gateway/overload/budgets.ts';
import { type Joined, type JoinedConfig, lettersConfig, startJoined, tellingConfig } from './joined.ts';

/** What `npm start` is told by its environment. */
export function configFrom(environment: NodeJS.ProcessEnv, log: Log): JoinedConfig {
  return readConfig(environment, (reader) => {
    const { text, number } = reader;
    return {
      port: number('PORT', 4000),
      host: text('HOST', '127.0.0.1'),
      dataFolder: resolve(text('TILSLUT_DATA', '.data')),
      databaseUrl: text('DATABASE_URL', ''),
      demo: text('TILSLUT_DEMO', 'country') !== 'none',
      issuer: text('OIDC_ISSUER', ''),
      audience: text('OIDC_AUDIENCE', environment.OIDC_ISSUER ? undefined : 'tilslut'),
      vaultKeys: text('VAULT_KEYS', environment.DATABASE_URL ? undefined : ''),
      numberClaim: text('NATIONAL_NUMBER_CLAIM', ''),
      checkpoints: { folder: text('CHECKPOINTS', ''), keyFile: text('CHECKPOINT_KEY', '') },
      addressFile: text('ADDRESS_REGISTER', ''),
      companyFile: text('COMPANY_REGISTER', ''),
      budgets: budgetsFrom(reader),
      operations: text('PERSISTED_OPERATIONS', ''),
      letters: lettersConfig(reader),
      telling: tellingConfig(reader, `http://${text('HOST', '127.0.0.1')}:${number('PORT', 4000)}`),
      log,
    };
  });
}

function tell({ url }: Joined, { demo, dataFolder, databaseUrl, issuer, telling }: JoinedConfig): void {
  const lines = [
    '',
    `Tilslut is up.   GraphQL   ${url}/graphql`,
    `                 Explorer  ${url}/`,
    `                 Data      ${databaseUrl ? 'in the database of DATABASE_URL' : dataFolder}`,
    ...(telling?.mail ? [] : ['                 Notices   wait: no mail server is set up (SMTP_URL)']),
    '',
    ...(issuer
      ? []
      : [
          'Try it as one of these (POST /dev/token with {"as": "..."}):',
          ...personasOf(demo).map(({ id, name, description }) => `  ${id.padEnd(22)} ${name.padEnd(24)} ${description}`),
          '',
        ]),
    ...(demo ? ['Next: `npm run demo` plays the main job against this server.', ''] : []),
  ];
  console.log(lines.join('\n'));
}

if (import.meta.main) {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  try {
    const config = configFrom(process.env, {
      info: (facts, told) => log.info(facts, told),
      error: (facts, told) => log.error(facts, told),
    });
    const starting = startJoined(config);
    // Whoever is told to end while it starts ends as calmly, once it can.
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, async () => {
        await (await starting).stop();
        process.exit(0);
      });
    tell(await starting, config);
  } catch (fault) {
    console.error(`Tilslut did not start. ${whyNot(fault)}`);
    process.exit(1);
  }
}

/** Why it did not start, and what to do. */
function whyNot(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if ('code' in fault && fault.code === 'EADDRINUSE')
    return 'The port is taken by another program: stop that, or choose another with PORT=4001 npm start.';
  return fault.message;
}
