import { type Database, forUpdate } from '#shared/database.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import { importSources, protectionClaims } from '../importing/import-tables.ts';
import { keepPlan } from '../people/kept-ties.ts';
import { contactRelations, ties } from '../people/people-tables.ts';

const AT_ONCE = 500;
const nothing = {
  begun: [],
  changed: [],
  relinked: [],
  thawed: [],
  unchanged: 0,
  relationsBegun: [],
  groupsKept: [],
  groupsGone: [],
  shielded: new Set<string>(),
  claimsBegun: [],
  claimsEnded: [],
} satisfies Partial<ImportPlan>;

/** Ends a page of a source's ties with their relations; the source is locked first, so an import that came meanwhile goes before. */
export async function endTies(
  database: Database,
  source: SourceKey,
  since: { readonly takenBefore: number } | { readonly frozenBefore: number },
): Promise<number> {
  const { result } = await database.transaction(async (transaction) => {
    const { manager } = transaction;
    const of = (alias: string) => `${alias}.daycare = :daycare AND ${alias}.system = :system AND ${alias}.source = :source`;
    const key = { daycare: source.daycare, system: source.system, source: source.source };
    const known = await forUpdate(transaction, manager.createQueryBuilder(importSources, 's').where(of('s'), key)).getOne();
    if (!known || ('takenBefore' in since && (known.takenAt ?? 0) > since.takenBefore)) return 0;
    const query = manager.createQueryBuilder(ties, 't').where(`${of('t')} AND t.to IS NULL`, key);
    if ('frozenBefore' in since) query.andWhere('t.frozenSince <= :frozenBefore', since);
    const ended = await query.orderBy('t.id').limit(AT_ONCE).getMany();
    if (ended.length === 0) {
      if ('takenBefore' in since) {
        await manager.update(importSources, key, { ties: 0 });
        await manager.delete(protectionClaims, key);
      }
      return 0;
    }
    const ids = ended.map(({ id }) => id);
    const relationsEnded = await manager
      .createQueryBuilder(contactRelations, 'c')
      .where('(c.child IN (:...ids) OR c.contact IN (:...ids)) AND c.to IS NULL', { ids })
      .getMany();
    await keepPlan(transaction, key, { ...nothing, ended, relationsEnded }, 'retention');
    await manager.update(importSources, key, { ties: Math.max(0, known.ties - ended.length) });
    return ended.length;
  });
  return result;
}
