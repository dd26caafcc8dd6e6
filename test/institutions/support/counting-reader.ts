import type { Actor } from '#shared/actor.ts';
import { serveFeed } from '#shared/feed.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { openDatabase } from '#shared/open-database.ts';
import { schemaBeside } from '#shared/schema-text.ts';
import { makeSubgraph } from '#shared/subgraph.ts';
import { actsOf } from '../../../subgraphs/institutions/acts.ts';
import { registerReader } from '../../../subgraphs/institutions/database/reading/register-reader.ts';
import type { DaycareEventFacts } from '../../../subgraphs/institutions/domain/daycares/daycare-event.ts';
import { loadersFor } from '../../../subgraphs/institutions/graphql/loaders.ts';
import { permissions } from '../../../subgraphs/institutions/graphql/permissions.ts';
import { resolvers } from '../../../subgraphs/institutions/graphql/resolvers.ts';
import { otherRegisters } from '../../../subgraphs/institutions/other-registers.ts';
import { storage } from '../../../subgraphs/institutions/server.ts';
import { asking, keepingLog, testKeys } from '../../support/subgraphs.ts';
import type { RegisterHere } from './register-here.ts';
import { type Statement, statementsWithin } from './statements.ts';

/** A reader of the same store as another process's, over the same door, whose every statement is told. */
export async function countingReader({ url, clock }: Pick<RegisterHere, 'url' | 'clock'>) {
  const database = await openDatabase({ url, clock: () => clock.now, ...storage });
  const { trusted, signers } = await testKeys();
  const { kept, log } = keepingLog();
  const reader = registerReader(database);
  const feed = serveFeed<DaycareEventFacts>(database);
  const others = otherRegisters({}, () => {});
  const subgraph = await makeSubgraph({
    name: 'institutions',
    schema: schemaBeside(new URL('../../../subgraphs/institutions/server.ts', import.meta.url).href),
    resolvers,
    permissions,
    contextFor: (actor: Actor, requestId: string) => ({
      ...{ actor, requestId, at: clock.now, reader, feed },
      loaders: loadersFor(reader.present),
      municipalityPages: new Map(),
      acts: actsOf({ database, others, executeDue: async () => {}, review: async () => {}, done: () => {} }, actor),
    }),
    log,
    verify: hopVerifier('institutions', trusted),
    ready: async () => true,
    drain: feed.stop,
    stop: database.close,
  });
  const ask = asking(subgraph, signers.gateway!);
  return {
    database,
    log: kept,
    stop: subgraph.stop,
    /** What is answered, and with which statements. */
    answer: async (actor: Actor, query: string, variables: Record<string, unknown> = {}) => {
      let data: any;
      const statements: Statement[] = await statementsWithin(database, async () => {
        const answered = await ask(actor, query, variables);
        if (answered.errors) throw new Error(JSON.stringify(answered.errors));
        data = answered.data;
      });
      return { data, statements };
    },
  };
}
export type CountingReader = Awaited<ReturnType<typeof countingReader>>;
