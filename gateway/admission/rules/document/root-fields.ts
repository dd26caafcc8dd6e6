import type { DocumentMeasures, Rule } from '../rule.ts';

export const rootFields: Rule<DocumentMeasures> = {
  code: 'TOO_MANY_ROOT_FIELDS',
  status: 400,
  asked: ({ rootFields }) => rootFields,
  limit: ({ rootFields }) => rootFields,
  because: (limit) => `An operation asks at most ${limit} fields of its root.`,
};
