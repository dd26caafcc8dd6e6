import type { EntityManager } from 'typeorm';
import type { ContactRelation } from '../../domain/people/contact-relation.ts';
import { contactRelations } from './people-tables.ts';
import { byKeys } from '../replace-rows.ts';

/** Present relations in which these ties are the child, and those in which they are the contact. */
export async function relationsOf(manager: EntityManager, ids: readonly string[]): Promise<ContactRelation[]> {
  const on = (end: 'child' | 'contact') =>
    byKeys(ids, (keys) =>
      manager.createQueryBuilder(contactRelations, 'c').where(`c.${end} IN (:...keys) AND c.to IS NULL`, { keys }).getMany(),
    );
  const found = [...(await on('child')), ...(await on('contact'))];
  const once = [...new Map(found.map((relation) => [relation.id, relation])).values()];
  return once.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Who of these is a contact, with custody or at the same address, of a child that any source says is protected. */
export async function livingWithProtected(manager: EntityManager, uniIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await byKeys(uniIds, (keys) =>
    manager
      .createQueryBuilder(contactRelations, 'c')
      .innerJoin('affiliation', 'contact', 'contact.id = c.contact')
      .innerJoin('affiliation', 'child', 'child.id = c.child')
      .innerJoin('person', 'person', 'person.uniId = child.uniId')
      .select('DISTINCT contact.uniId', 'uniId')
      .where('contact.uniId IN (:...keys) AND c.to IS NULL', { keys })
      .andWhere('(person.isProtected = :yes OR child.isProtected = :yes)', { yes: true })
      .andWhere('(c.hasCustody = :yes OR contact.address = child.address)')
      .getRawMany<{ uniId: string }>(),
  );
  return new Set(found.map(({ uniId }) => uniId));
}
