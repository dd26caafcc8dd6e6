import { dayOf, startOfDay } from '#shared/danish-day.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A week or a month in Denmark, and the instant at which it begins. */
export interface Period {
  readonly key: string;
  readonly begins: number;
}

/** The day that comes so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** How many days there are from one to another, both counted. */
export const daysFrom = (first: string, last: string): number => Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;

/** The weeks that days lie in, as 2026-W48, in the order of time. */
export const weeksBetween = (from: number, until: number): readonly Period[] => periodsBetween(weekOf, from, until);

/** The months that days lie in, as 2026-11, in the order of time. */
export const monthsBetween = (from: number, until: number): readonly Period[] => periodsBetween((day) => day.slice(0, 7), from, until);

/** Each period from the first day in it that is counted. */
function periodsBetween(keyOf: (day: string) => string, from: number, until: number): readonly Period[] {
  const periods: Period[] = [];
  for (let day = dayOf(from); startOfDay(day) < until; day = daysAfter(day, 1)) {
    const key = keyOf(day);
    if (periods.at(-1)?.key !== key) periods.push({ key, begins: startOfDay(day) });
  }
  return periods;
}

/** The ISO week of a day: it is of the year in which its Thursday lies. */
function weekOf(day: string): string {
  const thursday = daysAfter(day, 3 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  const year = thursday.slice(0, 4);
  const nth = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * DAY)) + 1;
  return `${year}-W${String(nth).padStart(2, '0')}`;
}
