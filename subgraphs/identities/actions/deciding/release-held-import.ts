import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import { commentIn, decisionBy } from '../../domain/deciding/import-decision.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { bringIn, sourceAfter } from '../importing/bring-in.ts';
import { planAgain } from './plan-again.ts';
import { runToDecide } from './run-to-decide.ts';

export interface Releasing {
  readonly id: string;
  /** How many ties end, repeated by whoever releases. */
  readonly ending: number;
  readonly comment: string;
}

/** Lets a held import do what its plan shows, once somebody who may has repeated how many ties that ends (P6). */
export async function releaseHeldImport(desk: DecisionDesk, actor: Actor, { id, ending, comment: told }: Releasing): Promise<ImportRun> {
  const found = await runToDecide(desk, actor, id, 'RELEASE');
  const comment = commentIn(told);
  const { run, source, daycare, standing } = found;
  if (ending !== run.ended)
    refuse('INVALID_INPUT', 'Repeat the number of ties that end, as `hold.ending` has it.', { rule: 'P6', facts: { field: 'ending' } });
  const { planned } = await planAgain(desk, found);
  await desk.forgetWaiting(id);
  await bringIn(desk, { run, source, planned, actor: actor.id });
  await desk.keepSource(sourceAfter(desk, { run, source, planned }));
  return desk.moveRun(run, 'APPLIED', decisionBy(actor, daycare, run, { act: 'RELEASE', standing, comment, at: desk.at }));
}
