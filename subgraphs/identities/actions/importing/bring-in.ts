import { dayOf } from '#shared/danish-day.ts';
import { importRetention } from '../../domain/deciding/import-retention.ts';
import { pictureBefore } from '../../domain/deciding/picture-before.ts';
import { brakeOn, type Hold } from '../../domain/deciding/brake.ts';
import type { ImportRun, ImportSource, LockedSource } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { changesOf } from '../../domain/deciding/planned-change.ts';
import { keepDocument, type PlannedDocument } from './take-document.ts';

/** Why a document would have to wait today; nothing where it would not. */
export const brakeFor = (store: ImportStore, { plan, picture }: PlannedDocument): Hold | null =>
  brakeOn({ ending: plan.ended.length, held: picture.ties.length }, dayOf(store.at));

/** What a document would do, tie by tie. */
export const plannedChanges = ({ plan, newcomers }: PlannedDocument) => changesOf(plan, new Set(newcomers.map(({ key }) => key)));

interface Waiting {
  readonly document: string;
  readonly hold: Hold | null;
  readonly term: 'tried' | 'held';
}

/** Keeps, sealed, a document that waits and what it would do. */
export async function keepWaiting(
  store: ImportStore,
  { id }: ImportRun,
  planned: PlannedDocument,
  { document, hold, term }: Waiting,
): Promise<void> {
  const eraseAt = store.at + importRetention[term].for;
  await store.keepWaiting(id, { document, changes: plannedChanges(planned), hold, eraseAt });
}

interface Applying {
  readonly run: ImportRun;
  readonly source: LockedSource;
  readonly planned: PlannedDocument;
  readonly actor: string;
}

/** Does what was planned: persons and ties, and what stood before them. */
export async function bringIn(store: ImportStore, { run, source, planned, actor }: Applying): Promise<void> {
  await keepDocument(store, source, planned, actor);
  const before = pictureBefore(planned.plan, planned.picture);
  if (before) await store.keepBefore(run.id, before, store.at + importRetention.before.for);
}

/** The source as it stands after what was planned. */
export function sourceAfter(
  { at }: ImportStore,
  { run, source: { claimed: _, ...source }, planned }: Omit<Applying, 'actor'>,
): ImportSource {
  const { plan, picture, notices } = planned;
  return {
    ...source,
    sourceDateTime: run.sourceDateTime,
    newestDateTime: run.sourceDateTime,
    heldRun: null,
    lastRun: run.id,
    takenAt: at,
    ties: picture.ties.length + plan.begun.length - plan.ended.length,
    openNotices: notices.length,
  };
}
