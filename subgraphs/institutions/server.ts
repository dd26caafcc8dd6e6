import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import type { Clock } from '#shared/clock.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database, Transaction } from '#shared/database.ts';
import { openDatabase } from '#shared/open-database.ts';
import { describeFault } from '#shared/fault-log.ts';
import { serveFeed } from '#shared/feed.ts';
import { isReady } from '#shared/follow.ts';
import { keepHouse } from '#shared/housekeeping.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { readConfig } from '#shared/config.ts';
import type { Log } from '#shared/present-error.ts';
import { servedConfig, servedParts, serveSubgraph } from '#shared/serve.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { makeSubgraph, type Subgraph } from '#shared/subgraph.ts';
import { changeInstitution } from './actions/change-institution.ts';
import { closeDaycare } from './actions/close-daycare.ts';
import { loadRegisterRows } from './actions/load-register-rows.ts';
import { registerInstitution } from './actions/register-institution.ts';
import { registerUnit } from './actions/register-unit.ts';
import { CreateRegister1790000001000 } from './database/migrations/create-register.ts';
import { registerIn } from './database/register.ts';
import { registerReader } from './database/register-reader.ts';
import { tables } from './database/tables.ts';
import type { DaycarePayload } from './domain/daycares/daycare-payload.ts';
import { changesTakeAway, type DaycareEventFacts, takesAway } from './domain/daycares/daycare-event.ts';
import type { Register } from './domain/register-store.ts';
import type { Acts, Context, Sent } from './graphql/context.ts';
import { loadersFor } from './graphql/loaders.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';

export const storage = {
  tables: [...sharedTables, ...tables],
  migrations: [CreateLogLeasesAndKeys1790000000000, CreateRegister1790000001000],
};

export interface InstitutionsParts {
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly clock: Clock;
  readonly log: Log;
}

/** The register, put together: its store, its feed, its acts, and the door before them. */
export async function startInstitutions({ databaseUrl, trusted, clock, log }: InstitutionsParts): Promise<Subgraph> {
  const database = await openDatabase({ url: databaseUrl, clock, ...storage });
  const stopHousekeeping = keepHouse(database, (fault) => log.error(describeFault(fault), 'housekeeping'));
  const feed = serveFeed<DaycareEventFacts>(database);
  const reader = registerReader(database);
  const contextFor = (actor: Actor, requestId: string): Context => ({
    actor,
    requestId,
    reader,
    feed,
    loaders: loadersFor(reader),
    acts: actsOf(database, actor),
  });
  return makeSubgraph<Context>({
    name: 'institutions',
    schema: schemaBeside(import.meta.url),
    resolvers,
    permissions,
    contextFor,
    log,
    verify: hopVerifier('institutions', trusted),
    ready: () => isReady(database, []),
    drain: feed.stop,
    stop: async () => {
      stopHousekeeping();
      await database.close();
    },
  });
}

function actsOf(database: Database, actor: Actor): Acts {
  const act = async (
    name: string,
    input: unknown,
    sent: Sent,
    work: (register: Register) => Promise<DaycarePayload>,
  ): Promise<DaycarePayload> => {
    const attempt = { actor: actor.id, act: name, input, ...sent, takesAway: changesTakeAway };
    const payload = await conduct(database, attempt, (transaction: Transaction) => work(registerIn(transaction)));
    return { ...payload, dryRun: sent.dryRun ?? false };
  };
  return {
    registerInstitution: (told, sent) => act('registerInstitution', told, sent, (register) => registerInstitution(register, actor, told)),
    registerUnit: (told, sent) => act('registerUnit', told, sent, (register) => registerUnit(register, actor, told)),
    changeInstitution: (told, sent) => act('changeInstitution', told, sent, (register) => changeInstitution(register, actor, told)),
    closeDaycare: (told, sent) => act('closeDaycare', told, sent, (register) => closeDaycare(register, actor, told)),
    loadRegisterRows: (rows) =>
      conduct(
        database,
        { actor: actor.id, act: 'loadRegisterRows', input: null, takesAway: ({ steps }) => steps.some(takesAway) },
        (transaction) => loadRegisterRows(registerIn(transaction), actor, rows),
      ),
  };
}

if (import.meta.main) {
  const config = readConfig(process.env, (reader) => servedConfig(reader, 'institutions'));
  const parts = servedParts(config, 'institutions');
  await serveSubgraph(await startInstitutions(parts), config, parts.log);
}
