import { dayOf } from '#shared/danish-day.ts';
import { type SuspensionReason, suspensionFor, type SystemState } from '../systems/system.ts';
import { DAY, type Terms } from '../terms.ts';
import type { AccessMove, AccessRow } from './access.ts';

type Paused = Pick<AccessRow, 'state' | 'suspensionReason' | 'suspendedAt' | 'activeSince' | 'confirmBy' | 'unusedSince'>;

/** What an access rests on beside itself. */
export interface Footing {
  readonly system: SystemState;
  readonly terms: Terms;
  readonly at: number;
}

/** Why a live access is paused as things stand, the weightiest reason; null where nothing pauses it (A20, A21, Q4, C4). */
export function pausedBy({ confirmBy, unusedSince }: Paused, { system, terms, at }: Footing): SuspensionReason | null {
  const bySystem = suspensionFor[system];
  if (bySystem) return bySystem;
  if (confirmBy !== null && confirmBy < dayOf(at)) return 'UNCONFIRMED';
  return at - unusedSince > terms.unusedAfterDays * DAY ? 'UNUSED' : null;
}

/** How a live access is to move so that it stands as things stand; nothing where it does. */
export function moveToStand(access: Paused, footing: Footing): AccessMove | undefined {
  const reason = pausedBy(access, footing);
  if (reason === access.suspensionReason && (reason === null) === (access.state === 'ACTIVE')) return undefined;
  return reason
    ? { state: 'SUSPENDED', suspensionReason: reason, suspendedAt: footing.at, activeSince: null }
    : { state: 'ACTIVE', suspensionReason: null, suspendedAt: null, activeSince: footing.at };
}
