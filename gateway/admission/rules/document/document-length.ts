import type { DocumentMeasures, Rule } from '../rule.ts';

export const documentLength: Rule<DocumentMeasures> = {
  code: 'DOCUMENT_TOO_LONG',
  status: 413,
  asked: ({ document }) => document,
  limit: ({ document }) => document,
  because: (limit) => `A document has at most ${limit} characters; send what varies as variables.`,
};
