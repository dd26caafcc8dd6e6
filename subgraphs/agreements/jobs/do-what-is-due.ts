import { termAccesses } from '../actions/accesses/term-accesses.ts';
import { termRequests } from '../actions/requests/term-requests.ts';
import { endArchived } from '../actions/systems/end-archived.ts';
import type { DueAgreements } from '../domain/due-agreements.ts';

/** Does what the day brings: reminders, expiries, pauses, ends; each page in a transaction of its own. */
export async function doWhatIsDue(due: DueAgreements, stopped: () => boolean): Promise<void> {
  for (const ids of await due.requests()) {
    if (stopped()) return;
    await due.within((agreements) => termRequests(agreements, ids));
  }
  for (const ids of await due.accesses()) {
    if (stopped()) return;
    await due.within((agreements) => termAccesses(agreements, ids));
  }
  for (const id of await due.archived()) await due.within((agreements) => endArchived(agreements, id));
}
