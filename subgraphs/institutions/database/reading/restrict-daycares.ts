import type { SelectQueryBuilder } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { DaycareCriteria } from '../../domain/register-store.ts';

/** Restricts the daycares, under the alias d, to those asked for; `facts` is where their facts are told: d as they are now, v in a version. Free text stands apart, since it ranks. */
export function restrictDaycares(
  query: SelectQueryBuilder<Daycare>,
  criteria: Omit<DaycareCriteria, 'text'>,
  facts: 'd' | 'v' = 'd',
): SelectQueryBuilder<Daycare> {
  const { municipality, level, ownership, type, status, institution, finding } = criteria;
  if (municipality) query.andWhere(`${facts}.municipality = :municipality`, { municipality });
  if (level) query.andWhere('d.level = :level', { level });
  if (institution) query.andWhere(`${facts}.institution = :institution AND d.level = 'UNIT'`, { institution });
  for (const [column, values] of [
    ['ownership', ownership],
    ['type', type],
    ['status', status],
  ] as const) {
    if (values)
      query.andWhere(values.length === 0 ? '1 = 0' : `${facts}.${column} IN (:...${column})`, { [column]: [...new Set<string>(values)] });
  }
  if (finding)
    query.andWhere(
      finding.length === 0
        ? '1 = 0'
        : 'EXISTS (SELECT 1 FROM finding found WHERE found.number = d.number AND found.until = :forever AND found.code IN (:...finding))',
      { forever: FOREVER, finding: [...new Set(finding)] },
    );
  return query;
}
