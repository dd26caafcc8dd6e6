import { type Client, type ClientAnswer, clientOf, developmentToken } from '#shared/graphql-client.ts';

/** What the story is told with: who asks, what was asked, what was answered, and whether that is what should be. */
export interface Story {
  heading(text: string): void;
  /** Tells a step; remembers it as failed where the answer is not as it should be. */
  step(asked: string, answered: string, asItShouldBe: boolean): void;
  readonly failed: number;
}

/** Tells the story line by line on the terminal. */
export function storyteller(): Story {
  let failed = 0;
  return {
    heading: (text) => console.log(`\n${text}`),
    step: (asked, answered, asItShouldBe) => {
      if (!asItShouldBe) failed += 1;
      console.log(`  ${asItShouldBe ? 'ok  ' : 'FAIL'} ${asked}\n         ${answered}`);
    },
    get failed() {
      return failed;
    },
  };
}

/** Somebody by persona (`{ as }`) or by name and mandates, as a client of the running server. */
export type Cast = (wanted: object) => Client;

/** The cast of a server with a development issuer. */
export const castAt =
  (url: string): Cast =>
  (wanted) =>
    clientOf(url, () => developmentToken(url, wanted));

/** The first refusal in an answer, wherever it stands: an error, or the refusal of the one result. */
export function refusalIn({ data, errors }: ClientAnswer): { code: string; because: string; rule?: string } | undefined {
  const [error] = errors ?? [];
  if (error)
    return { code: String(error.extensions?.code), because: error.message, ...(error.extensions?.rule && { rule: error.extensions.rule }) };
  for (const payload of Object.values<ClientAnswer['data']>(data ?? {}))
    if (payload?.results?.[0]?.refusal) return payload.results[0].refusal;
  return undefined;
}

/** A refusal, or the lack of one, in words. */
export const inWords = (answer: ClientAnswer): string => {
  const refused = refusalIn(answer);
  return refused ? `${refused.code}${refused.rule ? ` (${refused.rule})` : ''}: ${refused.because}` : 'done';
};
