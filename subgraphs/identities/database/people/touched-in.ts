import type { Transaction } from '#shared/database.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import { type TouchedTie, touchedTies, touchesOthers } from '../../domain/importing/touched-ties.ts';
import { ties } from './people-tables.ts';

/** The ties of the source on which a plan changes how a group or an alias is read, whatever else it does to them. */
export async function touchedIn({ manager }: Transaction, key: SourceKey, plan: ImportPlan): Promise<TouchedTie[]> {
  if (!touchesOthers(plan)) return [];
  const { daycare, system, source } = key;
  const standing = await manager
    .createQueryBuilder(ties, 't')
    .where('t.daycare = :daycare AND t.system = :system AND t.source = :source AND t.to IS NULL', { daycare, system, source })
    .orderBy('t.id')
    .getMany();
  return touchedTies(plan, standing);
}
