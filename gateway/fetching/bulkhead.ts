import { type Ask, type QuestionKind, Unreachable } from './question.ts';

/** Lets only so many questions of each kind be under way: a subgraph that is slow does not take the gateway's memory with it. */
export function bounded(ask: Ask, most: Readonly<Record<QuestionKind, number>>): Ask {
  const underWay: Record<QuestionKind, number> = { read: 0, write: 0, wait: 0 };
  return async (question) => {
    const { kind } = question;
    if (underWay[kind] >= most[kind]) throw new Unreachable(`${most[kind]} questions wait for it already.`, { mayPass: false });
    underWay[kind] += 1;
    try {
      return await ask(question);
    } finally {
      underWay[kind] -= 1;
    }
  };
}
