import type { DaycareFacts, DaycareLevel } from '../daycares/daycare.ts';
import { inheritFrom, setFrom, type Timeline } from './timeline.ts';

/** One daycare in time. */
export interface Life {
  readonly number: string;
  readonly level: DaycareLevel;
  readonly timeline: Timeline;
}

/** Daycares in time, by number: those an act touches, and those they stand under. */
export type Lives = ReadonlyMap<string, Life>;

/** What is set of each daycare by an act, by number; what units and locations inherit is not among it. */
export type Sets = ReadonlyMap<string, Partial<DaycareFacts>>;

/** Something that is to come true at an instant. */
export interface Foreseen {
  readonly from: number;
  readonly sets: Sets;
}

/** The lives with something set from an instant on, and with all that their heirs have from it. */
export function revise(lives: Lives, { from, sets }: Foreseen): Lives {
  const revised = new Map(lives);
  for (const [number, told] of sets) {
    const life = lives.get(number);
    if (life) revised.set(number, { ...life, timeline: setFrom(life.timeline, from, told) });
  }
  for (const level of ['UNIT', 'LOCATION'] as const)
    for (const life of lives.values()) if (life.level === level) revised.set(life.number, heirIn(revised, life.number, from) ?? life);
  return revised;
}

function heirIn(lives: Lives, number: string, since: number): Life | undefined {
  const heir = lives.get(number);
  return heir && { ...heir, timeline: inheritFrom(heir.timeline, (facts) => parentOf(facts, lives)?.timeline, since) };
}

/** The unit of a location, the cluster of a unit. */
export function parentOf({ unit, institution }: Pick<DaycareFacts, 'unit' | 'institution'>, lives: Lives): Life | undefined {
  const parent = unit ?? institution;
  return parent ? lives.get(parent) : undefined;
}

/** The lives as they will be when all that is planned has come true, in the order of its days. */
export function foresee(lives: Lives, plans: readonly Foreseen[]): Lives {
  return [...plans].sort((a, b) => a.from - b.from).reduce<Lives>(revise, lives);
}
