import type { DocumentMeasures, Rule } from '../rule.ts';

export const tokenCount: Rule<DocumentMeasures> = {
  code: 'TOO_MANY_TOKENS',
  status: 413,
  asked: ({ tokens }) => tokens,
  limit: ({ tokens }) => tokens,
  because: (limit) => `A document has at most ${limit} tokens; send what varies as variables.`,
};
