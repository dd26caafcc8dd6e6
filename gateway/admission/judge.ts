import { createHash } from 'node:crypto';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ReadSupergraph } from '../planning/supergraph.ts';
import { introspectionSizes } from './cost/introspection-sizes.ts';
import type { Weighed } from './cost/operation-asks.ts';
import { readWeights } from './cost/read-weights.ts';
import { judgeDocument, type Judgement } from './judge-document.ts';
import { type Limits, limitsOf } from './limits.ts';

/** Remembers what it found, so that the same text is looked at once. */
export interface Judge {
  judge(text: string): Judgement;
  /** The documents that were found to fit, by the digest of their text: who executes them need not read them again. */
  readonly documents: Exclude<ApolloServerOptions<BaseContext>['documentStore'], null | undefined>;
}

const MOST_REMEMBERED = 2_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** What a document's tree takes beside its text, by a token. */
const BYTES_A_TOKEN = 400;

export interface JudgeParts {
  readonly supergraph: Pick<ReadSupergraph, 'sdl' | 'schema'>;
  /** The limits of everybody whose documents come here: what goes beyond all of them is looked at no further. */
  readonly kinds: readonly Limits[];
  /** Documents that no limit holds; they are never forgotten. */
  readonly registered: readonly string[];
}

export function startJudge({ supergraph, kinds, registered }: JudgeParts): Judge {
  const weighed = weigh(supergraph);
  const kept = new Map(registered.map((text) => [digestOf(text), judgeDocument(text, [limitsOf.trial], weighed)]));
  const known = new LRUCache<string, Judgement>({ max: MOST_REMEMBERED, maxSize: MOST_BYTES });
  return {
    judge: (text) => {
      const digest = digestOf(text);
      const before = kept.get(digest) ?? known.get(digest);
      if (before) return before;
      const judgement = judgeDocument(text, kinds, weighed);
      const { tokens = 0 } = judgement.measures;
      known.set(digest, judgement, { size: 200 + (judgement.document ? 2 * text.length + BYTES_A_TOKEN * tokens : 0) });
      return judgement;
    },
    documents: {
      get: async (key) => {
        const digest = key.slice(-DIGEST);
        return documentIn(kept.get(digest) ?? known.get(digest));
      },
      set: async () => {},
      delete: async () => false,
    },
  };
}

/** The same of whoever judges at the moment. */
export const documentsOf = (judge: () => Judge): Judge['documents'] => ({
  get: (key) => judge().documents.get(key),
  set: async () => {},
  delete: async () => false,
});

const DIGEST = 64;
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const documentIn = (judgement: Judgement | undefined): DocumentNode | undefined =>
  judgement && judgement.errors().length === 0 ? judgement.document : undefined;

function weigh({ sdl, schema }: JudgeParts['supergraph']): Weighed {
  const { weights, sizes } = readWeights(sdl);
  return { schema, weights: { weights, sizes: new Map([...sizes, ...introspectionSizes(schema)]) } };
}
