import { refuse } from '#shared/refusal.ts';
import type { Daycare } from '../daycares/daycare.ts';

/** The daycare an act is meant for, if it is open and still as the caller saw it. */
export function presentVersion(daycare: Daycare | undefined, meant: { readonly number: string; readonly version: number }): Daycare {
  if (!daycare) return refuse('NOT_FOUND', `There is no daycare ${meant.number}.`);
  if (daycare.status === 'CLOSED') refuse('DAYCARE_CLOSED', `${daycare.number} is closed.`, { rule: 'R28' });
  if (daycare.version !== meant.version) {
    refuse('STALE_VERSION', `${daycare.number} has changed since; its version is ${daycare.version} now.`, {
      facts: { version: daycare.version, given: meant.version },
    });
  }
  return daycare;
}
