import type { Transaction } from '#shared/database.ts';
import { eventsOfMany } from '#shared/event-log.ts';
import type { Access } from '../../domain/accesses/access.ts';
import type { AgreementEventFacts } from '../../domain/agreement-event.ts';
import type { BroughtBy } from '../../domain/state-conflict.ts';

/** Who brought each of these accesses to where it is, as the last event of it tells. */
export async function endingsOf({ manager }: Transaction, accesses: readonly Access[]): Promise<ReadonlyMap<string, BroughtBy>> {
  if (accesses.length === 0) return new Map();
  const requestIds = [...new Set(accesses.map(({ requestId }) => requestId))];
  const events = await eventsOfMany<AgreementEventFacts>(manager, requestIds);
  return new Map(events.flatMap(({ at, facts }) => (facts?.accessId ? [[facts.accessId, { by: facts.by, at }] as const] : [])));
}
