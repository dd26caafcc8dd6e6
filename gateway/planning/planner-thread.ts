import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PlanNode } from './query-plan.ts';
import type { SupergraphTold } from './supergraph.ts';

export interface PlanAsked {
  readonly document: string;
  readonly operationName: string | undefined;
}

export type PlanTold = { readonly plan: string } | { readonly fault: string };

/** A question that the planner cannot plan; its thread goes on. */
export class Unplannable extends Error {}

/** A thread that plans one question at a time, against one supergraph. */
export interface PlannerThread {
  /** What it read of the supergraph. */
  readonly told: SupergraphTold;
  /** Nothing where no subgraph has to be asked; rejects where it cannot be planned, and where the thread dies of it. */
  plan(asked: PlanAsked): Promise<PlanNode | undefined>;
  end(): Promise<void>;
}

const MEGABYTES = 768;

/** Starts a thread and waits until it has read the supergraph; a text that is none is an error that says why. */
export async function startPlannerThread(sdl: string): Promise<PlannerThread> {
  const worker = new Worker(new URL('./planner-worker.ts', import.meta.url), {
    workerData: sdl,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const [told]: SupergraphTold[] = await once(worker, 'message');
  if (!told) throw new Error('The planner did not say what it read.');
  worker.unref();
  return {
    told,
    plan: async (asked) => {
      worker.postMessage(asked);
      const [told]: PlanTold[] = await once(worker, 'message');
      if (!told || 'fault' in told) throw new Unplannable(`The question could not be planned: ${told?.fault}`);
      return JSON.parse(told.plan) ?? undefined;
    },
    end: async () => {
      // What is still awaited of it fails with its end, which nobody waits for any more.
      worker.on('error', () => {});
      await worker.terminate();
    },
  };
}
