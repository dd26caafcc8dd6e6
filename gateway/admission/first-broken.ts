import { type Refusal, refusal } from '#shared/refusal.ts';
import type { Limits } from './limits.ts';
import type { Rule } from './rules/rule.ts';

/** Why a question is not let in, and the status that says so. */
export interface NotAdmitted {
  readonly status: number;
  readonly told: Refusal;
}

/** Nine digits: a page of so many rows that it could be somebody's national number is not told back. */
const MOST_TOLD = 999_999_999;

/** The first rule that what was measured breaks under these limits. */
export function firstBroken<Measures>(rules: readonly Rule<Measures>[], measures: Measures, limits: Limits): NotAdmitted | undefined {
  for (const { code, status, asked, limit, because } of rules) {
    const found = asked(measures);
    const most = limit(limits);
    if (found !== undefined && found > most)
      return { status, told: refusal(code, because(most), { facts: { limit: most, asked: Math.min(found, MOST_TOLD) } }) };
  }
  return undefined;
}
