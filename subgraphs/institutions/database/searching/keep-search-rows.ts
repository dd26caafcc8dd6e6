import type { Transaction } from '#shared/database.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { daycares, legacyNumbers } from '../tables/daycare-tables.ts';
import { searchRowOf } from './search-rows.ts';
import { daycareSearch } from './search-table.ts';

const ROWS_AT_ONCE = 100;

/** Keeps what daycares are found by, their older numbers included. */
export async function keepSearchRows({ manager }: Pick<Transaction, 'manager'>, changed: readonly Daycare[]): Promise<void> {
  for (let from = 0; from < changed.length; from += ROWS_AT_ONCE) {
    const chunk = changed.slice(from, from + ROWS_AT_ONCE);
    const known = await manager
      .createQueryBuilder(legacyNumbers, 'known')
      .where('known.number IN (:...numbers)', { numbers: chunk.map(({ number }) => number) })
      .orderBy('known.legacy')
      .getMany();
    const older = Map.groupBy(known, ({ number }) => number);
    const rows = chunk.map((daycare) =>
      searchRowOf(
        daycare,
        (older.get(daycare.number) ?? []).map(({ legacy }) => legacy),
      ),
    );
    await manager.upsert(daycareSearch, rows, ['number']);
  }
}

/** The same of daycares that have got older numbers. */
export async function keepSearchRowsOf({ manager }: Pick<Transaction, 'manager'>, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const found = manager.createQueryBuilder(daycares, 'd').where('d.number IN (:...numbers)', { numbers: [...new Set(numbers)] });
  await keepSearchRows({ manager }, await found.getMany());
}
