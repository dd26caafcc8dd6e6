import { refuse } from '#shared/refusal.ts';
import { danishDay, daysAfter, mondayOf, startOfDay, weekOf } from './danish-calendar.ts';

/** A week or a month in Denmark, and the instant at which it begins. */
export interface Period {
  readonly key: string;
  readonly begins: number;
}

export type PeriodKind = 'WEEK' | 'MONTH';

const MOST_PERIODS = 600;

interface Calendar {
  readonly first: (day: string) => string;
  readonly next: (first: string) => string;
  readonly key: (first: string) => string;
}

const calendars: Readonly<Record<PeriodKind, Calendar>> = {
  WEEK: { first: mondayOf, next: (monday) => daysAfter(monday, 7), key: weekOf },
  MONTH: {
    first: (day) => `${day.slice(0, 7)}-01`,
    next: (first) => `${daysAfter(first, 31).slice(0, 7)}-01`,
    key: (first) => first.slice(0, 7),
  },
};

/** The weeks or months from the one that an instant lies in to the one that another lies in, in the order of time. */
export function periodsBetween(kind: PeriodKind, from: number, to: number): readonly Period[] {
  const { first, next, key } = calendars[kind];
  const periods: Period[] = [];
  const last = danishDay(Math.max(from, to));
  for (let day = first(danishDay(from)); day <= last; day = next(day)) {
    if (periods.length === MOST_PERIODS)
      refuse('LIMIT_EXCEEDED', `At most ${MOST_PERIODS} ${kind.toLowerCase()}s are counted at once; ask from a later day.`, {
        facts: { argument: 'from', limit: MOST_PERIODS },
      });
    periods.push({ key: key(day), begins: startOfDay(day) });
  }
  return periods;
}
