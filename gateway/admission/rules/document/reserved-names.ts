import type { DocumentMeasures, Rule } from '../rule.ts';

export const reservedNames: Rule<DocumentMeasures> = {
  code: 'RESERVED_NAME',
  status: 400,
  asked: ({ reserved }) => reserved,
  limit: ({ reserved }) => reserved,
  because: () => 'No field is renamed to something that begins with two underscores.',
};
