import { setTimeout as pause } from 'node:timers/promises';
import { type Ask, Unreachable } from './question.ts';

const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 60;

/** Asks a read once more where the first try failed, as long as no more than a share of all questions is asked twice. */
export function retrying(ask: Ask, { share, most }: { readonly share: number; readonly most: number }): Ask {
  let budget = most;
  return async (question) => {
    budget = Math.min(budget + share, most);
    try {
      return await ask(question);
    } catch (fault) {
      const isWorthIt = question.kind === 'read' && fault instanceof Unreachable && fault.mayPass && !question.client.hasLeft;
      if (!isWorthIt || budget < 1) throw fault;
      budget -= 1;
      await pause(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
      return ask(question);
    }
  };
}
