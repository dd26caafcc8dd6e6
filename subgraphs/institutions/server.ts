import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import type { CheckpointSetup } from '#shared/checkpoint-setup.ts';
import { writeCheckpoints } from '#shared/checkpoints.ts';
import type { Clock } from '#shared/clock.ts';
import { readConfig } from '#shared/config.ts';
import { describeFault } from '#shared/fault-log.ts';
import { serveFeed } from '#shared/feed.ts';
import { isReady } from '#shared/follow.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { keepHouse } from '#shared/housekeeping.ts';
import { CreateLogLeasesAndKeys1790000000000 } from '#shared/migrations.ts';
import { openDatabase } from '#shared/open-database.ts';
import type { Log } from '#shared/present-error.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { servedConfig, servedParts, serveSubgraph } from '#shared/serve.ts';
import { sharedTables } from '#shared/shared-tables.ts';
import { makeSubgraph, type Subgraph } from '#shared/subgraph.ts';
import { actsOf } from './acts.ts';
import { findings } from './database/findings/finding-table.ts';
import { reviews } from './database/findings/review-table.ts';
import { CreateFindings1790000003000 } from './database/migrations/create-findings.ts';
import { CreatePlansAndTransfers1790000004000 } from './database/migrations/create-plans-and-transfers.ts';
import { CreateRegister1790000001000 } from './database/migrations/create-register.ts';
import { CreateSearch1790000002000 } from './database/migrations/create-search.ts';
import { registerReader } from './database/reading/register-reader.ts';
import { daycareSearch } from './database/searching/search-table.ts';
import { daycareTables } from './database/tables/daycare-tables.ts';
import { planTables } from './database/tables/plan-tables.ts';
import type { DaycareEventFacts } from './domain/daycares/daycare-event.ts';
import type { AddressRegister, CompanyRegister } from './domain/upkeep/other-registers.ts';
import type { Context } from './graphql/context.ts';
import { forgetRead, loadersFor } from './graphql/loaders.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { otherRegisters, registerFiles } from './other-registers.ts';
import { runJobs } from './run-jobs.ts';

export const storage = {
  tables: [...sharedTables, ...daycareTables, ...planTables, daycareSearch, findings, reviews],
  migrations: [
    CreateLogLeasesAndKeys1790000000000,
    CreateRegister1790000001000,
    CreateSearch1790000002000,
    CreateFindings1790000003000,
    CreatePlansAndTransfers1790000004000,
  ],
};

export interface InstitutionsParts {
  readonly databaseUrl: string;
  readonly trusted: JSONWebKeySet;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints?: CheckpointSetup | undefined;
  /** The registers beside ours; nobody is asked where none is set up. */
  readonly addressRegister?: AddressRegister | undefined;
  readonly companyRegister?: CompanyRegister | undefined;
  /** How often the clock is looked at, in milliseconds. */
  readonly lookEvery?: number;
}

const LOOK_EVERY = 1_000;

/** The register, put together: its store, its feed, its acts, what the clock does, and the door before them. */
export async function startInstitutions(parts: InstitutionsParts): Promise<Subgraph> {
  const { databaseUrl, trusted, clock, log } = parts;
  const database = await openDatabase({ url: databaseUrl, clock, ...storage });
  const others = otherRegisters(parts, (fault) => log.error(describeFault(fault), 'another register'));
  const jobs = runJobs(database, others, parts.lookEvery ?? LOOK_EVERY, (fault) => log.error(describeFault(fault), 'job'));
  await jobs.executeDue();
  const stopHousekeeping = keepHouse(database, (fault) => log.error(describeFault(fault), 'housekeeping'));
  const vouching = writeCheckpoints(database, 'institutions', parts);
  const feed = serveFeed<DaycareEventFacts>(database);
  const reader = registerReader(database);
  const contextFor = (actor: Actor, requestId: string): Context => {
    const loaders = loadersFor(reader.present);
    const municipalityPages: Context['municipalityPages'] = new Map();
    const done = () => {
      forgetRead(loaders);
      municipalityPages.clear();
    };
    const acts = actsOf({ ...jobs, database, others, done }, actor);
    return { actor, requestId, at: clock(), reader, feed, loaders, municipalityPages, acts };
  };
  return makeSubgraph<Context>({
    name: 'institutions',
    schema: schemaBeside(import.meta.url),
    resolvers,
    permissions,
    judgedByAction: ['productionUnitNumber', 'legacyNumbers'],
    contextFor,
    log,
    verify: hopVerifier('institutions', trusted),
    ready: () => isReady(database, []),
    drain: feed.stop,
    stop: async () => {
      stopHousekeeping();
      await vouching.stop();
      await jobs.stop();
      await database.close();
    },
  });
}

if (import.meta.main) {
  const config = readConfig(process.env, (reader) => ({
    ...servedConfig(reader, 'institutions'),
    addressFile: reader.text('ADDRESS_REGISTER', ''),
    companyFile: reader.text('COMPANY_REGISTER', ''),
  }));
  const parts = await servedParts(config, 'institutions');
  await serveSubgraph(await startInstitutions({ ...parts, ...registerFiles(config, parts.log) }), config, parts.log);
}
