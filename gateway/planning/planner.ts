import { setTimeout as pause } from 'node:timers/promises';
import { type PlanAsked, type PlannerThread, startPlannerThread, Unplannable } from './planner-thread.ts';
import type { PlanNode } from './query-plan.ts';

/** A question that could not be planned in the time there is. */
export class PlanTooLong extends Error {}

/** Plans questions one after the other, apart from the event loop. */
export interface Planner {
  plan(asked: PlanAsked): Promise<PlanNode | undefined>;
  stop(): Promise<void>;
}

interface Waiting extends PromiseWithResolvers<PlanNode | undefined> {
  readonly asked: PlanAsked;
}

/** Starts a planner. What takes longer than the deadline (milliseconds) is given up, and its thread with it; the next gets another. */
export async function startPlanner(sdl: string, { deadline }: { readonly deadline: number }): Promise<Planner> {
  const queue: Waiting[] = [];
  let thread: PlannerThread | undefined = await startPlannerThread(sdl);
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        thread ??= await startPlannerThread(sdl);
        next.resolve(await within(deadline, thread.plan(next.asked)));
      } catch (fault) {
        next.reject(fault);
        if (fault instanceof Unplannable) continue;
        await thread?.end();
        thread = undefined;
      }
    }
    isWorking = false;
  };
  return {
    plan: (asked) => {
      const waiting = { asked, ...Promise.withResolvers<PlanNode | undefined>() };
      queue.push(waiting);
      if (!isWorking) void work();
      return waiting.promise;
    },
    stop: async () => {
      for (const { reject } of queue.splice(0)) reject(new Error('The planner stops.'));
      await thread?.end();
    },
  };
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const done = new AbortController();
  const late = pause(milliseconds, undefined, { signal: done.signal, ref: false }).then(() => {
    throw new PlanTooLong('The question takes too long to plan.');
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    work.catch(() => {});
  }
}
