import { EntitySchema } from 'typeorm';
import { day, instant, json, key, optional, text } from '#shared/columns.ts';
import type { PlannedAct } from '../../domain/plans/planned-act.ts';
import type { Transfer } from '../../domain/transfers/transfer.ts';
import type { DoneBy } from '../../domain/daycares/daycare-event.ts';

/** What is to happen on days ahead, and what became of it. */
export const plannedActs = new EntitySchema<PlannedAct>({
  name: 'planned_act',
  columns: {
    id: key(text(36)),
    subject: text(6),
    action: text(12),
    kind: text(20),
    on: { ...day, name: 'onDay' },
    dueAt: instant,
    sets: json,
    successors: json,
    reason: optional(text(1000)),
    by: { ...json, name: 'doneBy' },
    actor: json,
    plannedAt: instant,
    state: text(10),
    endedAt: optional(instant),
  },
  indices: [{ name: 'planned_act_due', columns: ['state', 'dueAt'] }],
});

/** Which daycares a planned act touches. */
export interface PlannedNumber {
  readonly number: string;
  readonly act: string;
}

export const plannedNumbers = new EntitySchema<PlannedNumber>({
  name: 'planned_number',
  columns: { number: key(text(6)), act: key(text(36)) },
});

export const transfers = new EntitySchema<Transfer>({
  name: 'transfer',
  columns: {
    id: key(text(36)),
    number: text(6),
    from: { ...text(4), name: 'fromMunicipality' },
    to: { ...text(4), name: 'toMunicipality' },
    on: { ...day, name: 'onDay' },
    reason: text(1000),
    state: text(10),
    proposedBy: json,
    actor: json,
    proposedAt: instant,
    answeredBy: optional(json),
    answeredAt: optional(instant),
    answerReason: optional(text(1000)),
  },
  indices: [
    { name: 'transfer_number', columns: ['number', 'state'] },
    { name: 'transfer_from', columns: ['from', 'id'] },
    { name: 'transfer_to', columns: ['to', 'id'] },
  ],
});

/** A pair that somebody has looked at: not the same daycare twice (C5). */
export interface DismissedDouble {
  readonly first: string;
  readonly second: string;
  readonly by: DoneBy;
  readonly reason: string | null;
  readonly at: number;
}

export const dismissedDoubles = new EntitySchema<DismissedDouble>({
  name: 'dismissed_double',
  columns: { first: key(text(6)), second: key(text(6)), by: { ...json, name: 'doneBy' }, reason: optional(text(1000)), at: instant },
});

export const planTables = [plannedActs, plannedNumbers, transfers, dismissedDoubles];
