import type { Transaction } from '#shared/database.ts';
import type { Person } from '../../domain/people/person.ts';
import { byKeys } from '../replace-rows.ts';
import { contactRelations } from './people-tables.ts';
import { presentTies, recordChanged } from './told-changes.ts';

/** What of a tie is shown otherwise where its person becomes protected, or is no longer. */
const hidden = ['isProtected', 'name', 'email', 'phones', 'address', 'nationalNumber'] as const;

interface Step {
  readonly before: Person;
  readonly after: Person;
}

/** Protection told at one daycare holds at all: every present tie of the person is told of, and those of contacts, whose address hides with it. */
export async function tellProtection(transaction: Transaction, steps: readonly Step[], actor: string): Promise<void> {
  const turned = steps.filter(({ before, after }) => before.isProtected !== after.isProtected).map(({ after }) => after.uniId);
  if (turned.length === 0) return;
  recordChanged(transaction, await presentTies(transaction, turned), hidden, actor);
  recordChanged(transaction, await presentTies(transaction, await contactsOf(transaction, turned)), ['address'], actor);
}

async function contactsOf({ manager }: Transaction, uniIds: readonly string[]): Promise<string[]> {
  const found = await byKeys(uniIds, (keys) =>
    manager
      .createQueryBuilder(contactRelations, 'c')
      .innerJoin('affiliation', 'contact', 'contact.id = c.contact')
      .innerJoin('affiliation', 'child', 'child.id = c.child')
      .select('DISTINCT contact.uniId', 'uniId')
      .where('child.uniId IN (:...keys) AND c.to IS NULL', { keys })
      .getRawMany<{ uniId: string }>(),
  );
  return found.map(({ uniId }) => uniId);
}
