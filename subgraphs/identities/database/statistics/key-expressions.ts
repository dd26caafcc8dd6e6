import type { CountQuestion, IdentityDimension } from '../../domain/statistics/identity-count.ts';
import { NO_TYPE } from '../../domain/statistics/identity-count.ts';
import { type Freshness, freshFor } from '../../domain/reading/freshness.ts';
import type { Period } from '../../domain/statistics/periods.ts';

/** One dimension in SQL: what rows are grouped by, with its values, and the key that each such value stands for. */
export interface KeyExpression {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly keyOf: (value: unknown) => string;
}

const column = (sql: string): KeyExpression => ({ sql, parameters: {}, keyOf: String });

/** What a dimension is grouped by: d is the daycare, taken when it last sent, r a document, n a notice. Roles are columns of their own. */
export const keyExpressions: Readonly<Record<Exclude<IdentityDimension, 'ROLE'>, (question: CountQuestion) => KeyExpression>> = {
  MUNICIPALITY: () => column('d.municipality'),
  OWNERSHIP: () => column('d.ownership'),
  TYPE: () => column(`COALESCE(d.type, '${NO_TYPE}')`),
  STATE: () => column('r.state'),
  NOTICE_CODE: () => column('n.code'),
  FRESHNESS: ({ now }) => freshness(now),
  WEEK: ({ weeks }) => lastBegun('week', weeks),
  MONTH: ({ months }) => lastBegun('month', months),
};

function freshness(now: number): KeyExpression {
  const named: Readonly<Record<Freshness, string>> = {
    NEVER: 'taken.takenAt IS NULL',
    FRESH: 'taken.takenAt > :fresh',
    LATE: 'taken.takenAt > :late',
    STALE: '1 = 1',
  };
  const cases = Object.entries(named).map(([key, isSo]) => `WHEN ${isSo} THEN '${key}'`);
  return { sql: `CASE ${cases.join(' ')} END`, parameters: { fresh: now - freshFor.FRESH, late: now - freshFor.LATE }, keyOf: String };
}

/** The last of the periods that had begun when a document came in. */
function lastBegun(name: string, periods: readonly Period[]): KeyExpression {
  const later = periods
    .slice(1)
    .map((_, index) => `WHEN r.receivedAt >= :${name}${periods.length - 1 - index} THEN ${periods.length - 1 - index}`);
  return {
    sql: later.length > 0 ? `CASE ${later.join(' ')} ELSE 0 END` : "'0'",
    parameters: Object.fromEntries(periods.map(({ begins }, index) => [`${name}${index}`, begins])),
    keyOf: (value) => periods[Number(value)]?.key ?? '',
  };
}
