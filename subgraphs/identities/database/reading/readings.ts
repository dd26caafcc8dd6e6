import { insertRows, type Database } from '#shared/database.ts';
import { readHead } from '#shared/event-log.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { usesOfReads } from '../../domain/uses/access-use.ts';
import { identityCounter } from '../statistics/count-identities.ts';
import { overviewReader } from './overview-reader.ts';
import { peopleReader } from '../people/people-reader.ts';
import { readLog } from './read-log-table.ts';
import { allRunsReader } from '../importing/all-runs-reader.ts';
import { planReader } from '../importing/plan-reader.ts';
import { runReader } from '../importing/run-reader.ts';
import { addUses } from '../uses/add-uses.ts';

/** All that is read of identities, and the log of it. */
export function readingsOf(database: Database, cipher: NumberCipher): Readings {
  return {
    ...peopleReader(database, cipher),
    ...overviewReader(database),
    ...runReader(database),
    ...planReader(database, cipher),
    ...allRunsReader(database),
    ...identityCounter(database),
    log: async (reads) => {
      if (reads.length === 0) return;
      await database.transaction(async (transaction) => {
        const { position } = await readHead(transaction.manager);
        await insertRows(
          transaction,
          readLog,
          reads.map((read) => ({ ...read, at: transaction.at, logPosition: position })),
        );
        await addUses(transaction, usesOfReads(reads, transaction.at));
      });
    },
  };
}
