import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import { takesAway } from '../../domain/daycares/daycare-event.ts';
import type { PlannedAct } from '../../domain/plans/planned-act.ts';
import type { Register } from '../../domain/register-store.ts';
import { revise } from '../../domain/timelines/lives.ts';
import { doneBy } from '../../domain/upkeep/done-by.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { type Standing, standingFor } from '../../domain/upkeep/register-policy.ts';
import { type Ground, revisionsOf } from '../../domain/upkeep/revision.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';

export interface CancelPlanned {
  readonly number: string;
  readonly version: number;
  readonly reason: string;
  readonly act?: string | null | undefined;
}

/** Calls off what is planned for a daycare, all or one act; one that has not begun will never begin, and its number is spent (R28). */
export async function cancelPlanned(register: Register, actor: Actor, told: CancelPlanned): Promise<DaycarePayload> {
  const ground = await register.ground([told.number], register.at);
  const daycare = presentVersion(ground.present.get(told.number), told);
  judgeTold({ reason: told.reason });
  if (told.reason.trim() === '') refuse('INVALID_INPUT', 'Calling something off needs a reason.', { facts: { field: 'reason' } });
  const acts = chosen(ground, told);
  const neverBegins = daycare.status === 'PLANNED' && !ground.plans.some((plan) => opens(plan, told.number) && !acts.includes(plan));
  if (acts.length === 0 && !neverBegins)
    refuse('STATE_CONFLICT', `Nothing is planned for ${told.number}.`, { facts: { number: told.number } });
  const standing = standingToCancel(acts, daycare, actor);
  const revisions = revisionsOf(ground, {
    kind: neverBegins ? 'CLOSED' : 'CHANGED',
    since: register.at,
    subject: told.number,
    settled: neverBegins
      ? revise(ground.settled, { from: ground.at, sets: new Map([[told.number, { status: 'CLOSED' }]]) })
      : ground.settled,
    plans: ground.plans.filter((plan) => !acts.includes(plan)),
    reason: told.reason,
    successors: [],
    ended: { kind: 'PLAN_CANCELLED', acts },
  });
  const findings = await register.keep({
    revisions,
    subject: told.number,
    by: doneBy(actor, standing, daycare),
    ended: acts.map(({ id }) => ({ id, state: 'CANCELLED' })),
  });
  const now = revisions.map((revision) => revision.now);
  const after = now.find(({ number }) => number === told.number) ?? daycare;
  return {
    daycare: after,
    affected: [after, ...now.filter(({ number }) => number !== told.number)],
    changes: revisions.flatMap(({ steps }) => steps).find(({ kind, number }) => number === told.number && kind === 'CLOSED')?.changes ?? [],
    consequences: [],
    findings,
    dryRun: false,
    takesAway: revisions.flatMap(({ steps }) => steps).some(takesAway),
  };
}

/** Whoever might do all of it may call it off. */
function standingToCancel(acts: readonly PlannedAct[], daycare: Daycare, actor: Actor): Standing {
  const [first = 'REGISTER', ...others] = acts.map(({ action }) => action);
  for (const action of others) standingFor(action, daycare, actor);
  return standingFor(first, daycare, actor);
}

/** Only what was planned for this very daycare; what another's act brings with it is called off there. */
function chosen({ plans }: Ground, { number, act }: CancelPlanned): PlannedAct[] {
  const own = plans.filter(({ subject, id }) => subject === number && (!act || id === act));
  const others = plans.filter(({ sets, subject }) => subject !== number && sets.some((set) => set.number === number));
  const [other] = others;
  if (own.length === 0 && other)
    refuse('STATE_CONFLICT', `What is planned for ${number} comes with an act on ${other.subject}; call it off there.`, {
      facts: { number: other.subject },
    });
  return own;
}

const opens = ({ sets }: PlannedAct, number: string) => sets.some((set) => set.number === number && set.told.status === 'ACTIVE');
