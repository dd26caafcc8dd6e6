import { refuse } from '#shared/refusal.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { personAfter, type ToldPerson } from '../../domain/people/person.ts';

const nothingTold: ToldPerson = { isProtected: true, firstName: '', familyName: '', aliasFirstName: null, aliasFamilyName: null };

/**
 * Changes how persons are shown where a tie of theirs began or changed, and wherever the document says that they are protected,
 * with or without a tie here. Protection told anywhere holds everywhere, until everyone who told it takes it back.
 */
export async function showPersons(
  store: ImportStore,
  key: SourceKey,
  plan: ImportPlan,
  told: ReadonlyMap<string, ToldPerson>,
): Promise<void> {
  const touched = touchedBy(plan, told);
  const standing = await store.lockPersons([...touched.keys()]);
  if (standing.some(({ state }) => state === 'RETIRED'))
    refuse('UNAVAILABLE', 'A person of the document was merged with another just now; send it again.', { facts: { retryAfterSeconds: 1 } });
  await store.keepClaims(key, plan);
  const exposed = standing.filter(({ uniId, isProtected }) => isProtected && !touched.get(uniId)?.isProtected).map(({ uniId }) => uniId);
  const elsewhere = await store.protectedElsewhere(exposed, key);
  const steps = standing.flatMap((before) => {
    const person = touched.get(before.uniId);
    const after = person ? personAfter(before, person, elsewhere.has(before.uniId), store.at) : before;
    return after === before ? [] : [{ before, after }];
  });
  await store.keepPersons(steps);
}

function touchedBy({ begun, changed, shielded }: ImportPlan, told: ReadonlyMap<string, ToldPerson>): Map<string, ToldPerson> {
  const touched = new Map([...begun, ...changed.map(({ after }) => after)].map((tie) => [tie.uniId, told.get(tie.uniId) ?? tie]));
  for (const uniId of shielded) touched.set(uniId, { ...(told.get(uniId) ?? touched.get(uniId) ?? nothingTold), isProtected: true });
  return touched;
}
