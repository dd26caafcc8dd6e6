import type { DoneBy } from '../done-by.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Asked } from '../requests/request.ts';
import type { SuspensionReason } from '../systems/system.ts';

export type AccessState = 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'ENDED' | 'LAPSED' | 'CLOSED_BY_AGENCY';

/** By whom and why an access is to end on a day ahead. */
export interface Notice {
  readonly by: DoneBy;
  readonly reason: string;
}

/** An access, as it is kept. */
export interface AccessRow extends Asked {
  readonly id: string;
  readonly requestId: string;
  /** Who sent the request: nobody decides, revokes or confirms what he himself asked for (A16). */
  readonly requestedBy: string;
  readonly state: AccessState;
  readonly suspensionReason: SuspensionReason | null;
  readonly suspendedAt: number | null;
  readonly activeSince: number | null;
  /** The last day on which it is in force without being confirmed. */
  readonly confirmBy: string | null;
  /** The day by which it was to be confirmed when that was last asked, so that it is asked once. */
  readonly askedToConfirm: string | null;
  /** From when on a year without use counts: when it was approved, confirmed or last used. */
  readonly unusedSince: number;
  readonly lastUsedAt: number | null;
  /** The day it ends, where notice has been given. */
  readonly endsOn: string | null;
  readonly notice: Notice | null;
  /** The access whose place it took, since it opens more (A24). */
  readonly replaces: string | null;
}

/** What changes of an access when it moves on. */
export type AccessMove = Partial<
  Pick<
    AccessRow,
    'state' | 'suspensionReason' | 'suspendedAt' | 'activeSince' | 'confirmBy' | 'askedToConfirm' | 'unusedSince' | 'endsOn' | 'notice'
  >
>;

/** An access that is over: in force no more, and paused by nothing. */
export const over = (state: Exclude<AccessState, 'ACTIVE' | 'SUSPENDED'>): AccessMove => ({
  state,
  suspensionReason: null,
  suspendedAt: null,
  activeSince: null,
  endsOn: null,
  notice: null,
});

/** An access with what is known of its daycare now. */
export interface Access extends AccessRow {
  readonly daycare: KnownDaycare;
}

/** Who can lift a suspension, in words. */
export const liftedBy = {
  SYSTEM_PASSIVE: 'The supplier, by making the system active again.',
  SYSTEM_STOPPED: 'The agency.',
  UNUSED: 'Whoever decides for the daycare now, by confirming it.',
  UNCONFIRMED: 'Whoever decides for the daycare now, by confirming it.',
} as const satisfies Record<SuspensionReason, string>;
