import { join } from 'node:path';
import { type CheckpointPlaces, keptCheckpointKey, setUpCheckpoints } from '#shared/checkpoint-setup.ts';
import { databaseOf } from '#shared/database-url.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { makeKey, signingKey, trustedKeys } from '#shared/keys.ts';
import { holdFolder } from '#shared/lock-file.ts';
import { localPeer, type Peer } from '#shared/peer.ts';
import type { Log } from '#shared/present-error.ts';
import type { Subgraph } from '#shared/subgraph.ts';
import { personasOf } from './demo/personas.ts';
import { loadDemoOnce } from './demo/load.ts';
import { remoteIssuer } from './gateway/authenticate.ts';
import { registeredIn } from './gateway/admission/registered/read-manifest.ts';
import { composeSupergraph } from './gateway/compose-supergraph.ts';
import { developmentIssuer, developmentRoutes } from './gateway/development-issuer.ts';
import { guardedEntrance } from './gateway/entrance.ts';
import { localSubgraph } from './gateway/fetching/local-subgraph.ts';
import { landingPage } from './gateway/landing-page.ts';
import { isLoopback } from './gateway/loopback.ts';
import { admission } from './gateway/overload/admission.ts';
import { budgets } from './gateway/overload/budgets.ts';
import type { ClientKind } from './gateway/overload/client.ts';
import { startGateway } from './gateway/start-gateway.ts';
import { sharesReads, type SubgraphName, subgraphNamed } from './gateway/subgraphs.ts';
import { startAgreements } from './subgraphs/agreements/server.ts';
import type { TellingConfig } from './subgraphs/agreements/telling-config.ts';
import { keptVaultKeys } from './subgraphs/identities/outside/vault-keys-file.ts';
import { startIdentities } from './subgraphs/identities/server.ts';
import { registerFiles } from './subgraphs/institutions/other-registers.ts';
import { startInstitutions } from './subgraphs/institutions/server.ts';

export { tellingConfig } from './subgraphs/agreements/telling-config.ts';

/** How the whole system is started in one process. */
export interface JoinedConfig {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** `mysql://user:password@host:3306/NAME`; NAME_institutions and so on are its databases. SQLite in the data folder if empty. */
  readonly databaseUrl: string;
  readonly demo: boolean;
  readonly issuer: string;
  readonly audience: string;
  readonly vaultKeys: string;
  /** Where checkpoints of the event logs go, and by which key: in the data folder where it is not said. */
  readonly checkpoints?: CheckpointPlaces;
  /** Files of the national address register and of the company register; nobody is asked where there is none. */
  readonly addressFile?: string;
  readonly companyFile?: string;
  /** The file of the operations that clients have registered; none where it is left out. */
  readonly operations?: string;
  /** How people and systems are told of what happens to agreements; nobody is where it is left out. */
  readonly telling?: TellingConfig;
  /** How many requests a minute clients may send, by their kind, if not as many as usual. */
  readonly budgets?: Readonly<Record<ClientKind, number>>;
  readonly log: Log;
}

export interface Joined {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the whole system in one process: three subgraphs joined in memory, the gateway before them. */
export async function startJoined(config: JoinedConfig): Promise<Joined> {
  const { log, host, issuer } = config;
  const trying = issuer === '';
  if (trying && !isLoopback(host))
    throw new Error(
      `HOST is ${host}: the development issuer serves loopback only. Set OIDC_ISSUER and OIDC_AUDIENCE to a real issuer, or HOST to 127.0.0.1.`,
    );
  const held = holdFolder(config.dataFolder);
  const subgraphs = await startSubgraphs(config);
  const development = await developmentIssuer();
  const { app, drain } = await startGateway({
    log,
    supergraph: composeSupergraph((name) => `http://${name}.invalid/`),
    entrance: guardedEntrance(trying ? development : remoteIssuer(issuer, config.audience), subgraphs.sign.gateway),
    reach: (name) => ({ ask: localSubgraph(subgraphs.all[subgraphNamed(name)].execute), sharesReads: sharesReads(name) }),
    overload: { admission: admission(), budgets: budgets(undefined, config.budgets) },
    registered: registeredIn(config.operations ?? ''),
    ready: async () => (await Promise.all(Object.values(subgraphs.all).map((subgraph) => subgraph.ready()))).every(Boolean),
    routes: async (routes) => {
      await routes.register(landingPage, { development: trying });
      if (trying) await routes.register(developmentRoutes, { issuer: development, personas: personasOf(config.demo) });
    },
  });
  const url = await app.listen({ port: config.port, host });
  held.announce(url);
  return {
    url,
    stop: async () => {
      const running = [subgraphs.all.identities, subgraphs.all.agreements, subgraphs.all.institutions];
      drain();
      for (const subgraph of running) subgraph.drain();
      await app.close();
      for (const subgraph of running) await subgraph.stop();
      held.release();
    },
  };
}

async function startSubgraphs(config: JoinedConfig) {
  const { log } = config;
  const keys = await Promise.all(['gateway', 'agreements', 'identities'].map(makeKey));
  const trusted = trustedKeys(keys);
  const [gateway, ofAgreements, ofIdentities] = await Promise.all(keys.map(async (key) => hopSigner(await signingKey(key))));
  if (!gateway || !ofAgreements || !ofIdentities) throw new Error('The keys between the processes could not be made.');
  const common = { trusted, clock: Date.now, log, checkpoints: await setUpCheckpoints(await checkpointPlacesOf(config)) };
  const institutions = await startInstitutions({
    ...common,
    ...registerFiles(config, log),
    databaseUrl: databaseOf('institutions', config),
  });
  // Agreements and identities follow each other; whoever comes first waits for the other to be there.
  const started = Promise.withResolvers<Peer>();
  const agreements = await startAgreements({
    ...common,
    databaseUrl: databaseOf('agreements', config),
    institutions: localPeer(institutions, ofAgreements),
    identities: async (...asked) => (await started.promise)(...asked),
    ...(config.telling && { telling: { ...config.telling, webhooks: config.telling.webhooks ?? trialWebhooks(config) } }),
  });
  const identities = await startIdentities({
    ...common,
    databaseUrl: databaseOf('identities', config),
    vaultKeys: keptVaultKeys(config.vaultKeys || join(config.dataFolder, 'vault-keys.json'), config.vaultKeys === ''),
    institutions: localPeer(institutions, ofIdentities),
    agreements: localPeer(agreements, ofIdentities),
  });
  started.resolve(localPeer(identities, ofAgreements));
  const all: Record<SubgraphName, Subgraph> = { institutions, agreements, identities };
  if (config.demo)
    await loadDemoOnce(async (name, actor, operation) =>
      all[name].execute(operation, { token: await gateway(name, { actor }), requestId: 'demo' }),
    );
  return { all, sign: { gateway } };
}

/** Where the system is tried out on its own files, webhooks need no setting up. */
const trialWebhooks = ({ issuer, databaseUrl, dataFolder }: JoinedConfig) =>
  issuer === '' && databaseUrl === '' ? { keyFile: join(dataFolder, 'webhook-key'), isTrial: true } : undefined;

async function checkpointPlacesOf({ checkpoints, dataFolder }: JoinedConfig): Promise<CheckpointPlaces> {
  return {
    folder: checkpoints?.folder || join(dataFolder, 'checkpoints'),
    keyFile: checkpoints?.keyFile || (await keptCheckpointKey(join(dataFolder, 'checkpoint-key.json'))),
  };
}
