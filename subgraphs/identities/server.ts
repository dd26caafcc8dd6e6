import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import type { CheckpointSetup } from '#shared/checkpoint-setup.ts';
import { writeCheckpoints } from '#shared/checkpoints.ts';
import type { Clock } from '#shared/clock.ts';
import { openDatabase } from '#shared/open-database.ts';
import { serveFeed } from '#shared/feed.ts';
import { isReady } from '#shared/follow.ts';
import { describeFault } from '#shared/fault-log.ts';
import { keepHouse } from '#shared/housekeeping.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import type { Peer } from '#shared/peer.ts';
import type { Log } from '#shared/present-error.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { makeSubgraph, type Subgraph } from '#shared/subgraph.ts';
import type { ImportParts } from './database/importing/import-store.ts';
import { CreateImportsAndReadLog1790000003001 } from './database/migrations/create-imports-and-read-log.ts';
import { CreateAccessUses1790000003500 } from './database/migrations/create-access-uses.ts';
import { CreateReidentifications1790000003630 } from './database/migrations/create-reidentifications.ts';
import { CreatePeople1790000003000 } from './database/migrations/create-people.ts';
import { CreateActivations1790000003621 } from './database/migrations/create-activations.ts';
import { CreateLogins1790000003620 } from './database/migrations/create-logins.ts';
import { CreateRetention1790000003631 } from './database/migrations/create-retention.ts';
import { CreateProtectionClaims1790000003002 } from './database/migrations/create-protection-claims.ts';
import type { IdentityParts } from './database/logins/identities.ts';
import { loginUsersIn } from './database/logins/login-users.ts';
import { ownReader } from './database/logins/own-reader.ts';
import { IndexCountedRuns1790000003645 } from './database/migrations/index-counted-runs.ts';
import { readingsOf } from './database/reading/readings.ts';
import { traceReader } from './database/tracing/trace-reader.ts';
import { tables } from './database/tables.ts';
import type { FeedFacts } from './domain/reading/feed-change.ts';
import { importActs } from './import-acts.ts';
import { identifyingActs } from './identifying.ts';
import { identityActs } from './identity-acts.ts';
import { handLettersOver } from './letters.ts';
import type { Letters } from './letters-config.ts';
import { keepToRetention } from './retention.ts';
import { followNeighbours } from './follow-neighbours.ts';
import { eraseWhatIsOver } from './erase-imports.ts';
import { CreateWaitingImports1790000003610 } from './database/migrations/create-waiting-imports.ts';
import type { Context } from './graphql/context.ts';
import { loadersFor } from './graphql/loaders.ts';
import { permissions } from './graphql/permissions.ts';
import { AGREEMENTS, INSTITUTIONS } from './database/copies/gate.ts';
import { resolvers } from './graphql/resolvers.ts';
import { drawUniId, drawUsername, newId } from './outside/random-ids.ts';
import { documentReaders } from './outside/uni-login/document-readers.ts';
import { type VaultKeys, vaultCipher } from './outside/vault-cipher.ts';
import { serveAlone } from './serve-alone.ts';
import { serveUses } from './use-feed.ts';

export const storage = {
  tables: [...sharedTables, ...tables],
  migrations: [
    CreateLogLeasesAndKeys1790000000000,
    CreatePeople1790000003000,
    CreateImportsAndReadLog1790000003001,
    CreateProtectionClaims1790000003002,
    CreateAccessUses1790000003500,
    CreateWaitingImports1790000003610,
    CreateLogins1790000003620,
    CreateActivations1790000003621,
    CreateReidentifications1790000003630,
    CreateRetention1790000003631,
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
  /** None: nobody gets a code of activation. */
  readonly letters?: Letters | undefined;
  readonly institutions: Peer;
  readonly agreements: Peer;
}

/** Identities, put together: its store and vault, the two feeds it follows, its own feed, its acts, and the door before them. */
export async function startIdentities(given: IdentitiesParts): Promise<Subgraph> {
  const { databaseUrl, trusted, clock, log, letters } = given;
  const cipher = vaultCipher(given.vaultKeys);
  const database = await openDatabase({ url: databaseUrl, clock, ...storage });
  const stopHousekeeping = keepHouse(database, (fault) => log.error(describeFault(fault), 'housekeeping'));
  const stopErasing = eraseWhatIsOver(database, (fault) => log.error(describeFault(fault), 'erasing imports'));
  const vouching = writeCheckpoints(database, 'identities', given);
  const feed = serveFeed<FeedFacts>(database);
  const uses = serveUses(database, (fault) => log.error(describeFault(fault), 'forgetting uses'));
  const readings = readingsOf(database, cipher);
  const own = ownReader(database);
  const parts: ImportParts & IdentityParts = { cipher, drawUniId, newId, drawUsername };
  const stopLetters = handLettersOver(database, given);
  const keeping = keepToRetention(database, given);
  const stopFollowing = followNeighbours(database, given);
  const documents = documentReaders();
  const contextFor = (actor: Actor, requestId: string): Context => ({
    actor,
    requestId,
    readings,
    traces: traceReader(database, cipher),
    feed,
    uses,
    ownReader: own,
    loginUsers: loginUsersIn(database),
    identifying: identifyingActs({ database, readings, parts, actor }),
    loaders: loadersFor(readings, own, actor, feed),
    acts: { ...importActs({ database, readings, parts, actor }), ...identityActs({ database, parts, actor, letters }) },
    readSent: documents.read,
  });
  return makeSubgraph<Context>({
    name: 'identities',
    schema: schemaBeside(import.meta.url),
    resolvers,
    permissions,
    judgedByAction: ['submitImport', 'submitImportDocument', 'activateIdentity'],
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
      await keeping.stop();
      await stopLetters();
      await stopErasing();
      await vouching.stop();
      await stopFollowing();
      await documents.stop();
      await database.close();
    },
  });
}

if (import.meta.main) await serveAlone(startIdentities);
