import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import { moveToStand } from '../../domain/accesses/pause.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneBySystem, type DoneBy } from '../../domain/done-by.ts';
import { setsAs } from '../../domain/systems/supplier-policy.ts';
import type { SupplierSystem, SystemState } from '../../domain/systems/system.ts';
import { DAY } from '../../domain/terms.ts';
import { moveOn } from '../accesses/move-on.ts';

export interface SetSystemState {
  readonly system: string;
  readonly state: SystemState;
  readonly reason: string;
}

/** Brings a system into another state; its accesses pause or resume with it and none is lost (A20, P27). */
export async function setSystemState(
  agreements: Agreements,
  actor: Actor,
  { system: id, state, reason }: SetSystemState,
): Promise<SupplierSystem> {
  if (!reason.trim() || reason.length > 1000)
    refuse('INVALID_INPUT', 'It needs a reason, with at most 1000 characters.', { facts: { field: 'reason', limit: 1000 } });
  const system = (await agreements.lockSystem(id)) ?? refuse('NOT_FOUND', 'There is no such system.');
  const standing = setsAs(system, state, actor);
  if (typeof standing !== 'string') throw new Refused(standing);
  judgeArchive(agreements, system);
  const supplier = await agreements.supplier(system.supplier);
  if (!supplier) throw new Error(`The system ${id} has no supplier.`);
  const by = doneBySystem(actor, standing, supplier);
  const archivedAt = state === 'ARCHIVED' ? agreements.at : null;
  await agreements.setSystemState(id, state, archivedAt);
  agreements.tellSystem('SystemStateSet', id, actor.id, { from: system.state, to: state, by, comment: reason });
  await followSystem(agreements, { ...system, state }, by, reason);
  return { ...system, state, archivedAt };
}

/** What was put away comes back within its time, or never (P27). */
function judgeArchive({ at, terms }: Agreements, { archivedAt, name }: SupplierSystem): void {
  if (archivedAt !== null && at - archivedAt > terms.archiveKeptDays * DAY)
    refuse(
      'STATE_CONFLICT',
      `${name} was archived more than ${terms.archiveKeptDays} days ago; its agreements are ended. Register it anew.`,
      {
        rule: 'A20',
        facts: { state: 'ARCHIVED' },
      },
    );
}

/** Its accesses stand as it stands. */
async function followSystem(agreements: Agreements, { id, state }: SupplierSystem, by: DoneBy, comment: string): Promise<void> {
  const { terms, at } = agreements;
  const moving = (await agreements.liveOfSystem(id)).flatMap((access) => {
    const move = moveToStand(access, { system: state, terms, at });
    return move ? [{ access, move, kind: move.state === 'ACTIVE' ? ('RESUMED' as const) : ('SUSPENDED' as const), by, comment }] : [];
  });
  await moveOn(agreements, moving);
}
