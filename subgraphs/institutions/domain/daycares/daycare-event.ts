import type { Daycare } from './daycare.ts';
import type { DaycarePayload } from './daycare-payload.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';

export type DaycareChangeKind = 'REGISTERED' | 'CHANGED' | 'MOVED' | 'CLOSED' | 'REOPENED' | 'TRANSFERRED' | 'CORRECTED';

/** On whose behalf and in which capacity something was done, as the history shows it. */
export interface DoneBy {
  readonly actor: string;
  /** The kind of organisation with its code or number, or AGENCY: to know one's own organisation by. */
  readonly organisationKey: string;
  readonly organisation: string;
  readonly standing: string;
  readonly person: string | null;
}

/** One daycare's step from what it was to what it is; nothing before where it was not there. */
export interface DaycareStep {
  readonly kind: DaycareChangeKind;
  readonly before: Daycare | null;
  readonly after: Daycare;
  readonly reason: string | null;
  readonly successors: readonly string[];
}

/** What the log keeps of a step. */
export interface DaycareEventFacts {
  readonly effectiveFrom: number;
  readonly version: number;
  readonly changes: readonly FieldChange[];
  readonly successors: readonly string[];
  readonly by: DoneBy;
  readonly reason: string | null;
}

/** The log's name for each kind of step. */
export const eventNames = {
  REGISTERED: 'DaycareRegistered',
  CHANGED: 'DaycareChanged',
  MOVED: 'DaycareMoved',
  CLOSED: 'DaycareClosed',
  REOPENED: 'DaycareReopened',
  TRANSFERRED: 'DaycareTransferred',
  CORRECTED: 'DaycareCorrected',
} as const satisfies Record<DaycareChangeKind, string>;

const kindOf = new Map<string, DaycareChangeKind>(
  (['REGISTERED', 'CHANGED', 'MOVED', 'CLOSED', 'REOPENED', 'TRANSFERRED', 'CORRECTED'] as const).map((kind) => [eventNames[kind], kind]),
);

/** A step as the feed tells it. */
export interface ToldChange {
  readonly position: string;
  readonly at: number;
  readonly kind: DaycareChangeKind;
  readonly number: string;
  readonly facts: DaycareEventFacts;
}

/** An event of the log as the feed and the history tell it; nothing where it is no daycare's. */
export function toldChange(event: {
  readonly at: number;
  readonly cursor: string;
  readonly kind: string;
  readonly subject: string;
  readonly facts: DaycareEventFacts | null;
}): ToldChange[] {
  const kind = kindOf.get(event.kind);
  return kind && event.facts ? [{ position: event.cursor, at: event.at, kind, number: event.subject, facts: event.facts }] : [];
}

const decisive: ReadonlySet<string> = new Set([
  'status',
  'ownership',
  'type',
  'municipality',
  'institution',
  'unit',
  'companyNumber',
  'productionUnitNumber',
]);

/** Whether anyone may have lost something by this step, so that its answer waits for those who follow. */
export const takesAway = ({ before, after }: DaycareStep): boolean =>
  before !== null && fieldChanges(before, after).some(({ field }) => decisive.has(field));

/** Whether anyone may have lost something by what an act changed, of the daycare itself or of those that inherit from it. */
export const changesTakeAway = ({ changes, consequences }: Pick<DaycarePayload, 'changes' | 'consequences'>): boolean =>
  consequences.length > 0 || changes.some(({ field, before }) => before !== null && decisive.has(field));
