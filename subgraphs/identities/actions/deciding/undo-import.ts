import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import { commentIn, decisionBy } from '../../domain/deciding/import-decision.ts';
import { UNDO_WITHIN } from '../../domain/deciding/import-retention.ts';
import { type PictureBefore, planUndo } from '../../domain/deciding/picture-before.ts';
import { takesNoUsers } from '../../domain/document/unfit-document.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { showPersons } from '../importing/show-persons.ts';
import { type RunToDecide, runToDecide } from './run-to-decide.ts';

/**
 * Gives back the picture before the latest import of a source: its ties under their own ids, their facts, groups and relations. Then
 * the import before it is the latest; the next document is judged as any, and must be newer than the one undone.
 */
export async function undoImport(
  desk: DecisionDesk,
  actor: Actor,
  { id, comment: told }: { readonly id: string; readonly comment: string },
): Promise<ImportRun> {
  const found = await runToDecide(desk, actor, id, 'UNDO');
  const { run, source, daycare, standing } = found;
  const comment = commentIn(told);
  if (source.lastRun !== id)
    refuse('STATE_CONFLICT', 'A newer import of the source has been applied since; undo that first.', { facts: { state: run.state } });
  const appliedAt = source.takenAt ?? run.receivedAt;
  if (desk.at - appliedAt > UNDO_WITHIN)
    refuse('STATE_CONFLICT', 'An import can be undone for 30 days.', {
      facts: { state: run.state, appliedAt: new Date(appliedAt).toISOString() },
    });
  if (!daycare.acceptsUsers) throw new Refused(takesNoUsers(daycare));
  const before = await desk.beforeOf(id);
  const change = before ? await bringBack(desk, found, before, actor.id) : 0;
  await desk.forgetBefore(id);
  const earlier = await desk.appliedBefore(run);
  const { claimed: _, ...plain } = source;
  await desk.keepSource({
    ...plain,
    lastRun: earlier?.id ?? null,
    sourceDateTime: earlier?.sourceDateTime ?? 0,
    takenAt: earlier?.receivedAt ?? null,
    openNotices: earlier?.notices ?? 0,
    ties: source.ties + change,
  });
  return desk.moveRun(run, 'UNDONE', decisionBy(actor, daycare, run, { act: 'UNDO', standing, comment, at: desk.at }));
}

/** Answers by how many ties more stand then. */
async function bringBack(desk: DecisionDesk, { source, run }: RunToDecide, before: PictureBefore, actor: string): Promise<number> {
  const { daycare, system, claimed } = source;
  const key = { daycare, system, source: source.source };
  const sender = await desk.senders(run.daycare, [run.system]);
  const undone = planUndo(before, await desk.pictureNow(before), { at: desk.at, sends: (sender?.accesses.length ?? 0) > 0, claimed });
  await showPersons(desk, key, { ...undone.plan, begun: undone.revived }, new Map());
  await desk.keepRevived(key, undone, actor);
  return undone.revived.length - undone.plan.ended.length;
}
