import { LRUCache } from 'lru-cache';

const MOST_OPERATIONS = 2_000;
const WEIGHT = 0.2;
/** Until an answer has shown it, in milliseconds. */
const FIRST_GUESS_MS = 20;

/** How long operations take when nothing else is under way, learnt from those that ran so. */
export interface UsualTimes {
  /** Of what is asked these days, in milliseconds. */
  readonly typical: number;
  /** How many times its usual time an operation took; nothing where that is not known yet. */
  note(operation: string, took: number, wasAlone: boolean): number | undefined;
}

export function usualTimes(): UsualTimes {
  const known = new LRUCache<string, number>({ max: MOST_OPERATIONS });
  let typical = FIRST_GUESS_MS;
  return {
    get typical() {
      return typical;
    },
    note: (operation, took, wasAlone) => {
      const before = known.get(operation);
      // Among others only a better time is believed, or overload would soon count as usual.
      const usual = wasAlone || (before !== undefined && took < before) ? (before ?? took) + (took - (before ?? took)) * WEIGHT : before;
      if (usual === undefined) return undefined;
      known.set(operation, usual);
      typical += (usual - typical) * WEIGHT * WEIGHT;
      return took / usual;
    },
  };
}
