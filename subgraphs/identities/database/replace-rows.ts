import type { EntitySchema, ObjectLiteral } from 'typeorm';
import { insertRows, type Transaction } from '#shared/database.ts';

const AT_ONCE = 500;

/** Chunks of a list that fit one statement. */
export const inChunks = <Item>(items: readonly Item[], size = AT_ONCE): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** As many keys as every engine takes in one statement. */
const KEYS_AT_ONCE = 10_000;

/** Reads rows by any number of keys; no statement where there is no key. */
export async function byKeys<Row>(keys: readonly string[], read: (keys: readonly string[]) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of inChunks([...new Set(keys)], KEYS_AT_ONCE)) rows.push(...(await read(chunk)));
  return rows;
}

/** Puts rows in the place of those with the same key, with few statements however many they are. */
export async function replaceRows<Row extends ObjectLiteral>(
  transaction: Transaction,
  table: EntitySchema<Row>,
  keyName: keyof Row & string,
  rows: readonly Row[],
): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await transaction.manager
      .createQueryBuilder()
      .delete()
      .from(table)
      .where(`${keyName} IN (:...keys)`, { keys: chunk.map((row) => row[keyName]) })
      .execute();
  }
  await insertRows(transaction, table, rows);
}
