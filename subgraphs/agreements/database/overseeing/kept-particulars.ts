import type { Transaction } from '#shared/database.ts';
import type { Particulars } from '../../domain/searching/particulars.ts';
import { particulars } from './oversight-tables.ts';

const AT_ONCE = 100;

/** Keeps what the register last told of daycares. */
export async function keepParticulars({ manager }: Transaction, told: readonly Particulars[]): Promise<void> {
  const latest = [...new Map(told.map((each) => [each.number, each])).values()];
  for (let from = 0; from < latest.length; from += AT_ONCE)
    await manager.upsert(particulars, latest.slice(from, from + AT_ONCE), ['number']);
}
