import type { Actor } from '#shared/actor.ts';
import type { DoneBy } from '../daycares/daycare-event.ts';

export type TransferState = 'PROPOSED' | 'ACCEPTED' | 'REFUSED';

/** A cluster with all that is under it, on its way from one municipality to another by both municipalities' consent (C2). */
export interface Transfer {
  readonly id: string;
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
  readonly state: TransferState;
  readonly proposedBy: DoneBy;
  /** Whose right is looked at again when it is answered and when it happens. */
  readonly actor: Actor;
  readonly proposedAt: number;
  readonly answeredBy: DoneBy | null;
  readonly answeredAt: number | null;
  readonly answerReason: string | null;
}
