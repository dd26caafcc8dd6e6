/** Values of rows, by another of their columns, in the order of the rows. */
export function grouped<Row extends object>(rows: readonly Row[], by: keyof Row, value: keyof Row): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(rows, (row) => String(row[by]));
  return new Map([...groups].map(([key, members]) => [key, members.map((row) => String(row[value]))]));
}
