import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from '#shared/subgraph.ts';

/** A feed as another process serves it: told to, it answers pages in order; with nothing new it waits a moment and answers empty. */
export function neighbour<Change extends object>() {
  const told: Change[] = [];
  let asked = 0;
  let isUp = true;
  const peer = async ({ variables }: Operation) => {
    if (!isUp) throw new Error('The neighbour does not answer.');
    const after = Number(variables?.after ?? 0);
    asked = after;
    if (after === told.length) await pause(20);
    const changes = told.slice(after, after + Number(variables?.first ?? 100));
    const end = after + changes.length;
    return { data: { page: { changes, nextCursor: String(end), caughtUp: end === told.length } } };
  };
  return {
    peer,
    /** Tells of a change, and comes back when it has been applied. */
    tell: async (...changes: Change[]) => {
      told.push(...changes);
      while (asked < told.length) await pause(5);
    },
    goDown: () => {
      isUp = false;
    },
  };
}
