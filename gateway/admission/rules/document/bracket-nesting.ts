import type { DocumentMeasures, Rule } from '../rule.ts';

export const bracketNesting: Rule<DocumentMeasures> = {
  code: 'NESTED_TOO_DEEPLY',
  status: 400,
  asked: ({ nesting }) => nesting,
  limit: ({ nesting }) => nesting,
  because: (limit) => `At most ${limit} brackets are open at once.`,
};
