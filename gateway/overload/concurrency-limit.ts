export interface ConcurrencyRule {
  readonly least: number;
  /** Where it begins, and comes back to when nothing is slow any more. */
  readonly first: number;
  readonly most: number;
  /** How many times their usual time answers may take before fewer are let in at once. */
  readonly slow: number;
  /** After so many answers it is looked at anew. */
  readonly answers: number;
  /** If nothing has run alone for so long, in milliseconds, so many answers are let run alone, to know again what is usual. */
  readonly probeEveryMs: number;
  readonly probeAnswers: number;
}

/** How many requests may be under way at once: fewer while answers take much longer than usual, more while they do not. */
export interface ConcurrencyLimit {
  readonly current: number;
  /** Notes an answer: how many times its usual time it took, if that is known, whether it ran alone, and whether all places were taken. */
  note(answer: { readonly at: number; readonly ratio: number | undefined; readonly wasAlone: boolean; readonly wasFull: boolean }): void;
}

const SHARPEST = 0.5;
const GROWS_BY = 0.05;

export function concurrencyLimit({ least, first, most, slow, answers, probeEveryMs, probeAnswers }: ConcurrencyRule): ConcurrencyLimit {
  let current = first;
  let ratios: number[] = [];
  let wasEverFull = false;
  let aloneAt = Number.NEGATIVE_INFINITY;
  let probesLeft = 0;
  const adapt = () => {
    const middle = ratios.sort((one, other) => one - other)[ratios.length >> 1] ?? 1;
    if (middle > slow && wasEverFull) current = Math.max(least, current * Math.max(SHARPEST, slow / middle));
    else if (middle <= slow && (wasEverFull || current < first)) current = Math.min(most, current + Math.max(1, current * GROWS_BY));
    ratios = [];
    wasEverFull = false;
  };
  return {
    get current() {
      return probesLeft > 0 ? 1 : Math.floor(current);
    },
    note: ({ at, ratio, wasAlone, wasFull }) => {
      if (wasAlone) {
        aloneAt = at;
        probesLeft = Math.max(0, probesLeft - 1);
      } else if (probesLeft === 0 && wasFull && at - aloneAt > probeEveryMs) probesLeft = probeAnswers;
      wasEverFull ||= wasFull;
      if (ratio !== undefined && !wasAlone) ratios.push(ratio);
      if (ratios.length >= answers) adapt();
    },
  };
}
