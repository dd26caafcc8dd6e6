import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { type SubmittedImport, submitImport } from './actions/importing/submit-import.ts';
import { type ImportParts, importStoreIn } from './database/importing/import-store.ts';
import type { ImportDocument } from './domain/document/import-document.ts';
import type { ReadSentDocument, SentDocument } from './domain/sent/sent-document.ts';
import type { Readings } from './domain/reading/readings.ts';
import { triedImport } from './domain/reading/tried-import.ts';
import type { Acts } from './graphql/context.ts';

export interface Importing {
  readonly database: Database;
  readonly readings: Readings;
  readonly parts: ImportParts;
  readonly actor: Actor;
  readonly read: ReadSentDocument;
}

/** Taking documents in, in either form. What is only tried keeps nothing but that it was tried. */
export function importActs({ database, readings, parts, actor, read }: Importing): Pick<Acts, 'submitImport' | 'submitImportDocument'> {
  const submit = async (document: ImportDocument, dryRun: boolean | null | undefined, sent?: SentDocument): Promise<SubmittedImport> => {
    const submitted = await conduct(database, { actor: actor.id, act: 'submitImport', input: null, dryRun }, (transaction) =>
      submitImport(importStoreIn(transaction, parts), actor, document, sent),
    );
    if (!dryRun) return submitted;
    const { run, notices } = submitted;
    await readings.log([triedImport(actor, run)]);
    return run.state === 'APPLIED' ? { run: { ...run, state: 'PLANNED' }, notices } : submitted;
  };
  return {
    submitImport: (document, { dryRun }) => submit(document, dryRun),
    submitImportDocument: async (xml, { dryRun }) => {
      const sent = await read(xml);
      return submit(sent.document, dryRun, sent);
    },
  };
}
