import type { Transaction } from '#shared/database.ts';
import type { ImportPlan } from '../../domain/importing/import-plan.ts';
import { byKeys } from '../replace-rows.ts';
import { contactRelations } from './people-tables.ts';
import { presentTies, recordChanged } from './told-changes.ts';

/** An address hides where one lives with a protected child (design 7): who begins or ceases to, or moves, is told of on all their ties. */
export async function tellHomes(transaction: Transaction, plan: ImportPlan, actor: string): Promise<void> {
  const related = [...plan.relationsBegun, ...plan.relationsEnded].map(({ id }) => id);
  const moved = plan.changed.filter(({ fields }) => fields.includes('address')).map(({ after }) => after);
  const idsOf = (isChild: boolean) => moved.filter(({ role }) => (role === 'CHILD') === isChild).map(({ id }) => id);
  const contacts = [
    ...(await contactsOfProtected(transaction, 'c.id', related)),
    ...(await contactsOfProtected(transaction, 'c.child', idsOf(true))),
    ...(await contactsOfProtected(transaction, 'c.contact', idsOf(false))),
  ];
  if (contacts.length > 0) recordChanged(transaction, await presentTies(transaction, contacts), ['address'], actor);
}

async function contactsOfProtected({ manager }: Transaction, column: string, ids: readonly string[]): Promise<string[]> {
  const found = await byKeys(ids, (keys) =>
    manager
      .createQueryBuilder(contactRelations, 'c')
      .innerJoin('affiliation', 'contact', 'contact.id = c.contact')
      .innerJoin('affiliation', 'child', 'child.id = c.child')
      .innerJoin('person', 'person', 'person.uniId = child.uniId')
      .select('DISTINCT contact.uniId', 'uniId')
      .where(`${column} IN (:...keys) AND (person.isProtected = :yes OR child.isProtected = :yes)`, { keys, yes: true })
      .getRawMany<{ uniId: string }>(),
  );
  return found.map(({ uniId }) => uniId);
}
