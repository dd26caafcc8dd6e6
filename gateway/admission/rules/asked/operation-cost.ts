import type { AskedMeasures, Rule } from '../rule.ts';

export const operationCost: Rule<AskedMeasures> = {
  code: 'COSTS_TOO_MUCH',
  status: 413,
  asked: ({ cost }) => cost,
  limit: ({ cost }) => cost,
  because: (limit) => `A question may ask for about ${limit} objects; ask for shorter pages, or for less of each row.`,
};
