import { setImmediate } from 'node:timers/promises';

const turn = 5;

/** One answer each, in their order; after every few milliseconds of it others get their turn. */
export async function oneByOne<Asked, Answer>(asked: readonly Asked[], answer: (one: Asked) => Answer): Promise<Answer[]> {
  const answers: Answer[] = [];
  let since = performance.now();
  for (const one of asked) {
    answers.push(answer(one));
    if (performance.now() - since < turn) continue;
    await setImmediate();
    since = performance.now();
  }
  return answers;
}
