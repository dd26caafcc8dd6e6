import { setTimeout as pause } from 'node:timers/promises';

/** What came of hammering: how many went through before the answer, and those that started after it and went through all the same. */
export interface Hammered {
  readonly through: number;
  readonly late: number;
  readonly tookMs: number;
}

interface Hammering {
  /** One attempt; whether it went through. */
  readonly attempt: () => Promise<boolean>;
  /** Takes away what the attempts rest on. */
  readonly take: () => Promise<void>;
  readonly workers?: number;
  readonly beforeMs?: number;
  readonly afterMs?: number;
}

/** Attempts from several sides while something is taken away, and notes what started after the answer and still went through. */
export async function hammer({ attempt, take, workers = 6, beforeMs = 150, afterMs = 250 }: Hammering): Promise<Hammered> {
  const tried: { started: number; wentThrough: boolean }[] = [];
  let over = false;
  const work = async () => {
    while (!over) {
      const started = performance.now();
      tried.push({ started, wentThrough: await attempt() });
      await pause(1);
    }
  };
  const working = Array.from({ length: workers }, work);
  await pause(beforeMs);
  const asked = performance.now();
  await take();
  const answered = performance.now();
  await pause(afterMs);
  over = true;
  await Promise.all(working);
  const through = tried.filter(({ wentThrough }) => wentThrough);
  return {
    through: through.filter(({ started }) => started < answered).length,
    late: through.filter(({ started }) => started > answered).length,
    tookMs: answered - asked,
  };
}

/** A repeatable dice: the seed is printed, so that what was found can be found again. */
export function dice(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % most;
  };
}
