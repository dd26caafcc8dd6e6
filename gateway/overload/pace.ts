const WEIGHT = 0.1;
/** No answer for so long says that nothing was asked, not that answering takes long. */
const LONGEST_MS = 1_000;

/** How fast places become free while somebody waits for one. */
export interface Pace {
  /** Milliseconds from one place that becomes free to the next. */
  readonly interval: number;
  /** Notes that one became free. */
  note(now: number, wereAllTaken: boolean): void;
}

export function pace(first: number): Pace {
  let interval = first;
  let before: number | undefined;
  return {
    get interval() {
      return interval;
    },
    note: (now, wereAllTaken) => {
      if (before !== undefined && wereAllTaken) interval += (Math.min(now - before, LONGEST_MS) - interval) * WEIGHT;
      before = wereAllTaken ? now : undefined;
    },
  };
}
