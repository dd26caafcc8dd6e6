import type { Actor } from '#shared/actor.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import { decisionBy, supersededBy } from '../../domain/deciding/import-decision.ts';
import { importRetention } from '../../domain/deciding/import-retention.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { brakeFor, bringIn, sourceAfter } from '../importing/bring-in.ts';
import { planAgain } from './plan-again.ts';
import { runToDecide } from './run-to-decide.ts';

/** Does exactly what was tried, or nothing: PLAN_OUTDATED where the ground moved. What would end too much waits here, too (P6). */
export async function applyPlannedImport(desk: DecisionDesk, actor: Actor, id: string): Promise<ImportRun> {
  const found = await runToDecide(desk, actor, id, 'APPLY');
  const { run, source, daycare, standing } = found;
  const { planned, access } = await planAgain(desk, found);
  const hold = brakeFor(desk, planned);
  const said = { standing, comment: null, at: desk.at };
  if (source.heldRun) await desk.endWaiting(source.heldRun, 'SUPERSEDED', supersededBy(actor.id, run, desk.at));
  await desk.countUse(id, access);
  if (hold) {
    await desk.holdOn(id, hold, desk.at + importRetention.held.for);
    const { claimed: _, ...plain } = source;
    await desk.keepSource({ ...plain, heldRun: id, newestDateTime: run.sourceDateTime });
    return desk.moveRun(run, 'HELD', decisionBy(actor, daycare, run, { act: 'HOLD', ...said }));
  }
  await desk.holdOn(id, null, 0);
  await desk.forgetWaiting(id);
  await bringIn(desk, { run, source, planned, actor: actor.id });
  await desk.keepSource(sourceAfter(desk, { run, source, planned }));
  return desk.moveRun(run, 'APPLIED', decisionBy(actor, daycare, run, { act: 'APPLY', ...said }));
}
