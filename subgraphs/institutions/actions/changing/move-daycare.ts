import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare, DaycareLevel } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { dayOf } from '#shared/danish-day.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { factsAt } from '../../domain/timelines/timeline.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { refusalOf, type Standing, standingFor } from '../../domain/upkeep/register-policy.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';
import { openParent } from '../registering/open-parent.ts';

export interface MoveDaycare {
  readonly number: string;
  /** The cluster a unit moves to, the unit a location moves to. */
  readonly to: string;
  readonly version: number;
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

const above = { UNIT: 'INSTITUTION', LOCATION: 'UNIT' } as const satisfies Partial<Record<DaycareLevel, DaycareLevel>>;

/** Moves a unit with its locations to another cluster, or a location to another unit, of the same municipality (R26, R27). */
export async function moveDaycare(register: Register, actor: Actor, level: keyof typeof above, told: MoveDaycare): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([told.number], when.from, [told.to]);
  const daycare = presentVersion(ground.present.get(told.number), told);
  const standing = standingFor('MOVE', daycare, actor);
  if (daycare.level !== level) refuse('INVALID_INPUT', `${daycare.number} is no ${level.toLowerCase()}.`, { facts: { field: 'number' } });
  judgeTold({ reason: told.reason });
  const parent = openParent(ground, told.to, above[level]);
  judgeDestination(ground, daycare, parent, when.from);
  return undertake(register, ground, {
    actor,
    standing: standingThere(daycare, parent, standing, actor),
    action: 'MOVE',
    kind: 'MOVED',
    subject: told.number,
    when,
    sets: new Map([[told.number, level === 'UNIT' ? { institution: told.to } : { unit: told.to }]]),
    reason: told.reason ?? null,
  });
}

/** Both ends lie in one municipality at the time of the move (R26). */
function judgeDestination({ foreseen }: Ground, daycare: Daycare, parent: Daycare, from: number): void {
  const here = factsAt(foreseen.get(daycare.number)?.timeline ?? [], from)?.municipality ?? daycare.municipality;
  const there = factsAt(foreseen.get(parent.number)?.timeline ?? [], from)?.municipality ?? parent.municipality;
  if (here !== there)
    refuse('MOVE_ACROSS_MUNICIPALITY', `${parent.number} is administered by ${there} on ${dayOf(from)}, ${daycare.number} by ${here}.`, {
      rule: 'R26',
      facts: { from: here, to: there },
    });
}

/** A move under another form of ownership is a change of ownership: it wants the right under both. */
function standingThere(daycare: Daycare, { ownership }: Daycare, standing: Standing, actor: Actor): Standing {
  if (ownership !== daycare.ownership && refusalOf('MOVE', { ...daycare, ownership }, actor)) {
    refuse('NOT_PERMITTED', 'A move under another form of ownership wants the right under the old and the new form, or the agency.', {
      rule: 'R25',
      grantableBy: ['agency'],
    });
  }
  return standing;
}
