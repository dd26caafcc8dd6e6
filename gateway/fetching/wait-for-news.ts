import type { Answer } from '#shared/subgraph.ts';
import { refusal, type Refusal } from '#shared/refusal.ts';
import type { Client } from '../overload/client.ts';
import { type Departure, departure } from './departure.ts';
import { type Ask, ClientLeft, type Question } from './question.ts';

/** How many questions of one client may wait for news at once. */
const MOST_WAITING = 20;

export interface WaitingQuestion {
  readonly question: Question;
  /** The same, answered at once. */
  readonly atOnce: Pick<Question, 'query' | 'body'>;
  readonly client: Client;
}

/** Lets questions wait for news: only so many of one client's, and no longer than this process means to run. */
export function newsRoom(closing: Departure): (ask: Ask, waiting: WaitingQuestion) => Promise<Answer | Refusal> {
  const waitingOf = new Map<string, number>();
  return async (ask, { question, atOnce, client: { id } }) => {
    const waiting = waitingOf.get(id) ?? 0;
    if (waiting >= MOST_WAITING) return tooManyWait;
    waitingOf.set(id, waiting + 1);
    const ended = departure();
    const stopListening = [question.client.onLeave(ended.leave), closing.onLeave(ended.leave)];
    try {
      return await ask({ ...question, client: ended });
    } catch (fault) {
      if (!(fault instanceof ClientLeft) || question.client.hasLeft) throw fault;
      // This process is about to end: what there is by now is told, with the cursor to go on from elsewhere.
      return await ask({ ...question, ...atOnce, kind: 'read' });
    } finally {
      for (const stop of stopListening) stop();
      const left = (waitingOf.get(id) ?? 1) - 1;
      if (left > 0) waitingOf.set(id, left);
      else waitingOf.delete(id);
    }
  };
}

const tooManyWait = refusal('LIMIT_EXCEEDED', `You may wait for news ${MOST_WAITING} times at once.`, { facts: { limit: MOST_WAITING } });
