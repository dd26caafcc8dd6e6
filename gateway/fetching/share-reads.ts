import type { Answer } from '#shared/subgraph.ts';
import { departure } from './departure.ts';
import { type Ask, ClientLeft, type Question } from './question.ts';

interface UnderWay {
  readonly answer: Promise<Answer>;
  readonly everybody: ReturnType<typeof departure>;
  waiting: number;
  isAnswered: boolean;
}

/** Reads under way that others who ask the same, with the same token, wait for as well. */
export interface SharedReads {
  readonly ask: Ask;
  /** Nobody joins what is under way any more: something was changed, and who asks from now on wants to see it. */
  forget(): void;
}

/** Asks identical reads of one actor once while they are in flight; the last who leaves ends them. Nothing is kept beyond the answer. */
export function sharingReads(ask: Ask): SharedReads {
  const underWay = new Map<string, UnderWay>();
  const begin = (key: string, question: Question): UnderWay => {
    const everybody = departure();
    const begun: UnderWay = { answer: ask({ ...question, client: everybody }), everybody, waiting: 0, isAnswered: false };
    underWay.set(key, begun);
    const ended = () => {
      begun.isAnswered = true;
      if (underWay.get(key) === begun) underWay.delete(key);
    };
    begun.answer.then(ended, ended);
    return begun;
  };
  return {
    forget: () => underWay.clear(),
    ask: async (question) => {
      if (question.kind !== 'read') return ask(question);
      const key = `${question.token} ${question.body}`;
      const joined = underWay.get(key) ?? begin(key, question);
      joined.waiting += 1;
      const { promise: left, reject } = Promise.withResolvers<never>();
      const stopListening = question.client.onLeave(() => reject(new ClientLeft('The client left.')));
      try {
        return await Promise.race([joined.answer, left]);
      } finally {
        stopListening();
        joined.waiting -= 1;
        if (joined.waiting === 0 && !joined.isAnswered) {
          if (underWay.get(key) === joined) underWay.delete(key);
          joined.everybody.leave();
        }
      }
    },
  };
}
