import type { DocumentMeasures, Rule } from '../rule.ts';

export const expandedSize: Rule<DocumentMeasures> = {
  code: 'EXPANDS_TOO_FAR',
  status: 413,
  asked: ({ expanded }) => expanded,
  limit: ({ expanded }) => expanded,
  because: (limit) => `With its fragments where they are spread, a document has at most ${limit} fields and directives.`,
};
