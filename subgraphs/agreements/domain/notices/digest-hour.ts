const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clockFace = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' });

/** The last instant not after now at which it was this hour in Denmark. */
export function latestDigest(now: number, hour: number): number {
  return [now, now - DAY, now - 2 * DAY].map((instant) => atHour(dayOf(instant), hour)).find((instant) => instant <= now) ?? now;
}

/** The first instant after now at which it is this hour in Denmark. */
export function nextDigest(now: number, hour: number): number {
  return [now, now + DAY, now + 2 * DAY].map((instant) => atHour(dayOf(instant), hour)).find((instant) => instant > now) ?? now + DAY;
}

const dayOf = (instant: number): string => clockFace.format(instant).slice(0, 10);

/** When a Danish day reaches this hour. On the day that has no such hour, an hour later. */
function atHour(day: string, hour: number): number {
  const told = `${day} ${String(hour).padStart(2, '0')}:00`;
  const there = Date.parse(`${told.replace(' ', 'T')}:00Z`);
  return [there - 2 * HOUR, there - HOUR].find((instant) => clockFace.format(instant) === told) ?? there - HOUR;
}
