import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { DaycareCriteria } from '../../domain/register-store.ts';
import type { MonthEnd } from '../../domain/statistics/month-ends.ts';
import { type Held, heldAtMonthEnds } from '../../domain/statistics/months-held.ts';
import { NO_TYPE, type RegisterDimension } from '../../domain/statistics/register-dimension.ts';
import { findings } from '../findings/finding-table.ts';
import { restrictDaycares } from '../reading/restrict-daycares.ts';
import { daycares } from '../tables/daycare-tables.ts';
import { joinVersionsHeld } from './versions-held.ts';

/** What is counted: by which dimensions, of which daycares, and, by month, at which ends of months, in the order of time. */
export interface RegisterQuestion {
  readonly by: readonly RegisterDimension[];
  readonly criteria: DaycareCriteria;
  readonly monthEnds: readonly MonthEnd[];
}

/** How many daycares have these keys, which stand in the order of the dimensions asked by. */
export interface RegisterTally {
  readonly keys: string[];
  readonly daycares: number;
}

/** Where the facts counted come from: d is the daycare as it is now, v a version of it. */
type Facts = 'd' | 'v';

const keyIn: Readonly<Record<Exclude<RegisterDimension, 'MONTH'>, (facts: Facts) => string>> = {
  MUNICIPALITY: (facts) => `${facts}.municipality`,
  OWNERSHIP: (facts) => `${facts}.ownership`,
  TYPE: (facts) => `COALESCE(${facts}.type, '${NO_TYPE}')`,
  LEVEL: () => 'd.level',
  STATUS: (facts) => `${facts}.status`,
  FINDING: () => 'f.code',
};

/**
 * Counts the register in one statement, in the order of the keys: the daycares as they are now, or by month the versions that held
 * at its end. By finding a daycare counts once for each that stands, and one without is left out.
 */
export async function countRegister(manager: EntityManager, { by, criteria, monthEnds }: RegisterQuestion): Promise<RegisterTally[]> {
  const query = manager.createQueryBuilder(daycares, 'd').select('COUNT(*)', 'daycares');
  if (!by.includes('MONTH')) {
    if (by.includes('FINDING')) joinFindings(query);
    return inOrder(await tallied(restrictDaycares(query, criteria), by, 'd'));
  }
  if (by.includes('FINDING'))
    refuse('INVALID_INPUT', 'Findings are counted as they stand now, so not by month.', { facts: { argument: 'by' } });
  if (monthEnds.length === 0) return [];
  joinVersionsHeld(query, monthEnds);
  const held = await tallied(restrictDaycares(query, criteria, 'v'), by, 'v');
  const months = heldAtMonthEnds(held, monthEnds.length);
  const keyOf = (month: number) => monthEnds[month]?.key ?? '';
  return inOrder(
    months.map(({ keys, month, ...tally }) => ({
      ...tally,
      keys: by.map((dimension, index) => (dimension === 'MONTH' ? keyOf(month) : (keys[index] ?? ''))),
    })),
  );
}

async function tallied(
  query: SelectQueryBuilder<Daycare>,
  by: readonly RegisterDimension[],
  facts: Facts,
): Promise<(Held & RegisterTally)[]> {
  for (const [index, dimension] of by.entries())
    if (dimension !== 'MONTH') query.addSelect(keyIn[dimension](facts), `key${index}`).addGroupBy(`key${index}`);
  const rows: Record<string, unknown>[] = await query.getRawMany();
  return rows.map((row) => ({
    keys: by.map((_, index) => String(row[`key${index}`] ?? '')),
    daycares: Number(row.daycares),
    began: Number(row.began),
    ended: Number(row.ended),
  }));
}

function inOrder(tallies: readonly RegisterTally[]): RegisterTally[] {
  return tallies.map(({ keys, daycares }) => ({ keys, daycares })).sort((one, other) => compareKeys(one.keys, other.keys));
}

function compareKeys(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((key, place) => key !== other[place]);
  return (one[index] ?? '') < (other[index] ?? '') ? -1 : Number(index >= 0);
}

function joinFindings(query: SelectQueryBuilder<Daycare>): void {
  query
    .select('COUNT(DISTINCT d.number)', 'daycares')
    .innerJoin(findings.options.name, 'f', 'f.number = d.number AND f.until = :forever', { forever: FOREVER });
}
