import type { AskedMeasures, Rule } from '../rule.ts';

export const pageSize: Rule<AskedMeasures> = {
  code: 'PAGE_TOO_LARGE',
  status: 400,
  asked: ({ page }) => page,
  limit: ({ page }) => page,
  because: (limit) => `A page holds at most ${limit} rows.`,
};
