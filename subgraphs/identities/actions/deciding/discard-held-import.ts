import type { Actor } from '#shared/actor.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import { commentIn, decisionBy } from '../../domain/deciding/import-decision.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { runToDecide } from './run-to-decide.ts';

/** Throws away a document that is held; what stands stays as it is. */
export async function discardHeldImport(
  desk: DecisionDesk,
  actor: Actor,
  { id, comment: told }: { readonly id: string; readonly comment: string },
): Promise<ImportRun> {
  const { run, source, daycare, standing } = await runToDecide(desk, actor, id, 'DISCARD');
  const comment = commentIn(told);
  const { claimed: _, ...plain } = source;
  await desk.forgetWaiting(id);
  await desk.keepSource({ ...plain, heldRun: null });
  return desk.moveRun(run, 'DISCARDED', decisionBy(actor, daycare, run, { act: 'DISCARD', standing, comment, at: desk.at }));
}
