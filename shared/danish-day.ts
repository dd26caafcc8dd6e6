const HOUR = 3_600_000;
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

/** The day it is in Denmark at an instant, as 2026-11-25. */
export const dayOf = (instant: number): string => calendar.format(instant);

/** The instant at which a day begins in Denmark; clocks are never set at midnight there. */
export function startOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return [midnight - 2 * HOUR, midnight - HOUR].find((instant) => dayOf(instant) === day) ?? midnight;
}
