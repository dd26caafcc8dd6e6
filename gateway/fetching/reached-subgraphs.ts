import type { Ask } from './question.ts';
import { type AskedSubgraph, type AskingRules, askedSubgraph } from './asked-subgraph.ts';

/** A subgraph within reach, and whether reads of it that are in flight may be shared. */
export interface Reached {
  readonly ask: Ask;
  readonly sharesReads: boolean;
  /** Lets go of its connections once nothing is asked any more. */
  close?(): Promise<void>;
}

/** The subgraphs of the supergraph that is gone by, by their names. */
export interface ReachedSubgraphs {
  readonly all: ReadonlyMap<string, AskedSubgraph>;
  /** Reaches those of another supergraph; what was known of one that stays where it is, is kept. */
  reachAll(urls: ReadonlyMap<string, string>): void;
  close(): Promise<void>;
}

/** Who was asked at an address that counts no more has so long to answer, in milliseconds. */
const LETS_END_MS = 60_000;

export function reachedSubgraphs(reach: (subgraph: string, url: string) => Reached, asking: AskingRules): ReachedSubgraphs {
  const all = new Map<string, AskedSubgraph>();
  const held = new Map<string, { readonly url: string; readonly reached: Reached }>();
  return {
    all,
    reachAll: (urls) => {
      for (const [name, url] of urls) {
        const before = held.get(name);
        if (before?.url === url) continue;
        const reached = reach(name, url);
        held.set(name, { url, reached });
        all.set(name, askedSubgraph(reached.ask, { sharesReads: reached.sharesReads, asking }));
        if (before) setTimeout(() => void before.reached.close?.(), LETS_END_MS).unref();
      }
    },
    close: async () => {
      await Promise.all([...held.values()].map(({ reached }) => reached.close?.()));
    },
  };
}
