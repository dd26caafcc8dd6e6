import { type DoneBy, doneByTheRegister } from '../domain/done-by.ts';
import type { AccessMove, Agreements } from '../domain/agreement-store.ts';
import { addresseeOf } from '../domain/requests/decision-policy.ts';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import { factsOf } from '../domain/told-facts.ts';

const lapsed: AccessMove = { state: 'LAPSED', suspensionReason: null, suspendedAt: null, activeSince: null };

/**
 * Takes in what the register told: what stands at a closed daycare lapses (R32); what waits follows its daycare to whoever
 * decides now (C4).
 */
export async function applyDaycareChanges(agreements: Agreements, told: readonly KnownDaycare[]): Promise<void> {
  const latest = new Map(told.map((daycare) => [daycare.number, daycare]));
  const before = await agreements.lockDaycares([...latest.keys()]);
  const closed = [...latest.values()]
    .filter(({ number, status }) => status === 'CLOSED' && before.get(number)?.status !== 'CLOSED')
    .map(({ number }) => number);
  const regoverned = [...latest.values()]
    .filter((daycare) => isGovernedOtherwise(before.get(daycare.number), daycare))
    .map(({ number }) => number);
  const waiting = await agreements.waitingAt([...new Set([...closed, ...regoverned])]);
  await agreements.putDaycares([...latest.values()], before);
  await lapseAt(
    agreements,
    closed,
    waiting.filter(({ daycareNumber }) => closed.includes(daycareNumber)),
  );
  for (const request of waiting) {
    const daycare = latest.get(request.daycareNumber);
    const readdressed =
      daycare &&
      daycare.status !== 'CLOSED' &&
      (addresseeOf({ ...request, daycare }) !== addresseeOf(request) || daycare.municipality !== request.daycare.municipality);
    if (readdressed) agreements.tell('READDRESSED', factsOf(request, { by: doneByTheRegister, comment: null }));
  }
}

function isGovernedOtherwise(before: KnownDaycare | undefined, after: KnownDaycare): boolean {
  return (
    before !== undefined &&
    (before.ownership !== after.ownership || before.municipality !== after.municipality || before.isChildminding !== after.isChildminding)
  );
}

async function lapseAt(
  agreements: Agreements,
  closed: readonly string[],
  waiting: Awaited<ReturnType<Agreements['waitingAt']>>,
): Promise<void> {
  if (closed.length === 0) return;
  const by: DoneBy = doneByTheRegister;
  await agreements.moveRequests(
    waiting.map(({ id }) => id),
    'LAPSED',
    { state: 'LAPSED', at: agreements.at, by, comment: null },
  );
  for (const request of waiting) agreements.tell('LAPSED', factsOf(request, { by, comment: null }));
  const live = await agreements.liveAt(closed);
  await agreements.moveAccesses(
    live.map(({ id }) => id),
    lapsed,
  );
  await agreements.release([...waiting.map(({ id }) => id), ...live.map(({ requestId }) => requestId)]);
  for (const before of live) agreements.tell('LAPSED', factsOf(before, { by, comment: null, before, access: { ...before, ...lapsed } }));
}
