import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Somebody who asks beside the attacks. */
export interface Victim {
  /** How long each of its questions took since this was last called, in milliseconds. */
  took(): Promise<readonly number[]>;
  stop(): Promise<unknown>;
}

/** Asks with these tokens in turn, so that no budget is spent by it. */
export function startVictim(url: string, tokens: readonly string[]): Victim {
  const worker = new Worker(new URL('./victim-thread.ts', import.meta.url), { workerData: { url, tokens } });
  return {
    took: async () => {
      worker.postMessage('took');
      const [took] = await once(worker, 'message');
      return took;
    },
    stop: () => worker.terminate(),
  };
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted.toSorted((one, other) => one - other)[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
