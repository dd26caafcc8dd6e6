import type { DocumentMeasures, Rule } from '../rule.ts';

export const selectionDepth: Rule<DocumentMeasures> = {
  code: 'TOO_DEEP',
  status: 400,
  asked: ({ depth }) => depth,
  limit: ({ depth }) => depth,
  because: (limit) => `Fields stand at most ${limit} inside one another.`,
};
