import { type BreakerRule, type BreakerState, breaking } from './breaker.ts';
import { bounded } from './bulkhead.ts';
import type { HttpSubgraphLimits } from './http-subgraph.ts';
import type { Ask, QuestionKind } from './question.ts';
import { retrying } from './retry.ts';
import { sharingReads } from './share-reads.ts';

/** A subgraph as the gateway asks it: reads in flight shared, one more try in budget, none while it is away, only so many at once. */
export interface AskedSubgraph {
  readonly ask: Ask;
  /** Nobody joins reads that are in flight any more. */
  forgetReads(): void;
  breakerState(): BreakerState;
}

export interface AskingRules {
  readonly breaker: BreakerRule;
  /** How many of all questions may be asked twice: a share, and so many at once after a quiet time. */
  readonly retry: { readonly share: number; readonly most: number };
  /** How many questions of a kind may be under way to one subgraph. */
  readonly underWay: Readonly<Record<QuestionKind, number>>;
}

/** How a subgraph is asked, figure by figure. */
export const rules = {
  breaker: { outcomes: 50, leastOutcomes: 10, rememberedMs: 10_000, failing: 0.5, firstPauseMs: 500, longestPauseMs: 30_000 },
  retry: { share: 0.1, most: 10 },
  underWay: { read: 256, write: 128, wait: 1_000 },
  // An import of a whole daycare, or a bulk decision that waits for its followers' leases, takes longer than any read; news come within 25 s.
  http: { connections: 64, answerBytes: 64 * 1024 * 1024, within: { read: 15_000, write: 60_000, wait: 40_000 } },
} as const satisfies AskingRules & { readonly http: HttpSubgraphLimits };

/** Puts the layers around a way to ask. What is never shared goes by what holds when it starts, such as reads of persons under a lease. */
export function askedSubgraph(
  reach: Ask,
  { sharesReads, asking }: { readonly sharesReads: boolean; readonly asking: AskingRules },
): AskedSubgraph {
  const breaker = breaking(bounded(reach, asking.underWay), asking.breaker);
  const asked = retrying(breaker.ask, asking.retry);
  const shared = sharesReads ? sharingReads(asked) : { ask: asked, forget: () => {} };
  return { ask: shared.ask, forgetReads: shared.forget, breakerState: breaker.state };
}
