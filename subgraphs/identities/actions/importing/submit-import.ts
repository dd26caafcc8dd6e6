import { type Actor, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import { canonicalText, type ImportDocument } from '../../domain/document/import-document.ts';
import type { SentDocument } from '../../domain/sent/sent-document.ts';
import type { ImportNotice } from '../../domain/importing/import-notice.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import {
  type ImportCounts,
  type ImportRun,
  type LockedSource,
  noCounts,
  SOURCE_WIDTH,
  type SourceKey,
} from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { notNewer, unfit } from '../../domain/document/unfit-document.ts';
import { readDocument } from '../../domain/document/read-document.ts';
import { fits } from '../../domain/document/text-rules.ts';
import { nationalNumberIn } from '../../domain/people/national-number.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { takeDocument } from './take-document.ts';

/** A run with the notices of this very submission; without them where an earlier run is answered. */
export interface SubmittedImport {
  readonly run: ImportRun;
  readonly notices: readonly ImportNotice[] | null;
}

/** How it was sent: only to be tried, or as a document of today's format with the text it is known by, and its fault. */
export interface Submitting extends Partial<Pick<SentDocument, 'text' | 'fault'>> {
  readonly dryRun?: boolean | null | undefined;
}

/**
 * Takes in the whole picture of one source at one daycare (I4). Without an active access to send it is an error (I13);
 * a document that cannot be taken is a recorded run, REFUSED; bad lines are notices and the rest goes in.
 */
export async function submitImport(
  store: ImportStore,
  actor: Actor,
  document: ImportDocument,
  { text = canonicalText(document), fault }: Submitting = {},
): Promise<SubmittedImport> {
  const { key, daycare, access } = await senderOf(store, actor, document);
  const submission = { store, actor: actor.id, key, access, document, text };
  const refused = fault ?? unfit(document, daycare, store.at);
  if (refused) return refuseRun(submission, refused);
  const source = await store.lockSource(key);
  if (document.sourceDateTime > source.sourceDateTime) return takeRun(submission, source);
  const earlier = await store.runOf(key, submission.text);
  return earlier ? { run: earlier, notices: null } : refuseRun(submission, notNewer(source));
}

interface Submission {
  readonly store: ImportStore;
  readonly actor: string;
  readonly key: SourceKey;
  readonly access: string;
  readonly document: ImportDocument;
  readonly text: string;
}

/** By which of its systems the actor sends; unknown daycares and those without access answer alike. */
async function senderOf(
  store: ImportStore,
  actor: Actor,
  { daycare: number, source }: ImportDocument,
): Promise<{ key: SourceKey; daycare: KnownDaycare; access: string }> {
  const name = source.trim();
  if (!name || !fits(name, SOURCE_WIDTH) || nationalNumberIn(name))
    refuse('INVALID_INPUT', `A source has a name of at most ${SOURCE_WIDTH} bytes, which is no national number.`, {
      facts: { field: 'source' },
    });
  const found = await store.senders(
    number,
    mandatesIn(actor, 'SUPPLIER_SYSTEM').map(({ system }) => system),
  );
  const [access] = found?.accesses ?? [];
  if (!found || !access)
    return refuse('NO_ACTIVE_ACCESS', `There is no active access to send users to ${number}.`, { rule: 'I13', facts: { daycare: number } });
  return { key: { daycare: number, system: access.system, source: name }, daycare: found.daycare, access: access.id };
}

async function refuseRun(submission: Submission, refused: Refusal): Promise<SubmittedImport> {
  const { store, actor, access, text } = submission;
  const run = runOf(submission, {
    state: 'REFUSED',
    refusal: refused,
    notices: 0,
    ...noCounts,
    persons: submission.document.persons.length,
  });
  await store.keepRun(run, { notices: [], document: text, actor, access });
  return { run, notices: [] };
}

async function takeRun(submission: Submission, { claimed, ...source }: LockedSource): Promise<SubmittedImport> {
  const { store, actor, access, document, text } = submission;
  const taken = { source: { ...source, claimed }, actor, read: readDocument(document) };
  const { plan, notices, refused } = await takeDocument(store, taken);
  const run = runOf(submission, { state: 'APPLIED', refusal: null, notices: notices.length, ...countsOf(plan, refused) });
  await store.keepRun(run, { notices, document: text, actor, access });
  const ties = source.ties + plan.begun.length - plan.ended.length;
  await store.keepSource({
    ...source,
    sourceDateTime: document.sourceDateTime,
    lastRun: run.id,
    takenAt: store.at,
    ties,
    openNotices: notices.length,
  });
  return { run, notices };
}

function runOf(
  { store, key, document }: Submission,
  outcome: Omit<ImportRun, 'id' | 'sourceDateTime' | 'receivedAt' | keyof SourceKey>,
): ImportRun {
  return { ...key, ...outcome, id: store.newId(), sourceDateTime: document.sourceDateTime, receivedAt: store.at };
}

/** Ties, contacts among them: everyone the document names is begun, changed, unchanged or refused. */
function countsOf(plan: ImportPlan, refused: number): ImportCounts {
  const begun = plan.begun.length;
  const changed = plan.changed.length + plan.relinked.length;
  return {
    persons: begun + changed + plan.unchanged + refused,
    begun,
    ended: plan.ended.length,
    changed,
    unchanged: plan.unchanged,
    refused,
  };
}
