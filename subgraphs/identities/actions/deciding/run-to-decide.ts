import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import { importConflict } from '../../domain/deciding/import-decision.ts';
import { nextImportState } from '../../domain/deciding/import-lifecycle.ts';
import { type ImportAction, type ImportStanding, knowsOf, verdictOn } from '../../domain/importing/import-policy.ts';
import type { ImportRun, LockedSource } from '../../domain/importing/import-run.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';

export interface RunToDecide {
  readonly run: ImportRun;
  readonly source: LockedSource;
  readonly daycare: KnownDaycare;
  readonly standing: ImportStanding;
}

/**
 * The import that this actor may do this with, with its source, both held: who is second finds it done, and is told by whom. One that
 * is not there and one out of scope answer alike.
 */
export async function runToDecide(desk: DecisionDesk, actor: Actor, id: string, action: ImportAction): Promise<RunToDecide> {
  const known = await desk.runById(id);
  const daycare = known && (await desk.daycare(known.daycare));
  if (!known || !daycare || !knowsOf(actor, daycare, known)) return refuse('NOT_FOUND', 'There is no such import run.');
  const { verdict } = verdictOn(action, actor, daycare, known);
  if (typeof verdict !== 'string') throw new Refused(verdict);
  const source = await desk.lockSource(known);
  const run = await desk.lockRun(id);
  if (!run) return refuse('NOT_FOUND', 'There is no such import run.');
  if (!nextImportState(run.state, action)) throw new Refused(importConflict(run, await desk.decisionOn(id)));
  return { run, source, daycare, standing: verdict };
}
