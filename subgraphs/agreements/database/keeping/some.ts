/** Reads only where there is anything to read by: a list in SQL is never empty. */
export const ifAny = async <Row>(keys: readonly string[], read: () => Promise<Row[]>): Promise<Row[]> => (keys.length === 0 ? [] : read());

export const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));
