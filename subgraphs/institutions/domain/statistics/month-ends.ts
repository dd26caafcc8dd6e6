import { refuse } from '#shared/refusal.ts';

/** A month and its last instant in Danish time; the running month ends now. */
export interface MonthEnd {
  readonly key: string;
  readonly at: number;
}

const LAST_MONTHS = 12;
const MOST_MONTHS = 120;

/** The ends of the months from the one day's to the other's; the last twelve where neither is told. */
export function monthEnds(from: string | undefined, to: string | undefined, now: number): readonly MonthEnd[] {
  const running = monthAt(now);
  const last = to === undefined ? running : monthOf(to, 'to');
  const first = from === undefined ? last - LAST_MONTHS + 1 : monthOf(from, 'from');
  for (const [argument, month] of [
    ['from', first],
    ['to', last],
  ] as const)
    if (month > running) refuse('INVALID_INPUT', 'Months ahead are not counted.', { facts: { argument } });
  if (first > last || (from && to && from > to))
    refuse('INVALID_INPUT', 'The months are counted from the earlier day to the later.', { facts: { argument: 'from' } });
  const asked = last - first + 1;
  if (asked > MOST_MONTHS)
    refuse('LIMIT_EXCEEDED', `At most ${MOST_MONTHS} months are counted at once.`, {
      facts: { argument: 'from', limit: MOST_MONTHS, asked },
    });
  return Array.from({ length: asked }, (_, index) => first + index).map((month) => ({
    key: keyOf(month),
    at: month === running ? now : beginningOf(month + 1) - 1,
  }));
}

// A month is the number of months since year 0.
const keyOf = (month: number) => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

function monthOf(day: string, argument: string): number {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.exec(day) ?? [];
  if (!year || !month) return refuse('INVALID_INPUT', 'A day is told as year, month and day: 2026-11-30.', { facts: { argument } });
  return Number(year) * 12 + Number(month) - 1;
}

const danish = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** What calendar and clock show in Denmark. */
function shownAt(at: number): Readonly<Record<string, number>> {
  return Object.fromEntries(danish.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
}

function monthAt(at: number): number {
  const { year = 0, month = 1 } = shownAt(at);
  return year * 12 + month - 1;
}

/** The instant at which a month begins: midnight in Denmark, where no clock is ever put forward or back. */
function beginningOf(month: number): number {
  const midnight = Date.UTC(Math.floor(month / 12), month % 12);
  const { year = 0, month: shown = 1, day = 1, hour = 0, minute = 0, second = 0 } = shownAt(midnight);
  return midnight - (Date.UTC(year, shown - 1, day, hour, minute, second) - midnight);
}
