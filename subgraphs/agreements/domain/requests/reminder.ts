import { DAY, type Terms } from '../terms.ts';
import type { RequestRow } from './request.ts';

/** Whether whoever decides is to be reminded of a waiting request once more; one reminder a look, however late it comes. */
export function reminderDue(
  { requestedAt, reminders }: Pick<RequestRow, 'requestedAt' | 'reminders'>,
  { remindAfterDays }: Terms,
  at: number,
): boolean {
  const next = remindAfterDays[reminders];
  return next !== undefined && requestedAt + next * DAY <= at;
}
