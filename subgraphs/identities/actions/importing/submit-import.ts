import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import { canonicalText, type ImportDocument } from '../../domain/document/import-document.ts';
import type { SentDocument } from '../../domain/sent/sent-document.ts';
import { notNewer, unfit } from '../../domain/document/unfit-document.ts';
import { supersededBy } from '../../domain/deciding/import-decision.ts';
import { unfitDelta } from '../../domain/importing/delta.ts';
import type { ImportNotice } from '../../domain/importing/import-notice.ts';
import { countsOf, type ImportRun, type LockedSource, noCounts, type SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { brakeFor, bringIn, keepWaiting, sourceAfter } from './bring-in.ts';
import { senderOf } from './sender-of.ts';
import { planDocument } from './take-document.ts';

/** A run with the notices of this very submission; without them where an earlier run is answered. */
export interface SubmittedImport {
  readonly run: ImportRun;
  readonly notices: readonly ImportNotice[] | null;
}

/** How it was sent: only to be tried, so that the run is PLANNED and its plan kept for a while; or as today's document, with the text it is known by and its fault. */
export interface Submitting extends Partial<Pick<SentDocument, 'text' | 'fault'>> {
  readonly dryRun?: boolean | null | undefined;
}

/**
 * Takes in the whole picture of one source at one daycare (I4), or changes to it (P5). Without an active access to send it is an error
 * (I13); a document that cannot be taken is a recorded run, REFUSED; bad lines are notices and the rest goes in. One that would end too
 * much waits, HELD, and overtakes what waited before it (P6).
 */
export async function submitImport(
  store: ImportStore,
  actor: Actor,
  document: ImportDocument,
  { dryRun = false, text = canonicalText(document), fault }: Submitting = {},
): Promise<SubmittedImport> {
  const { key, daycare, access } = await senderOf(store, actor, document);
  const submission = { store, actor: actor.id, key, access, document, text };
  const keepRefused = (refused: Refusal) => (dryRun ? refusedRun(submission, refused) : refuseRun(submission, refused));
  const refused = fault ?? unfit(document, daycare, store.at);
  if (refused) return keepRefused(refused);
  const source = dryRun ? await store.knownSource(key) : await store.lockSource(key);
  if (document.sourceDateTime <= source.newestDateTime) {
    const earlier = await store.runOf(key, submission.text);
    return earlier ? { run: earlier, notices: null } : keepRefused(notNewer(source));
  }
  const misfit = unfitDelta(document, source);
  if (misfit) return keepRefused(misfit);
  return dryRun ? tryRun(submission, source) : takeRun(submission, source);
}

interface Submission {
  readonly store: ImportStore;
  readonly actor: string;
  readonly key: SourceKey;
  readonly access: string;
  readonly document: ImportDocument;
  readonly text: string;
}

/** What would be refused is only answered. */
function refusedRun(submission: Submission, refused: Refusal): SubmittedImport {
  const counts = { ...noCounts, persons: submission.document.persons.length };
  return { run: runOf(submission, { state: 'REFUSED', refusal: refused, notices: 0, ...counts }), notices: [] };
}

async function refuseRun(submission: Submission, refused: Refusal): Promise<SubmittedImport> {
  const { store, actor, access, text } = submission;
  const { run } = refusedRun(submission, refused);
  await store.keepRun(run, { notices: [], document: text, actor, access });
  return { run, notices: [] };
}

/** Keeps what the document would do, and the document, sealed: nothing else, and nobody's use of an access. */
async function tryRun(submission: Submission, source: LockedSource): Promise<SubmittedImport> {
  const { store, actor, document, text } = submission;
  const planned = await planDocument(store, source, document);
  const { notices } = planned;
  const run = runOf(submission, { state: 'PLANNED', refusal: null, notices: notices.length, ...countsOf(planned) });
  await store.keepRun(run, { notices, document: text, actor, access: null });
  await keepWaiting(store, run, planned, { document: text, hold: brakeFor(store, planned), term: 'tried' });
  return { run, notices };
}

async function takeRun(submission: Submission, source: LockedSource): Promise<SubmittedImport> {
  const { store, actor, access, document, text } = submission;
  const planned = await planDocument(store, source, document);
  const hold = brakeFor(store, planned);
  const { notices } = planned;
  const run = runOf(submission, { state: hold ? 'HELD' : 'APPLIED', refusal: null, notices: notices.length, ...countsOf(planned) });
  if (source.heldRun) await store.endWaiting(source.heldRun, 'SUPERSEDED', supersededBy(actor, run, store.at));
  const after = { ...plainSource(source), heldRun: run.id, newestDateTime: run.sourceDateTime };
  if (hold) await keepWaiting(store, run, planned, { document: text, hold, term: 'held' });
  else await bringIn(store, { run, source, planned, actor });
  await store.keepRun(run, { notices, document: text, actor, access });
  await store.keepSource(hold ? after : sourceAfter(store, { run, source, planned }));
  return { run, notices };
}

const plainSource = ({ claimed: _, ...source }: LockedSource) => source;

function runOf(
  { store, key, document }: Submission,
  outcome: Omit<ImportRun, 'id' | 'sourceDateTime' | 'receivedAt' | keyof SourceKey>,
): ImportRun {
  return { ...key, ...outcome, id: store.newId(), sourceDateTime: document.sourceDateTime, receivedAt: store.at };
}
