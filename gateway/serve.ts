import { readFileSync } from 'node:fs';
import { readConfig } from '#shared/config.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';
import { processLog } from '#shared/serve.ts';
import { remoteIssuer } from './authenticate.ts';
import { landingPage } from './landing-page.ts';
import { numberClaim, readHashKeys } from './number-claim.ts';
import { startGateway } from './server.ts';
import { askOverHttp } from './subgraph-source.ts';
import type { SubgraphName } from './subgraphs.ts';

const log = processLog('gateway');
const config = readConfig(process.env, ({ text, number }) => ({
  host: text('HOST', '0.0.0.0'),
  port: number('PORT', 4000),
  key: text('SIGNING_KEY'),
  issuer: text('OIDC_ISSUER'),
  audience: text('OIDC_AUDIENCE'),
  numberClaim: text('NATIONAL_NUMBER_CLAIM', ''),
  numberKeys: text('NUMBER_HASH_KEYS', process.env.NATIONAL_NUMBER_CLAIM ? undefined : ''),
  urls: { institutions: text('INSTITUTIONS_URL'), agreements: text('AGREEMENTS_URL'), identities: text('IDENTITIES_URL') } satisfies Record<
    SubgraphName,
    string
  >,
}));

/** Whether each subgraph tells its operator that it is ready. */
async function allAreReady(): Promise<boolean> {
  const answers = await Promise.allSettled(
    Object.values(config.urls).map((url) => fetch(new URL('/ready', url), { signal: AbortSignal.timeout(2_000) })),
  );
  return answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok);
}

const app = await startGateway({
  log,
  issuer: {
    ...remoteIssuer(config.issuer, config.audience),
    numbers: config.numberClaim ? numberClaim(config.numberClaim, readHashKeys(readFileSync(config.numberKeys, 'utf8'))) : undefined,
  },
  sign: hopSigner(await signingKey(JSON.parse(readFileSync(config.key, 'utf8')))),
  ask: (name) => askOverHttp(config.urls[name]),
  ready: allAreReady,
  routes: async (routes) => void (await routes.register(landingPage, { development: false })),
});
log.info({ url: await app.listen({ host: config.host, port: config.port }) }, 'up');

const stop = async () => {
  await app.close();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
