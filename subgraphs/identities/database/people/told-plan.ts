import type { Transaction } from '#shared/database.ts';
import { type AffiliationFacts, eventNames } from '../../domain/importing/affiliation-event.ts';
import { type ImportPlan, otherSideOf } from '../../domain/importing/import-plan.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { recordChanged } from './told-changes.ts';
import { tellHomes } from './told-homes.ts';
import { touchedIn } from './touched-in.ts';

/** Tells of every tie that a plan begins, ends, or makes to be read otherwise, at whatever daycare; fields by name, never values. */
export async function tellPlan(transaction: Transaction, key: SourceKey, plan: ImportPlan, actor: string): Promise<void> {
  const told = (kind: 'BEGAN' | 'ENDED', { id, uniId, daycare }: Tie) => {
    const facts: AffiliationFacts = { daycare, uniId, changedFields: [] };
    transaction.record({ kind: eventNames[kind], actor, subject: id, facts: { ...facts } });
  };
  for (const tie of plan.begun) told('BEGAN', tie);
  const touched = new Map((await touchedIn(transaction, key, plan)).map((each) => [each.tie.id, each]));
  for (const { before, after, fields } of plan.changed) {
    const frozen = before.frozenSince === null ? [] : ['frozen'];
    const all = new Set([...fields, ...frozen, ...(touched.get(after.id)?.fields ?? [])]);
    recordChanged(transaction, [after], [...all], actor);
    touched.delete(after.id);
  }
  for (const tie of plan.relinked) recordChanged(transaction, [tie], [otherSideOf(tie)], actor);
  recordChanged(transaction, plan.thawed, ['frozen'], actor);
  for (const { tie, fields } of touched.values()) recordChanged(transaction, [tie], fields, actor);
  await tellHomes(transaction, plan, actor);
  for (const tie of plan.ended) told('ENDED', tie);
}
