import type { Transaction } from '#shared/database.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { sealNumbers } from '../people/claimed-numbers.ts';
import { byKeys } from '../replace-rows.ts';
import { erasedPersons } from './retention-tables.ts';

/** Whoever was erased and is told of again has the number sealed anew, and is erased no more. */
export async function revive(transaction: Transaction, cipher: NumberCipher, numbers: ReadonlyMap<string, string | null>): Promise<void> {
  const { manager } = transaction;
  const back = await byKeys([...numbers.keys()], (keys) =>
    manager.createQueryBuilder(erasedPersons, 'e').where('e.uniId IN (:...keys)', { keys }).getMany(),
  );
  if (back.length === 0) return;
  const told = back.flatMap(({ uniId }) => {
    const number = numbers.get(uniId);
    return number ? [[uniId, number] as const] : [];
  });
  await sealNumbers(transaction, cipher, told);
  const keys = back.map(({ uniId }) => uniId);
  await manager.createQueryBuilder().delete().from(erasedPersons).where('uniId IN (:...keys)', { keys }).execute();
}
