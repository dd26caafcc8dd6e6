import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import type { CheckpointSetup } from '#shared/checkpoint-setup.ts';
import { writeCheckpoints } from '#shared/checkpoints.ts';
import type { Clock } from '#shared/clock.ts';
import { readConfig } from '#shared/config.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import { serveFeed } from '#shared/feed.ts';
import { isReady } from '#shared/follow.ts';
import { describeFault } from '#shared/fault-log.ts';
import { keepHouse } from '#shared/housekeeping.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import type { Peer } from '#shared/peer.ts';
import type { Log } from '#shared/present-error.ts';
import { ownSigner, servedConfig, servedParts, serveSubgraph } from '#shared/serve.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { makeSubgraph, type Subgraph } from '#shared/subgraph.ts';
import { submitImport } from './actions/importing/submit-import.ts';
import { importStoreIn, type ImportParts } from './database/importing/import-store.ts';
import { CreateImportsAndReadLog1790000003001 } from './database/migrations/create-imports-and-read-log.ts';
import { CreateAccessUses1790000003500 } from './database/migrations/create-access-uses.ts';
import { CreatePeople1790000003000 } from './database/migrations/create-people.ts';
import { CreateProtectionClaims1790000003002 } from './database/migrations/create-protection-claims.ts';
import { IndexCountedRuns1790000003645 } from './database/migrations/index-counted-runs.ts';
import { readingsOf } from './database/reading/readings.ts';
import { traceReader } from './database/tracing/trace-reader.ts';
import { tables } from './database/tables.ts';
import type { FeedFacts } from './domain/reading/feed-change.ts';
import type { Readings } from './domain/reading/readings.ts';
import { triedImport } from './domain/reading/tried-import.ts';
import { followNeighbours } from './follow-neighbours.ts';
import type { Acts, Context } from './graphql/context.ts';
import { loadersFor } from './graphql/loaders.ts';
import { permissions } from './graphql/permissions.ts';
import { AGREEMENTS, INSTITUTIONS } from './database/copies/gate.ts';
import { resolvers } from './graphql/resolvers.ts';
import { drawUniId, newId } from './outside/random-ids.ts';
import { neighboursAt } from './neighbours-at.ts';
import { keptVaultKeys } from './outside/vault-keys-file.ts';
import { type VaultKeys, vaultCipher } from './outside/vault-cipher.ts';
import { serveUses } from './use-feed.ts';

export const storage = {
  tables: [...sharedTables, ...tables],
  migrations: [
    CreateLogLeasesAndKeys1790000000000,
    CreatePeople1790000003000,
    CreateImportsAndReadLog1790000003001,
    CreateProtectionClaims1790000003002,
    CreateAccessUses1790000003500,
    IndexCountedRuns1790000003645,
  ],
};

export interface IdentitiesParts {
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints?: CheckpointSetup | undefined;
  readonly vaultKeys: VaultKeys;
  readonly institutions: Peer;
  readonly agreements: Peer;
}

/** Identities, put together: its store and vault, the two feeds it follows, its own feed, its acts, and the door before them. */
export async function startIdentities(given: IdentitiesParts): Promise<Subgraph> {
  const { databaseUrl, trusted, clock, log } = given;
  const cipher = vaultCipher(given.vaultKeys);
  const database = await openDatabase({ url: databaseUrl, clock, ...storage });
  const stopHousekeeping = keepHouse(database, (fault) => log.error(describeFault(fault), 'housekeeping'));
  const vouching = writeCheckpoints(database, 'identities', given);
  const feed = serveFeed<FeedFacts>(database);
  const uses = serveUses(database, (fault) => log.error(describeFault(fault), 'forgetting uses'));
  const readings = readingsOf(database, cipher);
  const traces = traceReader(database, cipher);
  const parts: ImportParts = { cipher, drawUniId, newId };
  const stopFollowing = followNeighbours(database, given);
  const contextFor = (actor: Actor, requestId: string): Context => ({
    actor,
    requestId,
    readings,
    traces,
    feed,
    uses,
    loaders: loadersFor(readings, actor, feed),
    acts: actsOf({ database, readings, parts, actor }),
  });
  return makeSubgraph<Context>({
    name: 'identities',
    schema: schemaBeside(import.meta.url),
    resolvers,
    permissions,
    contextFor,
    log,
    verify: hopVerifier('identities', trusted),
    ready: () => isReady(database, [INSTITUTIONS, AGREEMENTS]),
    drain: () => {
      feed.stop();
      uses.stop();
    },
    stop: async () => {
      feed.stop();
      uses.stop();
      stopHousekeeping();
      await vouching.stop();
      await stopFollowing();
      await database.close();
    },
  });
}

interface Acting {
  readonly database: Database;
  readonly readings: Readings;
  readonly parts: ImportParts;
  readonly actor: Actor;
}

/** What is only tried keeps nothing but that it was tried. */
function actsOf({ database, readings, parts, actor }: Acting): Acts {
  return {
    submitImport: async (document, { dryRun }) => {
      const submitted = await conduct(database, { actor: actor.id, act: 'submitImport', input: null, dryRun }, (transaction) =>
        submitImport(importStoreIn(transaction, parts), actor, document),
      );
      if (!dryRun) return submitted;
      const { run, notices } = submitted;
      await readings.log([triedImport(actor, run)]);
      return run.state === 'APPLIED' ? { run: { ...run, state: 'PLANNED' }, notices } : submitted;
    },
  };
}

if (import.meta.main) {
  const config = readConfig(process.env, (reader) => ({
    ...servedConfig(reader, 'identities'),
    institutions: reader.text('INSTITUTIONS_URL'),
    agreements: reader.text('AGREEMENTS_URL'),
    vaultKeys: reader.text('VAULT_KEYS'),
  }));
  const sign = await ownSigner(config);
  const parts = await servedParts(config, 'identities');
  const peers = neighboursAt(config, sign);
  await serveSubgraph(await startIdentities({ ...parts, ...peers, vaultKeys: keptVaultKeys(config.vaultKeys, false) }), config, parts.log);
}
