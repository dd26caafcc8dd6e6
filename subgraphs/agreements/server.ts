import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import type { Clock } from '#shared/clock.ts';
import { type Conduct, conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import { describeFault } from '#shared/fault-log.ts';
import { serveFeed } from '#shared/feed.ts';
import { follow, isReady } from '#shared/follow.ts';
import { keepHouse } from '#shared/housekeeping.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { httpPeer, type Peer, pagesOf } from '#shared/peer.ts';
import { readConfig } from '#shared/config.ts';
import type { Log } from '#shared/present-error.ts';
import { ownSigner, servedConfig, servedParts, serveSubgraph } from '#shared/serve.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { makeSubgraph, type Subgraph } from '#shared/subgraph.ts';
import { decideRequests } from './actions/decide-requests.ts';
import { registerSupplier } from './actions/register-supplier.ts';
import { registerSystem } from './actions/register-system.ts';
import { requestAccess } from './actions/request-access.ts';
import { revokeAccesses } from './actions/revoke-accesses.ts';
import { setSystemState } from './actions/set-system-state.ts';
import { withdrawRequests } from './actions/withdraw-requests.ts';
import { agreementReader } from './database/agreement-reader.ts';
import { agreementsIn } from './database/agreements.ts';
import { CreateAgreements1790000002000 } from './database/migrations/create-agreements.ts';
import { tables } from './database/tables.ts';
import type { AgreementEventFacts } from './domain/agreement-event.ts';
import type { AgreementReader } from './domain/agreement-reader.ts';
import type { Agreements } from './domain/agreement-store.ts';
import { recalling } from './recalling.ts';
import { type DaycareChange, followInstitutions, selection } from './following/institutions.ts';
import type { Acts, Context, Sent } from './graphql/context.ts';
import { timeOrderedId } from './outside/time-ordered-id.ts';
import { loadersFor } from './graphql/loaders.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';

export const storage = {
  tables: [...sharedTables, ...tables],
  migrations: [CreateLogLeasesAndKeys1790000000000, CreateAgreements1790000002000],
};

export interface AgreementsParts {
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly clock: Clock;
  readonly log: Log;
  readonly institutions: Peer;
}

/** The agreements, put together: their store, the register they follow, their feed and acts, and the door before them. */
export async function startAgreements({ databaseUrl, trusted, clock, log, institutions }: AgreementsParts): Promise<Subgraph> {
  const database = await openDatabase({ url: databaseUrl, clock, ...storage });
  const stopHousekeeping = keepHouse(database, (fault) => log.error(describeFault(fault), 'housekeeping'));
  const feed = serveFeed<AgreementEventFacts>(database);
  const reader = agreementReader(database);
  const followed = { feed: 'institutions', ask: pagesOf<DaycareChange>(institutions, 'daycareChanges', selection) };
  const register = follow<DaycareChange>(
    database,
    { ...followed, apply: (transaction, changes) => followInstitutions(agreementsIn(transaction, timeOrderedId), changes) },
    (fault) => log.error({ following: 'institutions', ...describeFault(fault) }, 'following'),
  );
  const contextFor = (actor: Actor, requestId: string): Context => ({
    actor,
    requestId,
    reader,
    feed,
    loaders: loadersFor(reader, actor),
    acts: actsOf(database, reader, actor),
  });
  return makeSubgraph<Context>({
    name: 'agreements',
    schema: schemaBeside(import.meta.url),
    resolvers,
    permissions,
    contextFor,
    log,
    verify: hopVerifier('agreements', trusted),
    ready: () => isReady(database, ['institutions']),
    drain: feed.stop,
    stop: async () => {
      stopHousekeeping();
      await register.stop();
      await database.close();
    },
  });
}

function actsOf(database: Database, reader: AgreementReader, actor: Actor): Acts {
  const act = <Result>(
    name: string,
    input: unknown,
    more: Sent & Pick<Conduct<Result>, 'takesAway' | 'recall'>,
    work: (agreements: Agreements) => Promise<Result>,
  ): Promise<Result> =>
    conduct(database, { actor: actor.id, act: name, input, ...more }, (transaction) => work(agreementsIn(transaction, timeOrderedId)));
  const { requested, decided, moved } = recalling(reader, actor);
  return {
    requestAccess: (told, sent) =>
      act('requestDataAccess', told, { ...sent, recall: requested }, (agreements) => requestAccess(agreements, actor, told)),
    decideRequests: (told, sent) =>
      act('decideRequests', told, { ...sent, recall: decided }, (agreements) => decideRequests(agreements, actor, told)),
    withdrawRequests: (told, sent) =>
      act('withdrawRequests', told, { ...sent, recall: decided }, (agreements) => withdrawRequests(agreements, actor, told)),
    revokeAccesses: async (told, sent) => ({
      ...(await act(
        'revokeAccesses',
        told,
        { ...sent, takesAway: ({ results }) => results.some(({ access }) => access), recall: moved },
        (agreements) => revokeAccesses(agreements, actor, told),
      )),
      dryRun: sent.dryRun ?? false,
    }),
    setSystemState: (told) =>
      act('setSystemState', told, { takesAway: ({ state }) => state !== 'ACTIVE' }, (agreements) =>
        setSystemState(agreements, actor, told),
      ),
    registerSupplier: (told) => act('registerSupplier', told, {}, (agreements) => registerSupplier(agreements, actor, told)),
    registerSystem: (told) => act('registerSystem', told, {}, (agreements) => registerSystem(agreements, actor, told)),
  };
}

if (import.meta.main) {
  const config = readConfig(process.env, (reader) => ({
    ...servedConfig(reader, 'agreements'),
    institutions: reader.text('INSTITUTIONS_URL'),
  }));
  const parts = servedParts(config, 'agreements');
  const institutions = httpPeer('institutions', config.institutions, await ownSigner(config));
  await serveSubgraph(await startAgreements({ ...parts, institutions }), config, parts.log);
}
