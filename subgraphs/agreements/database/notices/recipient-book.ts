import type { EntityManager } from 'typeorm';
import { insertRows, isDuplicate, type Transaction } from '#shared/database.ts';
import type { Owner, Recipient } from '../../domain/notices/notice.ts';
import type { RecipientBook } from '../../domain/notices/recipient-book.ts';
import { suppliers } from '../system-tables.ts';
import { knownDaycares } from '../tables.ts';
import { recipients } from './notice-tables.ts';

/** The recipients inside one transaction. */
export function recipientsIn(transaction: Transaction, newId: () => string): RecipientBook {
  const { manager, at, record } = transaction;
  return {
    at,
    newId,
    daycare: async (number) =>
      (await manager.createQueryBuilder(knownDaycares, 'd').where('d.number = :number', { number }).getOne()) ?? undefined,
    isKnown: (owner) => isKnown(manager, owner),
    count: ({ kind, key }) =>
      manager.createQueryBuilder(recipients, 'r').where('r.ownerKind = :kind AND r.owner = :key', { kind, key }).getCount(),
    add: (recipient) => unlessThere(transaction, recipient),
    find: async (id) => (await manager.createQueryBuilder(recipients, 'r').where('r.id = :id', { id }).getOne()) ?? undefined,
    remove: async (id) => void (await manager.delete(recipients, { id })),
    tell: (kind, { kind: ownerKind, key: owner }, actor) => record({ kind, actor: actor.id, subject: owner, facts: { ownerKind, owner } }),
  };
}

function isKnown(manager: EntityManager, { kind, key }: Owner): Promise<boolean> {
  if (kind === 'SUPPLIER') return manager.createQueryBuilder(suppliers, 's').where('s.number = :key', { key }).getExists();
  const place = kind === 'DAYCARE' ? 'd.number = :key' : 'd.municipality = :key';
  return manager.createQueryBuilder(knownDaycares, 'd').where(place, { key }).getExists();
}

async function unlessThere(transaction: Transaction, recipient: Recipient): Promise<boolean> {
  try {
    await insertRows(transaction, recipients, [recipient]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
