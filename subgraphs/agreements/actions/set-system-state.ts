import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { Access } from '../domain/accesses/access.ts';
import type { SuspensionReason } from '../domain/systems/system.ts';
import { nextAccessState } from '../domain/accesses/access-lifecycle.ts';
import { doneBySystem } from '../domain/done-by.ts';
import type { AccessMove, Agreements } from '../domain/agreement-store.ts';
import { setsAs } from '../domain/systems/supplier-policy.ts';
import { suspensionFor, type SupplierSystem, type SystemState } from '../domain/systems/system.ts';
import { factsOf } from '../domain/told-facts.ts';

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
  const supplier = await agreements.supplier(system.supplier);
  if (!supplier) throw new Error(`The system ${id} has no supplier.`);
  const by = doneBySystem(actor, standing, supplier);
  await agreements.setSystemState(id, state);
  agreements.tellSystem('SystemStateSet', id, actor.id, { from: system.state, to: state, by, comment: reason });
  const moved = (await agreements.liveOfSystem(id)).flatMap((access) => moveFor(access, suspensionFor[state], agreements.at));
  for (const group of Map.groupBy(moved, ({ move }) => JSON.stringify(move)).values()) {
    const [first] = group;
    if (first)
      await agreements.moveAccesses(
        group.map(({ access }) => access.id),
        first.move,
      );
  }
  for (const { access, move } of moved) {
    agreements.tell(
      move.state === 'ACTIVE' ? 'RESUMED' : 'SUSPENDED',
      factsOf(access, { by, comment: reason, before: access, access: { ...access, ...move } }),
    );
  }
  return { ...system, state };
}

/** How an access follows its system: paused for the system's reason, or in force again if the system was the reason. */
function moveFor(access: Access, reason: SuspensionReason | null, at: number): { access: Access; move: AccessMove }[] {
  const bySystem = access.suspensionReason === 'SYSTEM_PASSIVE' || access.suspensionReason === 'SYSTEM_STOPPED';
  if (!reason)
    return bySystem && nextAccessState(access.state, 'resume')
      ? [{ access, move: { state: 'ACTIVE', suspensionReason: null, suspendedAt: null, activeSince: at } }]
      : [];
  if (!bySystem && !nextAccessState(access.state, 'suspend')) return [];
  return access.suspensionReason === reason
    ? []
    : [{ access, move: { state: 'SUSPENDED', suspensionReason: reason, suspendedAt: at, activeSince: null } }];
}
