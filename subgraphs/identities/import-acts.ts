import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { submitImport } from './actions/importing/submit-import.ts';
import { type ImportParts, importStoreIn } from './database/importing/import-store.ts';
import type { Readings } from './domain/reading/readings.ts';
import { triedImport } from './domain/reading/tried-import.ts';
import type { Acts } from './graphql/context.ts';

interface Acting {
  readonly database: Database;
  readonly readings: Readings;
  readonly parts: ImportParts;
  readonly actor: Actor;
}

/** What is only tried keeps nothing but that it was tried. */
export function actsOf({ database, readings, parts, actor }: Acting): Acts {
  return {
    submitImport: async (document, sent) => {
      const { dryRun } = sent;
      const submitted = await conduct(database, { actor: actor.id, act: 'submitImport', input: null, dryRun }, (transaction) =>
        submitImport(importStoreIn(transaction, parts), actor, document, sent),
      );
      if (!dryRun) return submitted;
      const { run, notices } = submitted;
      await readings.log([triedImport(actor, run)]);
      return run.state === 'APPLIED' ? { run: { ...run, state: 'PLANNED' }, notices } : submitted;
    },
  };
}
