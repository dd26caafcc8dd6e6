import { Refused, refuse } from '#shared/refusal.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { foreseenFrom, type PlannedAct } from '../../domain/plans/planned-act.ts';
import type { Register } from '../../domain/register-store.ts';
import { revise } from '../../domain/timelines/lives.ts';
import { judgeLives } from '../../domain/upkeep/judge-lives.ts';
import { judgeMove, judgeOwnership } from '../../domain/upkeep/judge-new-hands.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { type Deed, foreseenAfter, type Ground, type Revision, revisionsTo } from '../../domain/upkeep/revision.ts';

/**
 * Does what was planned when its day has come, by the right of whom planned it. Where the ground has moved so that it may not be
 * done any more it is not, and the history says why.
 */
export async function executePlanned(register: Register, id: string): Promise<void> {
  const plan = await register.lockPlan(id);
  if (plan?.state !== 'PENDING' || plan.dueAt > register.at) return;
  const ground = await register.ground(
    [...new Set([plan.subject, ...plan.sets.map(({ number }) => number)])],
    plan.dueAt,
    destinationsOf(plan),
  );
  const { revisions, state } = outcomeOf(ground, plan);
  await register.keep({ revisions, subject: plan.subject, by: plan.by, ended: [{ id, state }] });
}

/** What it moves under, and what follows after it. */
const destinationsOf = ({ sets, successors }: PlannedAct): string[] => [
  ...successors,
  ...sets.flatMap(({ told }) => [told.institution, told.unit]).filter((number) => typeof number === 'string'),
];

/** What comes of it; judged against what would be without it, since what it rests on may not have happened. */
function outcomeOf(ground: Ground, plan: PlannedAct): { revisions: Revision[]; state: 'DONE' | 'REFUSED' } {
  const others = ground.plans.filter(({ id }) => id !== plan.id);
  const common = { since: plan.dueAt, subject: plan.subject, plans: others };
  const without = foreseenAfter(ground, { settled: ground.settled, plans: others });
  try {
    const done: Deed = {
      ...common,
      kind: plan.kind,
      settled: revise(ground.settled, foreseenFrom(plan)),
      reason: plan.reason,
      successors: plan.successors,
    };
    const foreseen = foreseenAfter(ground, done);
    judgeStillRight(ground, plan);
    judgeLives(without, foreseen, plan.dueAt);
    return { revisions: revisionsTo(ground, done, foreseen), state: 'DONE' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const undone: Deed = {
      ...common,
      kind: 'CHANGED',
      settled: ground.settled,
      reason: `Not done: ${error.refusal.because}`,
      successors: [],
      ended: { kind: 'PLAN_REFUSED', acts: [plan] },
    };
    return { revisions: revisionsTo(ground, undone, without), state: 'REFUSED' };
  }
}

/** Whoever planned it would still be allowed to, what it was consented to still stands, and who is to follow is still open. */
function judgeStillRight(ground: Ground, plan: PlannedAct): void {
  const { subject, action, actor, successors } = plan;
  const daycare = ground.present.get(subject);
  if (daycare) {
    standingFor(action, daycare, actor);
    judgeHands(ground, daycare, plan);
  }
  const gone = successors.filter((number) => ground.present.get(number)?.status !== 'ACTIVE');
  if (gone.length > 0) refuse('STATE_CONFLICT', `${gone.join(', ')}, which should follow after it, is not open any more.`);
}

/** Into whose hands it comes: by the right of whom planned it there too, and out of the hands that let it go. */
function judgeHands(ground: Ground, daycare: Daycare, { action, actor, dueAt, sets }: PlannedAct): void {
  const own = sets.find(({ number }) => number === daycare.number);
  if (own?.told.ownership) judgeOwnership(daycare, own.told.ownership, actor);
  const parent = ground.present.get(own?.told.unit ?? own?.told.institution ?? '');
  if (parent && action === 'MOVE') judgeMove(ground, daycare, parent, dueAt, actor);
  const letGo = own?.changes.find(({ field }) => field === 'municipality')?.before;
  if (action === 'TRANSFER' && letGo !== daycare.municipality)
    refuse('STATE_CONFLICT', `${daycare.number} is administered by ${daycare.municipality} now, which has not consented.`, { rule: 'C2' });
}
