import { forUpdate, type Transaction } from '#shared/database.ts';
import { inChunks } from '../replace-rows.ts';
import { ties } from './people-tables.ts';
import { recordChanged } from './told-changes.ts';

/** Marks what a system sent to a daycare, since nothing new comes, and tells of each tie. */
export async function freezeTies(transaction: Transaction, sender: { readonly daycare: string; readonly system: string }): Promise<void> {
  const { manager, at } = transaction;
  const standing = await forUpdate(
    transaction,
    manager
      .createQueryBuilder(ties, 't')
      .where('t.daycare = :daycare AND t.system = :system AND t.to IS NULL AND t.frozenSince IS NULL', sender)
      .orderBy('t.id'),
  ).getMany();
  for (const chunk of inChunks(standing))
    await manager
      .createQueryBuilder()
      .update(ties)
      .set({ frozenSince: at })
      .where('id IN (:...ids)', { ids: chunk.map(({ id }) => id) })
      .execute();
  recordChanged(transaction, standing, ['frozen'], 'agreements');
}
