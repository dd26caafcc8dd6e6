import { join } from 'node:path';
import { type CheckpointPlaces, keptCheckpointKey, setUpCheckpoints } from '#shared/checkpoint-setup.ts';
import { databaseOf } from '#shared/database-url.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { makeKey, signingKey, trustedKeys } from '#shared/keys.ts';
import { localPeer, type Peer } from '#shared/peer.ts';
import type { Subgraph } from '#shared/subgraph.ts';
import { loadDemoOnce } from './demo/load.ts';
import type { SubgraphName } from './gateway/subgraphs.ts';
import type { JoinedConfig } from './joined.ts';
import { startAgreements } from './subgraphs/agreements/server.ts';
import { lettersFor } from './subgraphs/identities/letters-config.ts';
import { keptVaultKeys } from './subgraphs/identities/outside/vault-keys-file.ts';
import { startIdentities } from './subgraphs/identities/server.ts';
import { registerFiles } from './subgraphs/institutions/other-registers.ts';
import { startInstitutions } from './subgraphs/institutions/server.ts';

/** The three subgraphs in this process, each knowing the others by keys made for this run. */
export async function startSubgraphs(config: JoinedConfig) {
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
  const vaultKeys = keptVaultKeys(config.vaultKeys || join(config.dataFolder, 'vault-keys.json'), config.vaultKeys === '');
  const identities = await startIdentities({
    ...common,
    databaseUrl: databaseOf('identities', config),
    vaultKeys,
    letters: lettersFor(config, config.issuer === '' && config.databaseUrl === ''),
    institutions: localPeer(institutions, ofIdentities),
    agreements: localPeer(agreements, ofIdentities),
  });
  started.resolve(localPeer(identities, ofAgreements));
  const all: Record<SubgraphName, Subgraph> = { institutions, agreements, identities };
  if (config.demo)
    await loadDemoOnce(async (name, actor, operation) =>
      all[name].execute(operation, { token: await gateway(name, { actor }), requestId: 'demo' }),
    );
  return { all, sign: { gateway }, hashKeys: vaultKeys.versions };
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
