import type { Transaction } from '#shared/database.ts';
import { type Change, doubledTies, whoStays } from '../../domain/identifying/reidentification.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { importSources } from '../importing/import-tables.ts';
import { countPeople, keepPlan } from '../people/kept-ties.ts';
import { contactRelations, ties } from '../people/people-tables.ts';

const nothing: ImportPlan = {
  begun: [],
  changed: [],
  ended: [],
  relinked: [],
  thawed: [],
  unchanged: 0,
  relationsBegun: [],
  relationsEnded: [],
  groupsKept: [],
  groupsGone: [],
  shielded: new Set(),
  claimsBegun: [],
  claimsEnded: [],
};

/** Ties of the one that retires go over with their ids, so that a mirror follows them; one that the other has already ends. */
export async function moveTies(transaction: Transaction, change: Change, actor: string): Promise<void> {
  const { manager, at } = transaction;
  const { stays, retires } = whoStays(change);
  const doubles = doubledTies(change);
  const doubled = new Set(doubles.map(({ double }) => double.id));
  const all = retires?.ties ?? [];
  for (const { double, kept } of doubles) await repoint(transaction, double, kept);
  for (const [daycare, here] of Map.groupBy(
    all.filter(({ to }) => to === null),
    (tie) => tie.daycare,
  )) {
    const moved = here.filter(({ id }) => !doubled.has(id));
    const plan: ImportPlan = {
      ...nothing,
      changed: moved.map((before) => ({
        before,
        after: { ...before, uniId: stays.person.uniId, validFrom: at, recordedAt: at },
        fields: ['person'],
      })),
      ended: here.filter(({ id }) => doubled.has(id)),
    };
    const [first] = here;
    if (first) await keepPlan(transaction, first, plan, actor);
    await countPeople(transaction, daycare);
  }
  for (const { double } of doubles) await countOneLess(transaction, double);
  if (retires) await manager.update(ties, { uniId: retires.person.uniId }, { uniId: stays.person.uniId });
}

/** Who was a contact or child of the tie that ends is one of the tie that stays. */
async function repoint({ manager, at }: Transaction, double: Tie, kept: Tie): Promise<void> {
  const of = async (id: string) =>
    manager.createQueryBuilder(contactRelations, 'c').where('(c.child = :id OR c.contact = :id) AND c.to IS NULL', { id }).getMany();
  const standing = new Set((await of(kept.id)).map(({ child, contact }) => `${child} ${contact}`));
  for (const { id, child, contact } of await of(double.id)) {
    const now = { child: child === double.id ? kept.id : child, contact: contact === double.id ? kept.id : contact };
    await manager.update(contactRelations, { id }, standing.has(`${now.child} ${now.contact}`) ? { to: at } : now);
  }
}

async function countOneLess({ manager }: Transaction, { daycare, system, source }: Tie): Promise<void> {
  await manager
    .createQueryBuilder()
    .update(importSources)
    .set({ ties: () => 'ties - 1' })
    .where({ daycare, system, source })
    .execute();
}
