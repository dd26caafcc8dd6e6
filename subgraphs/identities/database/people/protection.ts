import { insertRows, type Transaction } from '#shared/database.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import { protectionClaims } from '../importing/import-tables.ts';
import { ties } from './people-tables.ts';
import { byKeys, inChunks } from '../replace-rows.ts';

const ofSource = 's.daycare = :daycare AND s.system = :system AND s.source = :source';

/** Which of these a present tie outside this source, or a line that another source had refused, says are protected. */
export async function protectedElsewhere(
  { manager }: Transaction,
  uniIds: readonly string[],
  { daycare, system, source }: SourceKey,
): Promise<ReadonlySet<string>> {
  const outside = `s.uniId IN (:...keys) AND NOT (${ofSource})`;
  const told = await byKeys(uniIds, async (keys) => [
    ...(await manager
      .createQueryBuilder(ties, 's')
      .where(`${outside} AND s.isProtected = :yes AND s.to IS NULL`, { keys, yes: true, daycare, system, source })
      .getMany()),
    ...(await manager.createQueryBuilder(protectionClaims, 's').where(outside, { keys, daycare, system, source }).getMany()),
  ]);
  return new Set(told.map(({ uniId }) => uniId));
}

/** Keeps whom this source says to be protected without a tie of its own, and drops what it says no more. */
export async function keepClaims(
  transaction: Transaction,
  { daycare, system, source }: SourceKey,
  { claimsBegun, claimsEnded }: Pick<ImportPlan, 'claimsBegun' | 'claimsEnded'>,
): Promise<void> {
  for (const keys of inChunks(claimsEnded))
    await transaction.manager
      .createQueryBuilder()
      .delete()
      .from(protectionClaims)
      .where('daycare = :daycare AND system = :system AND source = :source AND uniId IN (:...keys)', { daycare, system, source, keys })
      .execute();
  const begun = claimsBegun.map((uniId) => ({ uniId, daycare, system, source }));
  await insertRows(transaction, protectionClaims, begun);
}
