import { Refused, refuse } from '#shared/refusal.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import { isSamePlan } from '../../domain/deciding/planned-change.ts';
import { unfit } from '../../domain/document/unfit-document.ts';
import { unfitDelta } from '../../domain/importing/delta.ts';
import { plannedChanges } from '../importing/bring-in.ts';
import { accessToSend } from '../importing/sender-of.ts';
import { type PlannedDocument, planDocument } from '../importing/take-document.ts';
import type { RunToDecide } from './run-to-decide.ts';

/** A plan that still holds, and the access by which its sender may send now. */
export interface StandingPlan {
  readonly planned: PlannedDocument;
  readonly access: string;
}

/** Plans the kept document again, and refuses where it would do anything but what was shown: the ground has moved since. */
export async function planAgain(desk: DecisionDesk, { run, source, daycare }: RunToDecide): Promise<StandingPlan> {
  const { access } = await accessToSend(desk, run.daycare, [run.system]);
  const document = await desk.documentOf(run.id);
  if (!document) return outdated('The document is kept no longer; send it again.');
  const refused = unfit(document, daycare, desk.at);
  if (refused) throw new Refused(refused);
  const isNewest = run.id === source.heldRun || run.sourceDateTime > source.newestDateTime;
  if (!isNewest) return outdated('A newer document of the source has come since.');
  if (unfitDelta(document, source)) return outdated('The changes are against a picture that stands no longer.');
  const planned = await planDocument(desk, source, document);
  if (!isSamePlan(await desk.changesOf(run.id), plannedChanges(planned)))
    return outdated('What it would do has changed since it was planned; try it anew.');
  return { planned, access };
}

const outdated = (because: string): never => refuse('PLAN_OUTDATED', because, { rule: 'P6' });
