import { FOREVER } from '#shared/clock.ts';
import { forUpdate, insertRows, type Transaction } from '#shared/database.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { contactRelations, groups, peopleCounts, ties, type TieVersion, tieVersions } from './people-tables.ts';
import { inChunks, replaceRows } from '../replace-rows.ts';
import { tellPlan } from './told-plan.ts';

/** Keeps what a plan changes: the present picture, what was believed before, and an event a tie that names fields only. */
export async function keepPlan(
  transaction: Transaction,
  key: SourceKey,
  plan: ImportPlan & { readonly recount?: boolean },
  actor: string,
): Promise<void> {
  const { manager } = transaction;
  await insertRows(transaction, ties, plan.begun);
  await replaceRows(
    transaction,
    ties,
    'id',
    plan.changed.map(({ after }) => after),
  );
  await endRows(
    transaction,
    ties,
    plan.ended.map(({ id }) => id),
  );
  for (const chunk of inChunks(plan.thawed))
    await manager
      .createQueryBuilder()
      .update(ties)
      .set({ frozenSince: null })
      .where('id IN (:...ids)', { ids: chunk.map(({ id }) => id) })
      .execute();
  await keepVersions(transaction, plan);
  await insertRows(transaction, contactRelations, plan.relationsBegun);
  await endRows(
    transaction,
    contactRelations,
    plan.relationsEnded.map(({ id }) => id),
  );
  await replaceRows(transaction, groups, 'id', [...plan.groupsKept, ...plan.groupsGone]);
  if (plan.recount || plan.begun.length + plan.ended.length > 0) await countPeople(transaction, key.daycare);
  await tellPlan(transaction, key, plan, actor);
}

async function endRows({ manager, at }: Transaction, table: typeof ties | typeof contactRelations, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids))
    await manager.createQueryBuilder().update(table).set({ to: at }).where('id IN (:...ids)', { ids: chunk }).execute();
}

/** Ends the belief that the old facts go on for ever, notes until when they held, and begins the new. */
async function keepVersions(transaction: Transaction, { begun, changed, ended }: ImportPlan): Promise<void> {
  const { manager, at } = transaction;
  const past = [...changed.map(({ before }) => before), ...ended];
  for (const chunk of inChunks(past)) {
    await manager
      .createQueryBuilder()
      .update(tieVersions)
      .set({ recordedTo: at })
      .where('affiliation IN (:...ids) AND recordedTo = :forever AND validTo = :forever', {
        ids: chunk.map(({ id }) => id),
        forever: FOREVER,
      })
      .execute();
  }
  const held = past.filter(({ validFrom }) => validFrom < at).map((before) => versionOf(before, at, at));
  await insertRows(transaction, tieVersions, [
    ...held,
    ...[...begun, ...changed.map(({ after }) => after)].map((tie) => versionOf(tie, FOREVER, at)),
  ]);
}

/** The belief that a tie goes on for ever from now on. */
export const versionBegunAt =
  (at: number) =>
  (tie: Tie): TieVersion =>
    versionOf(tie, FOREVER, at);

function versionOf({ id, to: _, frozenSince: __, recordedAt: ___, ...tie }: Tie, validTo: number, recordedFrom: number): TieVersion {
  return { ...tie, affiliation: id, validTo, recordedFrom, recordedTo: FOREVER };
}

/** Counts a daycare's people anew; its row is locked first, so that the last of two imports counts both. */
export async function countPeople(transaction: Transaction, daycare: string): Promise<void> {
  const { manager } = transaction;
  const none = { daycare, children: 0, employees: 0, externals: 0, contacts: 0 };
  await manager.createQueryBuilder().insert().into(peopleCounts).values(none).orIgnore().execute();
  await forUpdate(transaction, manager.createQueryBuilder(peopleCounts, 'c').where('c.daycare = :daycare', { daycare })).getOneOrFail();
  const counted = await manager
    .createQueryBuilder(ties, 't')
    .select('t.role', 'role')
    .addSelect('COUNT(DISTINCT t.uniId)', 'people')
    .where('t.daycare = :daycare AND t.to IS NULL', { daycare })
    .groupBy('t.role')
    .getRawMany<{ role: string; people: unknown }>();
  const of = (role: Tie['role']) => Number(counted.find((row) => row.role === role)?.people ?? 0);
  await manager.update(
    peopleCounts,
    { daycare },
    { children: of('CHILD'), employees: of('EMPLOYEE'), externals: of('EXTERNAL'), contacts: of('CONTACT') },
  );
}
