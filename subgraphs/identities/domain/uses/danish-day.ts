const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

/** The day it is in Denmark at an instant, as 2026-11-25. */
export const danishDay = (instant: number): string => calendar.format(instant);
