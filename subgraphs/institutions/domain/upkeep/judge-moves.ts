import { refuse } from '#shared/refusal.ts';
import { dayOf } from '#shared/danish-day.ts';
import { type Life, type Lives, parentOf } from '../timelines/lives.ts';
import { factsAt } from '../timelines/timeline.ts';

interface Crossing {
  readonly on: number;
  readonly parent: string;
  readonly from: string;
  readonly to: string;
}

/** Refuses what would let a move from an instant on, planned before or with this, end in another municipality than it begins in (R26). */
export function judgeMoves(before: Lives, after: Lives, since: number): void {
  for (const life of after.values()) {
    const known = before.get(life.number);
    const old = new Set(known && crossingsOf(known, before).map(({ on }) => on));
    const crossing = crossingsOf(life, after).find(({ on }) => on >= since && !old.has(on));
    if (!crossing) continue;
    const { on, parent, from, to } = crossing;
    refuse(
      'MOVE_ACROSS_MUNICIPALITY',
      `${life.number} is to move to ${parent} on ${dayOf(on)}, from municipality ${from} to ${to}; cancel the move first.`,
      { rule: 'R26', facts: { number: life.number, from, to, on: dayOf(on) } },
    );
  }
}

/** Where a daycare comes from under one to under another that is administered elsewhere at that time. */
function crossingsOf({ timeline }: Life, lives: Lives): Crossing[] {
  return timeline.flatMap(({ from: on, facts }, index) => {
    const previous = timeline[index - 1]?.facts;
    const [here, there] = [previous && parentOf(previous, lives), parentOf(facts, lives)];
    if (!here || !there || here.number === there.number) return [];
    const from = factsAt(here.timeline, on)?.municipality;
    const to = factsAt(there.timeline, on)?.municipality;
    return from && to && from !== to ? [{ on, parent: there.number, from, to }] : [];
  });
}
