import { ageBands } from '../../domain/statistics/age-bands.ts';
import type { AgreementDimension, CountQuestion } from '../../domain/statistics/agreement-count.ts';
import type { Period } from '../../domain/statistics/periods.ts';

const DAY = 24 * 60 * 60 * 1000;

/** One dimension in SQL: what rows are grouped by, with its values, and the key that each such value stands for. */
export interface KeyExpression {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly keyOf: (value: unknown) => string;
}

/** What a dimension is grouped by. Bands of time are numbered in their order, so that their groups stand in it. */
export function keyExpression(dimension: AgreementDimension, { now, weeks, months }: CountQuestion): KeyExpression {
  switch (dimension) {
    case 'MUNICIPALITY':
      return column('daycare.municipality');
    case 'OWNERSHIP':
      return column('daycare.ownership');
    case 'SUPPLIER':
      return column('row.supplier');
    case 'SERVICE':
      return column('row.service');
    case 'PURPOSE':
      return column('row.purposeKind');
    case 'STATE':
      return column('row.state');
    case 'AGE':
      return bandsOfAge(now);
    case 'WEEK':
      return bandsOfTime('week', weeks);
    case 'MONTH':
      return bandsOfTime('month', months);
  }
}

const column = (sql: string): KeyExpression => ({ sql, parameters: {}, keyOf: String });

/** A band ends with its last whole day. */
function bandsOfAge(now: number): KeyExpression {
  const ends = ageBands.slice(0, -1).map(({ most }) => now - (most + 1) * DAY);
  return {
    sql: `CASE ${ends.map((_, index) => `WHEN row.requestedAt > :age${index} THEN ${index}`).join(' ')} ELSE ${ends.length} END`,
    parameters: named('age', ends),
    keyOf: (value) => ageBands[Number(value)]?.key ?? '',
  };
}

const bandsOfTime = (name: string, periods: readonly Period[]): KeyExpression => ({
  sql: lastBegun(name, 0, periods.length),
  parameters: named(
    name,
    periods.map(({ begins }) => begins),
  ),
  keyOf: (value) => periods[Number(value)]?.key ?? '',
});

/** The last of the periods that had begun when a request was sent, found by halves, since a row would else be compared with each of them. */
function lastBegun(name: string, low: number, high: number): string {
  if (high - low <= 1) return String(low);
  const middle = Math.floor((low + high) / 2);
  return `CASE WHEN row.requestedAt < :${name}${middle} THEN ${lastBegun(name, low, middle)} ELSE ${lastBegun(name, middle, high)} END`;
}

const named = (name: string, values: readonly number[]) => Object.fromEntries(values.map((value, index) => [`${name}${index}`, value]));
