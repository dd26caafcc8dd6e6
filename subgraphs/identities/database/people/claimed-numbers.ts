import { insertRows, type Transaction } from '#shared/database.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { type NumberHash, numberHashes, vaultNumbers } from './people-tables.ts';
import { inChunks } from '../replace-rows.ts';

/** Puts in each number's hashes where they are nobody's, in key order, and answers whose each number is then. */
export async function claimHashes(
  transaction: Transaction,
  cipher: NumberCipher,
  numbers: readonly (readonly [uniId: string, number: string])[],
): Promise<ReadonlyMap<string, string>> {
  const rows = numbers
    .flatMap(([uniId, number]) => cipher.hashes(number).map((hash) => ({ ...hash, uniId, number })))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1));
  for (const chunk of inChunks(rows))
    await transaction.manager
      .createQueryBuilder()
      .insert()
      .into(numberHashes)
      .values(chunk.map(({ number: _, ...row }) => row))
      .orIgnore()
      .execute();
  const hashes = rows.map(({ hash }) => hash);
  const owners = await ownersOf(transaction, hashes);
  const holders = Map.groupBy(rows, ({ number }) => number);
  return new Map(
    numbers.map(([uniId, number]) => [
      number,
      (holders.get(number) ?? []).map(({ hash }) => owners.get(hash)).find((holder) => holder && holder !== uniId) ?? uniId,
    ]),
  );
}

/** Whose each hash is. */
export async function ownersOf({ manager }: Pick<Transaction, 'manager'>, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found: NumberHash[] = [];
  for (const chunk of inChunks(hashes))
    found.push(
      ...(await manager.createQueryBuilder(numberHashes, 'known').where('known.hash IN (:...hashes)', { hashes: chunk }).getMany()),
    );
  return new Map(found.map(({ hash, uniId }) => [hash, uniId]));
}

/** Seals each number for its person. */
export function sealNumbers(
  transaction: Transaction,
  cipher: NumberCipher,
  numbers: readonly (readonly [uniId: string, number: string])[],
): Promise<void> {
  return insertRows(
    transaction,
    vaultNumbers,
    numbers.map(([uniId, number]) => ({ uniId, ...cipher.seal(uniId, number) })),
  );
}
