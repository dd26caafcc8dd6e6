const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

/** The day it is in Denmark at an instant, as 2026-11-25. */
export const danishDay = (instant: number): string => calendar.format(instant);

/** The instant at which a day begins in Denmark; clocks are never set at midnight there. */
export function startOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return [midnight - 2 * HOUR, midnight - HOUR].find((instant) => danishDay(instant) === day) ?? midnight;
}

/** The day that comes so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The ISO week that begins on a Monday, as 2026-W48: it is of the year in which its Thursday lies. */
export function weekOf(monday: string): string {
  const thursday = daysAfter(monday, 3);
  const year = thursday.slice(0, 4);
  const nth = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * DAY)) + 1;
  return `${year}-W${String(nth).padStart(2, '0')}`;
}
