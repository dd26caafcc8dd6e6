import { dayOf } from '#shared/danish-day.ts';
import { type Access, over } from '../../domain/accesses/access.ts';
import { nextAccessState } from '../../domain/accesses/access-lifecycle.ts';
import { moveToStand } from '../../domain/accesses/pause.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByTheClock } from '../../domain/done-by.ts';
import type { SupplierSystem } from '../../domain/systems/system.ts';
import { DAY } from '../../domain/terms.ts';
import { moveOn, type OnItsWay } from './move-on.ts';

/** Does to live accesses what the day brings: an end that was given notice of, a pause for want of confirmation or use, a question. */
export async function termAccesses(agreements: Agreements, ids: readonly string[]): Promise<void> {
  const found = [...(await agreements.lockAccesses(ids, [{ of: 'everything' }])).values()];
  const systems = await agreements.holdSystems(found.map(({ system }) => system));
  const moving = found
    .filter(({ state }) => nextAccessState(state, 'lapse'))
    .flatMap((access) => dueOf(agreements, access, systems.get(access.system)) ?? []);
  await moveOn(agreements, moving);
}

function dueOf({ at, terms }: Agreements, access: Access, system: SupplierSystem | undefined): OnItsWay<Access> | undefined {
  const { endsOn, notice, confirmBy, askedToConfirm } = access;
  if (notice && endsOn !== null && endsOn <= dayOf(at))
    return { access, kind: 'REVOKED', move: over('REVOKED'), by: notice.by, comment: notice.reason };
  const move = moveToStand(access, { system: system?.state ?? 'ACTIVE', terms, at });
  if (move) return { access, kind: move.state === 'ACTIVE' ? 'RESUMED' : 'SUSPENDED', move, by: doneByTheClock, comment: null };
  const asksFrom = dayOf(at + terms.askToConfirmDaysBefore * DAY);
  if (confirmBy !== null && confirmBy <= asksFrom && askedToConfirm !== confirmBy)
    return {
      access,
      kind: 'QUESTIONED',
      move: { askedToConfirm: confirmBy },
      by: doneByTheClock,
      comment: `To be confirmed by ${confirmBy}.`,
    };
  return undefined;
}
