import type { DaycareType } from '../daycares/daycare.ts';
import type { NameWords } from './name-words.ts';

type Children = 'small' | 'middle' | 'minded' | 'school' | 'special';

const takenBy: Readonly<Record<DaycareType, readonly Children[]>> = {
  NURSERY: ['small'],
  KINDERGARTEN: ['middle'],
  KINDERGARTEN_FROM_TWO: ['middle'],
  AGE_INTEGRATED: ['small', 'middle'],
  CHILDMINDING: ['minded'],
  LEISURE_HOME: ['school'],
  CLUB: ['school'],
  SPECIAL: ['special'],
};

// What a name says of it, where there is no kind: clusters have none, nor have locations.
const saidBy: readonly (readonly [RegExp, readonly Children[]])[] = [
  [/\bvuggestuen?\b/, ['small']],
  [/\bboernehaven?\b/, ['middle']],
  [/\bboernehuset?\b/, ['small', 'middle']],
  [/dagplejen?\b/, ['minded']],
  [/klub(ben)?\b|\bfritids/, ['school']],
];

/** The children that a daycare takes, by its kind or else by its name; none where neither tells. */
export function childrenOf(type: DaycareType | null, name: NameWords): readonly Children[] {
  return type ? takenBy[type] : saidBy.flatMap(([words, children]) => (words.test(name.whole) ? children : []));
}

/** Whether one child could be assigned to either; what does not tell may take any. */
export function shareChildren(one: readonly Children[], other: readonly Children[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((children) => other.includes(children));
}
