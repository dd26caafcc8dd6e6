import type { FieldChange } from './field-changes.ts';

export type DaycareChangeKind =
  | 'REGISTERED'
  | 'CHANGED'
  | 'MOVED'
  | 'CLOSED'
  | 'REOPENED'
  | 'TRANSFERRED'
  | 'CORRECTED'
  | 'PLANNED'
  | 'PLAN_CANCELLED'
  | 'PLAN_REFUSED';

/** On whose behalf and in which capacity something was done, as the history shows it. */
export interface DoneBy {
  readonly actor: string;
  /** The kind of organisation with its code or number, or AGENCY: to know one's own organisation by. */
  readonly organisationKey: string;
  readonly organisation: string;
  readonly standing: string;
  readonly person: string | null;
}

/**
 * What happened to one daycare: its facts from an instant on, each until it is next known to have changed. A step that is planned
 * says all that will change on its day, and takes the place of what was said of that day before.
 */
export interface DaycareStep {
  readonly kind: DaycareChangeKind;
  readonly number: string;
  readonly effectiveFrom: number;
  readonly changes: readonly FieldChange[];
  readonly successors: readonly string[];
  readonly reason: string | null;
}

/** What the log keeps of a step. */
export interface DaycareEventFacts extends Omit<DaycareStep, 'kind' | 'number'> {
  readonly version: number;
  readonly by: DoneBy;
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
  PLANNED: 'DaycareActPlanned',
  PLAN_CANCELLED: 'DaycareActCancelled',
  PLAN_REFUSED: 'DaycareActRefused',
} as const satisfies Record<DaycareChangeKind, string>;

const kindOf = new Map<string, DaycareChangeKind>(
  (
    [
      'REGISTERED',
      'CHANGED',
      'MOVED',
      'CLOSED',
      'REOPENED',
      'TRANSFERRED',
      'CORRECTED',
      'PLANNED',
      'PLAN_CANCELLED',
      'PLAN_REFUSED',
    ] as const
  ).map((kind) => [eventNames[kind], kind]),
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

/** Kinds of steps that tell what is to be, and change nothing yet. */
export const ofPlans: ReadonlySet<DaycareChangeKind> = new Set(['PLANNED', 'PLAN_CANCELLED', 'PLAN_REFUSED'] as const);

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
export const takesAway = ({ kind, changes }: Pick<DaycareStep, 'kind' | 'changes'>): boolean =>
  !ofPlans.has(kind) && changes.some(({ field, before }) => before !== null && decisive.has(field));
