import type { SuspensionReason } from '../systems/system.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Asked } from '../requests/request.ts';

export type AccessState = 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'ENDED' | 'LAPSED' | 'CLOSED_BY_AGENCY';

/** An access, as it is kept. */
export interface AccessRow extends Asked {
  readonly id: string;
  readonly requestId: string;
  readonly state: AccessState;
  readonly suspensionReason: SuspensionReason | null;
  readonly suspendedAt: number | null;
  readonly activeSince: number | null;
  readonly confirmBy: string | null;
  readonly lastUsedAt: number | null;
}

/** An access with what is known of its daycare now. */
export interface Access extends AccessRow {
  readonly daycare: KnownDaycare;
}

/** Who can lift a suspension, in words. */
export const liftedBy = {
  SYSTEM_PASSIVE: 'The supplier, by making the system active again.',
  SYSTEM_STOPPED: 'The agency.',
  UNUSED: 'The supplier, by using it.',
  UNCONFIRMED: 'Whoever decides for the daycare now, by confirming it.',
} as const satisfies Record<SuspensionReason, string>;
