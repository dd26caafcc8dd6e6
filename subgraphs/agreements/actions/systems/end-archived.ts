import { over } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByTheClock } from '../../domain/done-by.ts';
import { DAY } from '../../domain/terms.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { moveOn } from '../accesses/move-on.ts';

const comment = 'Its system was archived, and not taken out again in time.';

/** Ends what a system had that was archived and not taken out again in time (P27). */
export async function endArchived(agreements: Agreements, id: string): Promise<void> {
  const system = await agreements.lockSystem(id);
  if (!system?.archivedAt || agreements.at - system.archivedAt <= agreements.terms.archiveKeptDays * DAY) return;
  const waiting = await agreements.waitingFor(id);
  const ids = waiting.map((request) => request.id);
  await agreements.moveRequests(ids, 'WITHDRAWN', { state: 'WITHDRAWN', at: agreements.at, by: doneByTheClock, comment });
  await agreements.release(ids);
  for (const request of waiting) agreements.tell('WITHDRAWN', factsOf(request, { by: doneByTheClock, comment }));
  const live = await agreements.liveOfSystem(id);
  await moveOn(
    agreements,
    live.map((access) => ({ access, kind: 'ENDED', move: over('ENDED'), by: doneByTheClock, comment })),
  );
}
