import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByTheClock } from '../../domain/done-by.ts';
import { reminderDue } from '../../domain/requests/reminder.ts';
import { nextState } from '../../domain/requests/request-lifecycle.ts';
import { factsOf } from '../../domain/told-facts.ts';

/** Reminds of requests that wait too long, and lets those expire that nobody decided in time (Q3). */
export async function termRequests(agreements: Agreements, ids: readonly string[]): Promise<void> {
  const found = [...(await agreements.lockRequests(ids, [{ of: 'everything' }])).values()].filter(({ state }) =>
    nextState(state, 'expire'),
  );
  const expired = found.filter(({ expiresAt }) => expiresAt <= agreements.at);
  const decision = { state: 'EXPIRED' as const, at: agreements.at, by: doneByTheClock, comment: null };
  await agreements.moveRequests(
    expired.map(({ id }) => id),
    'EXPIRED',
    decision,
  );
  await agreements.release(expired.map(({ id }) => id));
  for (const request of expired) agreements.tell('EXPIRED', factsOf(request, { by: doneByTheClock, comment: null }));
  const reminded = found.filter((request) => !expired.includes(request) && reminderDue(request, agreements.terms, agreements.at));
  await agreements.countReminder(reminded.map(({ id }) => id));
  for (const request of reminded) agreements.tell('REMINDED', factsOf(request, { by: doneByTheClock, comment: null }));
}
