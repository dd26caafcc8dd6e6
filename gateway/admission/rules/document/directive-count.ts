import type { DocumentMeasures, Rule } from '../rule.ts';

export const directiveCount: Rule<DocumentMeasures> = {
  code: 'TOO_MANY_DIRECTIVES',
  status: 400,
  asked: ({ directives }) => directives,
  limit: ({ directives }) => directives,
  because: (limit) => `A document has at most ${limit} directives.`,
};
