import type { Actor } from '#shared/actor.ts';
import type { DaycareFacts } from '../daycares/daycare.ts';
import type { DaycareChangeKind, DoneBy } from '../daycares/daycare-event.ts';
import type { FieldChange } from '../daycares/field-changes.ts';
import type { RegisterAction } from '../upkeep/register-policy.ts';

export type PlanState = 'PENDING' | 'DONE' | 'CANCELLED' | 'REFUSED';

/** Something that is to happen to a daycare, and to what it touches, on a day ahead. */
export interface PlannedAct {
  readonly id: string;
  /** The daycare it is an act on. */
  readonly subject: string;
  readonly action: RegisterAction;
  readonly kind: DaycareChangeKind;
  readonly on: string;
  readonly dueAt: number;
  readonly sets: readonly PlannedSet[];
  readonly successors: readonly string[];
  readonly reason: string | null;
  readonly by: DoneBy;
  /** Whose right is looked at again when the day comes. */
  readonly actor: Actor;
  readonly plannedAt: number;
  readonly state: PlanState;
  readonly endedAt: number | null;
}

/** What is set of one daycare, and what that came to when it was planned. */
export interface PlannedSet {
  readonly number: string;
  /** Nothing where it only inherits from another. */
  readonly told: Partial<DaycareFacts>;
  readonly changes: readonly FieldChange[];
}

/** A planned act as one of the daycares that it touches sees it. */
export interface PlannedFor {
  readonly act: PlannedAct;
  readonly number: string;
}

/** What a planned act sets, as it is looked at in time. */
export const foreseenFrom = ({ dueAt, sets }: PlannedAct) => ({
  from: dueAt,
  sets: new Map(sets.map(({ number, told }) => [number, told])),
});
