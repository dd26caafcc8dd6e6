import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare, DaycareFacts } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { dayOf } from '#shared/danish-day.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { factsAt } from '../../domain/timelines/timeline.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';

export interface CloseDaycare {
  readonly number: string;
  readonly version: number;
  readonly on?: string | null | undefined;
  readonly withChildren?: boolean | null | undefined;
  readonly succeededBy?: readonly string[] | null | undefined;
  readonly reason: string;
}

const closed: Partial<DaycareFacts> = { status: 'CLOSED' };
const MOST_SUCCESSORS = 50;

/** Closes a daycare for good, with what is under it where that is asked (R28, R29, P16); never in the past. */
export async function closeDaycare(register: Register, actor: Actor, told: CloseDaycare): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const successors = [...new Set(told.succeededBy ?? [])].sort();
  if (successors.length > MOST_SUCCESSORS)
    refuse('LIMIT_EXCEEDED', `At most ${MOST_SUCCESSORS} daycares follow after one.`, { facts: { field: 'succeededBy' } });
  const ground = await register.ground([told.number], when.from, successors);
  const daycare = ground.present.get(told.number) ?? refuse('NOT_FOUND', `There is no daycare ${told.number}.`);
  const standing = standingFor('CLOSE', daycare, actor);
  presentVersion(daycare, told);
  judgeTold({ reason: told.reason });
  if (told.reason.trim() === '') refuse('INVALID_INPUT', 'Closing needs a reason.', { facts: { field: 'reason' } });
  if (when.tense === 'BEHIND')
    refuse('INVALID_INPUT', `A daycare closes today or on a day ahead; ${told.on} is past.`, {
      facts: { field: 'on', earliest: dayOf(register.at) },
    });
  await judgeSuccessors(register, ground, daycare, successors, when.from);
  const under = told.withChildren ? openUnder(ground, told.number, when.from) : [];
  return undertake(register, ground, {
    actor,
    standing,
    action: 'CLOSE',
    kind: 'CLOSED',
    subject: told.number,
    when,
    sets: new Map([...under, told.number].map((number) => [number, closed])),
    reason: told.reason,
    successors,
  });
}

/** Everything under a daycare that is not closed when the day comes. */
function openUnder({ foreseen }: Ground, number: string, from: number): string[] {
  return [...foreseen.values()].flatMap((life) => {
    const facts = factsAt(life.timeline, from);
    const isUnder = facts?.institution === number || facts?.unit === number;
    return isUnder && facts.status !== 'CLOSED' ? [life.number] : [];
  });
}

/** Who follows is open on that day, of the same level, and follows after nobody who follows after it (no loops). */
async function judgeSuccessors(
  register: Register,
  { present, foreseen }: Ground,
  daycare: Daycare,
  successors: readonly string[],
  from: number,
): Promise<void> {
  if (successors.includes(daycare.number))
    refuse('INVALID_INPUT', 'A daycare cannot follow after itself.', { facts: { field: 'succeededBy' } });
  const unfit = successors.filter(
    (number) => present.get(number)?.level !== daycare.level || factsAt(foreseen.get(number)?.timeline ?? [], from)?.status !== 'ACTIVE',
  );
  if (unfit.length > 0)
    refuse('INVALID_INPUT', `Not daycares of the same level that are open on ${dayOf(from)}: ${unfit.join(', ')}.`, {
      facts: { field: 'succeededBy' },
    });
  if (successors.length > 0 && (await register.followsAfter([daycare.number], successors)))
    refuse('INVALID_INPUT', `${daycare.number} follows after one of these itself; a lineage has no loops.`, {
      facts: { field: 'succeededBy' },
    });
}
