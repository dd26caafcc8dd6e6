import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import type { CheckpointSetup } from '#shared/checkpoint-setup.ts';
import { writeCheckpoints } from '#shared/checkpoints.ts';
import type { Clock } from '#shared/clock.ts';
import { openDatabase } from '#shared/open-database.ts';
import { describeFault } from '#shared/fault-log.ts';
import { serveFeed } from '#shared/feed.ts';
import { everySoOften } from '#shared/every-so-often.ts';
import { isReady } from '#shared/follow.ts';
import { keepHouse } from '#shared/housekeeping.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { httpPeer, type Peer } from '#shared/peer.ts';
import { readConfig } from '#shared/config.ts';
import type { Log } from '#shared/present-error.ts';
import { ownSigner, servedConfig, servedParts, serveSubgraph } from '#shared/serve.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { makeSubgraph, type Subgraph } from '#shared/subgraph.ts';
import { type ActsParts, actsOf } from './acts.ts';
import { agreementReader } from './database/agreement-reader.ts';
import { dueAgreements } from './database/keeping/due-agreements.ts';
import { oversightReader } from './database/overseeing/oversight.ts';
import { CreateOversight1790000002500 } from './database/migrations/create-oversight.ts';
import { CreateAgreements1790000002000 } from './database/migrations/create-agreements.ts';
import { CreateTermsAndKeys1790000003000 } from './database/migrations/create-terms-and-keys.ts';
import { tellingStorage } from './database/telling-storage.ts';
import { tables } from './database/tables.ts';
import type { AgreementEventFacts } from './domain/agreement-event.ts';
import { type Terms, usualTerms } from './domain/terms.ts';
import { followRegister, followUses } from './follow-neighbours.ts';
import type { Context } from './graphql/context.ts';
import { loadersFor } from './graphql/loaders.ts';
import { oversightWith } from './graphql/overseeing/oversight.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { doWhatIsDue } from './jobs/do-what-is-due.ts';
import { timeOrderedId } from './outside/time-ordered-id.ts';
import { startTelling } from './telling.ts';
import { type TellingConfig, tellingConfig } from './telling-config.ts';
import { termsFrom } from './terms-from.ts';

export const storage = {
  tables: [...sharedTables, ...tables, ...tellingStorage.tables],
  migrations: [
    CreateLogLeasesAndKeys1790000000000,
    CreateAgreements1790000002000,
    CreateOversight1790000002500,
    CreateTermsAndKeys1790000003000,
    ...tellingStorage.migrations,
  ],
};

export interface AgreementsParts {
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints?: CheckpointSetup | undefined;
  readonly institutions: Peer;
  /** Who tells what accesses are used for; where there is nobody, nothing is known of it. */
  readonly identities?: Peer | undefined;
  readonly terms?: Terms;
  /** How often the clock is looked at, in milliseconds. */
  readonly lookEvery?: number;
  readonly telling?: TellingConfig;
}

const LOOK_EVERY = 5_000;

/** The agreements, put together: their store, the register they follow, their feed and acts, and the door before them. */
export async function startAgreements(given: AgreementsParts): Promise<Subgraph> {
  const { databaseUrl, trusted, clock, log, checkpoints, institutions, identities, terms = usualTerms } = given;
  const database = await openDatabase({ url: databaseUrl, clock, ...storage });
  const stopHousekeeping = keepHouse(database, (fault) => log.error(describeFault(fault), 'housekeeping'));
  const parts = { newId: timeOrderedId, terms };
  const due = dueAgreements(database, parts);
  const jobs = everySoOften(
    given.lookEvery ?? LOOK_EVERY,
    (stopped) => doWhatIsDue(due, stopped),
    (fault) => log.error(describeFault(fault), 'job'),
  );
  const vouching = writeCheckpoints(database, 'agreements', { checkpoints, log });
  const feed = serveFeed<AgreementEventFacts>(database);
  const reader = agreementReader(database);
  const acting: ActsParts = { database, reader, ...parts };
  const overseeing = oversightReader(database);
  const register = followRegister(database, parts, { institutions, log });
  const uses = identities && followUses(database, { identities, log });
  const telling = startTelling(database, given.telling, log);
  const contextFor = (actor: Actor, requestId: string): Context => ({
    actor,
    requestId,
    reader,
    terms,
    feed,
    loaders: loadersFor(reader, actor),
    acts: actsOf(acting, actor),
    oversight: oversightWith(overseeing),
    telling: telling.for(actor),
  });
  return makeSubgraph<Context>({
    name: 'agreements',
    schema: schemaBeside(import.meta.url),
    resolvers,
    permissions,
    judgedByAction: ['jwk'],
    contextFor,
    log,
    verify: hopVerifier('agreements', trusted),
    ready: () => isReady(database, ['institutions']),
    // Who tells of uses may stop first, and nothing waits for that feed.
    drain: () => {
      feed.stop();
      void uses?.stop();
    },
    stop: async () => {
      stopHousekeeping();
      await telling.stop();
      await jobs.stop();
      await vouching.stop();
      await uses?.stop();
      await register.stop();
      await database.close();
    },
  });
}

if (import.meta.main) {
  const config = readConfig(process.env, (reader) => ({
    ...servedConfig(reader, 'agreements'),
    institutions: reader.text('INSTITUTIONS_URL'),
    telling: tellingConfig(reader),
    terms: termsFrom(reader),
    identities: reader.text('IDENTITIES_URL'),
  }));
  const parts = await servedParts(config, 'agreements');
  const sign = await ownSigner(config);
  const institutions = httpPeer('institutions', config.institutions, sign);
  const identities = httpPeer('identities', config.identities, sign);
  await serveSubgraph(
    await startAgreements({ ...parts, institutions, identities, terms: config.terms, telling: config.telling }),
    config,
    parts.log,
  );
}
