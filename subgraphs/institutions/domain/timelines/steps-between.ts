import type { DaycareStep } from '../daycares/daycare-event.ts';
import { type FieldChange, fieldChanges } from '../daycares/field-changes.ts';
import { factsAt, type Timeline } from './timeline.ts';

/** What now holds otherwise, from when on. */
export type Told = Pick<DaycareStep, 'effectiveFrom' | 'changes'>;

/**
 * What came true between two pictures of one life, beginning by beginning: enough to come from the one to the other by setting
 * each field from its instant on, until it is next known to have changed.
 */
export function stepsBetween(before: Timeline, after: Timeline): Told[] {
  return after.flatMap(({ from, facts }, index) => {
    const previous = after[index - 1]?.facts ?? null;
    const old = factsAt(before, from);
    if (!old) return told(from, fieldChanges(previous, facts));
    const otherwise = fieldChanges(old, facts);
    const oldStep = fieldChanges(before.findLast((segment) => segment.from < from)?.facts ?? null, old);
    const newStep = previous ? fieldChanges(previous, facts) : [];
    const begun = newStep.filter(({ field }) => !isAmong(field, otherwise) && !isAmong(field, oldStep));
    return told(from, [...otherwise, ...begun]);
  });
}

/** What is planned otherwise, day by day: all that will change on that day now, or nothing any more. */
export function plannedBetween(before: readonly Told[], after: readonly Told[]): Told[] {
  const restated = after.filter(
    ({ effectiveFrom, changes }) =>
      !same(
        changes,
        before.find((day) => day.effectiveFrom === effectiveFrom),
      ),
  );
  const gone = before.filter(({ effectiveFrom }) => !after.some((day) => day.effectiveFrom === effectiveFrom));
  return [...restated, ...gone.map(({ effectiveFrom }) => ({ effectiveFrom, changes: [] }))];
}

/** What lies ahead in a timeline, behind so many segments that have come true: by day, all that changes on it. */
export function daysAhead(timeline: Timeline, settled: number): Told[] {
  return timeline.slice(settled).flatMap(({ from, facts }, index) => {
    const previous = timeline[settled + index - 1]?.facts ?? null;
    return told(from, fieldChanges(previous, facts));
  });
}

const told = (effectiveFrom: number, changes: readonly FieldChange[]): Told[] => (changes.length > 0 ? [{ effectiveFrom, changes }] : []);
const isAmong = (field: string, changes: readonly FieldChange[]) => changes.some((change) => change.field === field);
const same = (changes: readonly FieldChange[], day: Told | undefined) => JSON.stringify(changes) === JSON.stringify(day?.changes);
