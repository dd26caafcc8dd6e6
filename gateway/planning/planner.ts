import { setTimeout as pause } from 'node:timers/promises';
import { type PlanAsked, type PlannerThread, startPlannerThread, Unplannable } from './planner-thread.ts';
import type { PlanNode } from './query-plan.ts';
import { type ReadSupergraph, supergraphOf } from './supergraph.ts';
import { type TurnRules, turns } from './turns.ts';

/** A question that could not be planned in the time there is, in milliseconds. */
export class PlanTooLong extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super(`The question could not be planned in ${limit} ms.`);
    this.limit = limit;
  }
}

/** One question more than a client may have waiting to be planned. */
export class TooManyToPlan extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super(`At most ${limit} questions of a client wait to be planned.`);
    this.limit = limit;
  }
}

/** Plans questions one after the other, clients in turn, apart from the event loop. */
export interface Planner {
  /** The supergraph that it plans for. */
  readonly supergraph: ReadSupergraph;
  plan(asked: PlanAsked, client: string): Promise<PlanNode | undefined>;
  stop(): Promise<void>;
}

interface Waiting extends PromiseWithResolvers<PlanNode | undefined> {
  readonly asked: PlanAsked;
}

export interface PlannerRules {
  /** How long one question may take, in milliseconds. */
  readonly deadline: number;
  readonly turns?: TurnRules;
}

/** How long a question may take to plan, in milliseconds. */
const PLAN_WITHIN = 5_000;

/** An integration that starts asks all its questions at once; who took all the time there is goes after everybody for a minute. */
export const turnRules: TurnRules = { mostEach: 50, backFor: 60_000 };

/** A planner by the gateway's own deadline. */
export const beginPlanner = (sdl: string): Promise<Planner> => startPlanner(sdl, { deadline: PLAN_WITHIN });

/** Starts a planner, whose thread reads the supergraph; a text that is none is an error that says why. What takes longer than the deadline (milliseconds) is given up, and its thread with it; the next gets another. */
export async function startPlanner(sdl: string, { deadline, turns: rules = turnRules }: PlannerRules): Promise<Planner> {
  const queue = turns<Waiting>(rules);
  const first = await startPlannerThread(sdl);
  let thread: PlannerThread | undefined = first;
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    for (let next = queue.next(); next; next = queue.next()) {
      const { client, item } = next;
      try {
        thread ??= await startPlannerThread(sdl);
        item.resolve(await within(deadline, thread.plan(item.asked)));
      } catch (fault) {
        item.reject(fault);
        if (fault instanceof Unplannable) continue;
        queue.putBack(client);
        await thread?.end();
        thread = undefined;
      }
    }
    isWorking = false;
  };
  return {
    supergraph: supergraphOf(sdl, first.told),
    plan: async (asked, client) => {
      const waiting = { asked, ...Promise.withResolvers<PlanNode | undefined>() };
      if (!queue.add(client, waiting)) throw new TooManyToPlan(rules.mostEach);
      if (!isWorking) void work();
      return waiting.promise;
    },
    stop: async () => {
      for (const { reject } of queue.clear()) reject(new Error('The planner stops.'));
      await thread?.end();
    },
  };
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const done = new AbortController();
  const late = pause(milliseconds, undefined, { signal: done.signal, ref: false }).then(() => {
    throw new PlanTooLong(milliseconds);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    work.catch(() => {});
  }
}
