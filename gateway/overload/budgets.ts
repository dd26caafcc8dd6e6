import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { type Client, type ClientKind, clientKinds } from './client.ts';

/** How many requests a client of a kind may send within a minute. */
export const requestsAMinute: Readonly<Record<ClientKind, number>> = {
  // Somebody with a browser, whose pages ask a few things at once.
  administrator: 600,
  // A supplier's integration: a look at each of the country's 4,810 units, with room for what it sends.
  system: 6_000,
  // Counts that change once a minute at most.
  dashboard: 300,
};
export const WINDOW_SECONDS = 60;

/** What is left of a client's budget after a request. */
export interface Budget {
  readonly isSpent: boolean;
  readonly limit: number;
  readonly left: number;
  readonly resetsInSeconds: number;
}

export interface Budgets {
  /** How many requests a client may send within a window. */
  limitOf(client: Client): number;
  spend(client: Client): Promise<Budget>;
}

/** Makes the counter of a kind of client that may do so many things within a window. */
export type CounterFor = (kind: ClientKind, points: number) => RateLimiterAbstract;

const inMemory: CounterFor = (kind, points) => new RateLimiterMemory({ keyPrefix: kind, points, duration: WINDOW_SECONDS });

/** Counts each client's requests; in this process, where nothing else is given. */
export function budgets(counterFor: CounterFor = inMemory, most: Readonly<Record<ClientKind, number>> = requestsAMinute): Budgets {
  const counters = new Map(clientKinds.map((kind) => [kind, counterFor(kind, most[kind])]));
  return {
    limitOf: ({ kind }) => most[kind],
    spend: async ({ id, kind }) => {
      const limit = most[kind];
      try {
        return budgetOf(await counters.get(kind)?.consume(id), limit, false);
      } catch (told) {
        if (told instanceof RateLimiterRes) return budgetOf(told, limit, true);
        throw told;
      }
    },
  };
}

const budgetOf = (counted: RateLimiterRes | undefined, limit: number, isSpent: boolean): Budget => ({
  isSpent,
  limit,
  left: Math.max(0, counted?.remainingPoints ?? limit),
  resetsInSeconds: Math.max(1, Math.ceil((counted?.msBeforeNext ?? 0) / 1000)),
});
