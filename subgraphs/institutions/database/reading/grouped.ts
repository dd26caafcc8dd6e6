import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Values of rows, by another of their columns, in the order of the rows. */
export function grouped<Row extends object>(rows: readonly Row[], by: keyof Row, value: keyof Row): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(rows, (row) => String(row[by]));
  return new Map([...groups].map(([key, members]) => [key, members.map((row) => String(row[value]))]));
}

/** How many rows there are, by a column. */
export async function countedBy<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await query
    .select(column, 'counted')
    .addSelect('COUNT(*)', 'many')
    .groupBy(column)
    .getRawMany<{ counted: string; many: number }>();
  return new Map(rows.map(({ counted, many }) => [counted, Number(many)]));
}
