import { insertRows, type Transaction } from '#shared/database.ts';
import type { UndoPlan } from '../../domain/deciding/picture-before.ts';
import { eventNames } from '../../domain/importing/affiliation-event.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import { keepPlan, versionBegunAt } from './kept-ties.ts';
import { contactRelations, ties, tieVersions } from './people-tables.ts';
import { replaceRows } from '../replace-rows.ts';

/** Brings back what an import ended, and takes back what else it changed; to who follows, what comes back begins. */
export async function keepRevived(
  transaction: Transaction,
  key: SourceKey,
  { plan, revived, relationsRevived }: UndoPlan,
  actor: string,
): Promise<void> {
  await replaceRows(transaction, ties, 'id', revived);
  await insertRows(transaction, tieVersions, revived.map(versionBegunAt(transaction.at)));
  await replaceRows(transaction, contactRelations, 'id', relationsRevived);
  await keepPlan(transaction, key, { ...plan, recount: revived.length > 0 }, actor);
  for (const { id, uniId } of revived)
    transaction.record({ kind: eventNames.BEGAN, actor, subject: id, facts: { daycare: key.daycare, uniId, changedFields: [] } });
}
