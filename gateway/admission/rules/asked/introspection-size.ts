import type { AskedMeasures, Rule } from '../rule.ts';

export const introspectionSize: Rule<AskedMeasures> = {
  code: 'INTROSPECTS_TOO_MUCH',
  status: 413,
  asked: ({ introspection }) => introspection,
  limit: ({ introspection }) => introspection,
  because: (limit) => `Introspection answers about ${limit} objects; ask once for what is needed of the schema.`,
};
