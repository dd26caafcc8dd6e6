import { forUpdate, type Transaction } from '#shared/database.ts';
import type { LockedSource, SourceKey } from '../../domain/importing/import-run.ts';
import { importSources, type SourceWithClaims } from './import-tables.ts';

/** Locks the source's row, which keeps its imports one behind the other. */
export async function lockSource(transaction: Transaction, { daycare, system, source }: SourceKey): Promise<LockedSource> {
  const key = { daycare, system, source };
  const known = await sourceOf(transaction, key);
  if (known) return withClaims(known);
  const fresh = unheard(key);
  await transaction.manager.createQueryBuilder().insert().into(importSources).values(fresh).orIgnore().execute();
  return withClaims((await sourceOf(transaction, key)) ?? fresh);
}

/** The same without a new row where it was never heard of. */
export const knownSource = async (transaction: Transaction, key: SourceKey): Promise<LockedSource> =>
  withClaims((await sourceOf(transaction, key)) ?? unheard(key));

const sourceOf = (transaction: Transaction, { daycare, system, source }: SourceKey): Promise<SourceWithClaims | null> =>
  forUpdate(
    transaction,
    transaction.manager
      .createQueryBuilder(importSources, 's')
      .leftJoinAndMapMany('s.claims', 'protection_claim', 'c', 'c.daycare = s.daycare AND c.system = s.system AND c.source = s.source')
      .where('s.daycare = :daycare AND s.system = :system AND s.source = :source', { daycare, system, source }),
  ).getOne();

const unheard = (key: SourceKey): SourceWithClaims => ({
  ...key,
  sourceDateTime: 0,
  lastRun: null,
  takenAt: null,
  ties: 0,
  openNotices: 0,
  heldRun: null,
  newestDateTime: 0,
});

const withClaims = ({ claims = [], ...source }: SourceWithClaims): LockedSource => ({
  ...source,
  claimed: new Set(claims.map(({ uniId }) => uniId)),
});
