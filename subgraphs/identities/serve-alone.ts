import { readConfig } from '#shared/config.ts';
import { httpPeer } from '#shared/peer.ts';
import { ownSigner, servedConfig, servedParts, serveSubgraph } from '#shared/serve.ts';
import type { Subgraph } from '#shared/subgraph.ts';
import { lettersConfig, lettersTo } from './letters-config.ts';
import { keptVaultKeys } from './outside/vault-keys-file.ts';
import type { IdentitiesParts } from './server.ts';

/** Serves identities on a port of its own, as its environment says. */
export async function serveAlone(start: (parts: IdentitiesParts) => Promise<Subgraph>): Promise<void> {
  const config = readConfig(process.env, (reader) => ({
    ...servedConfig(reader, 'identities'),
    institutions: reader.text('INSTITUTIONS_URL'),
    agreements: reader.text('AGREEMENTS_URL'),
    vaultKeys: reader.text('VAULT_KEYS'),
    letters: lettersConfig(reader),
  }));
  const sign = await ownSigner(config);
  const parts = await servedParts(config, 'identities');
  const peers = {
    institutions: httpPeer('institutions', config.institutions, sign),
    agreements: httpPeer('agreements', config.agreements, sign),
  };
  const kept = { vaultKeys: keptVaultKeys(config.vaultKeys, false), letters: config.letters && lettersTo(config.letters) };
  await serveSubgraph(await start({ ...parts, ...peers, ...kept }), config, parts.log);
}
