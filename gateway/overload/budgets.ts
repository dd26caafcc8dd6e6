import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Reader } from '#shared/config.ts';
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

/** Reads budgets from a setting such as `administrator=600,system=6000`; kinds that it does not name keep theirs. */
export function budgetsFrom({ text, fault }: Reader): Readonly<Record<ClientKind, number>> {
  const most = { ...requestsAMinute };
  for (const each of text('BUDGETS', '').split(',').filter(Boolean)) {
    const [name, figure] = each.split('=').map((part) => part.trim());
    const kind = clientKinds.find((known) => known === name);
    if (kind && Number.isInteger(Number(figure)) && Number(figure) > 0) most[kind] = Number(figure);
    else fault(`BUDGETS is written as ${clientKinds.map((known) => `${known}=${requestsAMinute[known]}`).join(',')}, requests a minute`);
  }
  return most;
}

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
