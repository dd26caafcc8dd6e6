import type { DocumentMeasures, Rule } from '../rule.ts';

export const repeatedFields: Rule<DocumentMeasures> = {
  code: 'TOO_MANY_REPEATED_FIELDS',
  status: 400,
  asked: ({ repeated }) => repeated,
  limit: ({ repeated }) => repeated,
  because: (limit) => `At most ${limit} fields are renamed or asked again where they stand already.`,
};
