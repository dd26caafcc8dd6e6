import type { SelectQueryBuilder } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { MonthEnd } from '../../domain/statistics/month-ends.ts';
import { daycareVersions } from '../tables/daycare-tables.ts';

/** Joins what was true at any of the month ends, as believed now, and selects from which until before which of them. */
export function joinVersionsHeld(query: SelectQueryBuilder<Daycare>, monthEnds: readonly MonthEnd[]): void {
  const parameters = Object.fromEntries(monthEnds.map(({ at }, index) => [`end${index}`, at]));
  query
    .innerJoin(daycareVersions.options.name, 'v', 'v.number = d.number AND v.recordedTo = :forever', { forever: FOREVER })
    .where(`v.validFrom < v.validTo AND v.validFrom <= :end${monthEnds.length - 1} AND v.validTo > :end0`)
    .addSelect(firstEndFrom('v.validFrom', 0, monthEnds.length), 'began')
    .addSelect(firstEndFrom('v.validTo', 0, monthEnds.length), 'ended')
    .addGroupBy('began')
    .addGroupBy('ended')
    .setParameters(parameters);
}

/** The first month end that is not before an instant, found by halves, since a row would else be compared with each of them. */
function firstEndFrom(instant: string, low: number, high: number): string {
  if (low === high) return String(low);
  const middle = Math.floor((low + high) / 2);
  return `CASE WHEN ${instant} <= :end${middle} THEN ${firstEndFrom(instant, low, middle)} ELSE ${firstEndFrom(instant, middle + 1, high)} END`;
}
