import { dayOf, startOfDay } from '#shared/danish-day.ts';
import { refuse } from '#shared/refusal.ts';

const MOST_YEARS_AHEAD = 10;
const EARLIEST = '1900-01-01';

/** When an act takes effect: at once, at the beginning of a day ahead, or since the beginning of a day behind. */
export interface When {
  readonly tense: 'NOW' | 'AHEAD' | 'BEHIND';
  readonly from: number;
}

/** When an act takes effect that is told the day it holds from; today is at once. */
export function whenFrom(on: string | null | undefined, at: number): When {
  const today = dayOf(at);
  if (!on || on === today) return { tense: 'NOW', from: at };
  if (on < EARLIEST || Number(on.slice(0, 4)) > Number(today.slice(0, 4)) + MOST_YEARS_AHEAD)
    refuse('INVALID_INPUT', `The day lies after ${EARLIEST} and at most ${MOST_YEARS_AHEAD} years ahead.`, { facts: { field: 'on' } });
  return { tense: on > today ? 'AHEAD' : 'BEHIND', from: startOfDay(on) };
}
