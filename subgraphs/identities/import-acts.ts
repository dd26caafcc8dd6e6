import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { applyPlannedImport } from './actions/deciding/apply-planned-import.ts';
import { discardHeldImport } from './actions/deciding/discard-held-import.ts';
import { releaseHeldImport } from './actions/deciding/release-held-import.ts';
import { undoImport } from './actions/deciding/undo-import.ts';
import { isAttempt, markAttempt } from './actions/importing/mark-attempt.ts';
import { submitImport } from './actions/importing/submit-import.ts';
import { attemptsIn } from './database/importing/attempts.ts';
import { decisionDeskIn } from './database/importing/decision-desk.ts';
import { type ImportParts, importStoreIn } from './database/importing/import-store.ts';
import type { DecisionDesk } from './domain/deciding/decision-desk.ts';
import type { Readings } from './domain/reading/readings.ts';
import { triedImport } from './domain/reading/tried-import.ts';
import type { ImportActs } from './graphql/context.ts';

interface Acting {
  readonly database: Database;
  readonly readings: Readings;
  readonly parts: ImportParts;
  readonly actor: Actor;
}

/** What can be done with imports, each in one transaction. Who tries to send without an access leaves a mark of it. */
export function importActs({ database, readings, parts, actor }: Acting): ImportActs {
  const decide = <Result>(act: string, work: (desk: DecisionDesk) => Promise<Result>) =>
    conduct(database, { actor: actor.id, act, input: null }, (transaction) => work(decisionDeskIn(transaction, parts)));
  return {
    submitImport: async (document, sent) => {
      try {
        const submitted = await conduct(database, { actor: actor.id, act: 'submitImport', input: null }, (transaction) =>
          submitImport(importStoreIn(transaction, parts), actor, document, sent),
        );
        if (sent.dryRun) await readings.log([triedImport(actor, submitted.run)]);
        return submitted;
      } catch (fault) {
        if (isAttempt(fault))
          await database.transaction((transaction) => markAttempt(attemptsIn(transaction), actor, document.daycare, fault));
        throw fault;
      }
    },
    applyPlannedImport: (id) => decide('applyPlannedImport', (desk) => applyPlannedImport(desk, actor, id)),
    releaseHeldImport: (releasing) => decide('releaseHeldImport', (desk) => releaseHeldImport(desk, actor, releasing)),
    discardHeldImport: (told) => decide('discardHeldImport', (desk) => discardHeldImport(desk, actor, told)),
    undoImport: (told) => decide('undoImport', (desk) => undoImport(desk, actor, told)),
  };
}
