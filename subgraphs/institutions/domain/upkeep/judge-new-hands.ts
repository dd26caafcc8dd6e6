import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare, Ownership } from '../daycares/daycare.ts';
import { dayOf } from '#shared/danish-day.ts';
import { factsAt } from '../timelines/timeline.ts';
import { refusalOf } from './register-policy.ts';
import type { Ground } from './revision.ts';

/** A change of ownership wants the right under the old and the new form (or the agency). */
export function judgeOwnership(cluster: Daycare, ownership: Ownership, actor: Actor): void {
  if (ownership === cluster.ownership || !refusalOf('CHANGE', { ...cluster, ownership }, actor)) return;
  refuse('NOT_PERMITTED', 'A change of ownership wants the right under the old and the new form, or the agency.', {
    rule: 'R25',
    grantableBy: ['agency'],
  });
}

/** Both ends of a move lie in one municipality when it takes effect, and ever since where that lies behind (R26); and nobody puts anything into a house that is another's. */
export function judgeMove(ground: Ground, daycare: Daycare, parent: Daycare, from: number, actor: Actor): void {
  judgeMunicipality(ground, daycare, parent, from);
  const then = { ...parent, ...factsAt(ground.foreseen.get(parent.number)?.timeline ?? [], from) };
  if ([parent, then].every((house) => !refusalOf('MOVE', house, actor))) return;
  refuse('NOT_PERMITTED', `A move wants the right to keep ${daycare.number} and to keep ${parent.number}, or the agency.`, {
    rule: 'R25',
    grantableBy: ['agency'],
  });
}

function judgeMunicipality({ at, foreseen }: Ground, daycare: Daycare, parent: Daycare, from: number): void {
  const timelineOf = ({ number }: Daycare) => foreseen.get(number)?.timeline ?? [];
  const since = [daycare, parent].flatMap(timelineOf).flatMap((segment) => (segment.from > from && segment.from <= at ? segment.from : []));
  for (const instant of [from, ...since]) {
    const here = factsAt(timelineOf(daycare), instant)?.municipality ?? daycare.municipality;
    const there = factsAt(timelineOf(parent), instant)?.municipality ?? parent.municipality;
    if (here !== there)
      refuse(
        'MOVE_ACROSS_MUNICIPALITY',
        `${parent.number} is administered by ${there} on ${dayOf(instant)}, ${daycare.number} by ${here}.`,
        { rule: 'R26', facts: { from: here, to: there } },
      );
  }
}
