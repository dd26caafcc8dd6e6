import { forShare, insertRows, isDuplicate, type Transaction } from '#shared/database.ts';
import type { Identities } from '../../domain/logins/identity-store.ts';
import type { LoginKey } from '../../domain/logins/login.ts';
import { daycaresWithAccesses, INSTITUTIONS, underLease } from '../copies/gate.ts';
import { ownersOf } from '../people/claimed-numbers.ts';
import { keepPersons, lockPersons } from '../people/kept-persons.ts';
import { ties } from '../people/people-tables.ts';
import { citizenLinks, identityBlocks, usernames } from './login-tables.ts';

export interface IdentityParts {
  readonly newId: () => string;
  readonly drawUsername: () => string;
}

/** Asked for where a person has no tie, so that the gate is asked all the same. */
const NO_DAYCARE = '';

/** Identities and their logins inside one transaction. */
export function identitiesIn(transaction: Transaction, { newId, drawUsername }: IdentityParts): Identities {
  const { manager, at, now } = transaction;
  const blockOf = async (uniId: string) =>
    (await manager.createQueryBuilder(identityBlocks, 'b').where('b.uniId = :uniId AND b.liftedAt IS NULL', { uniId }).getOne()) ??
    undefined;
  return {
    at,
    drawUsername,
    blockOf,
    lock: async (uniId) => (await lockPersons(transaction, [uniId]))[0],
    linkOf: (login) => linkOf(transaction, login),
    knownBy: async (numbers) => [
      ...new Set(
        (
          await ownersOf(
            transaction,
            numbers.map(({ hash }) => hash),
          )
        ).values(),
      ),
    ],
    link: async ({ issuer, subject }, uniId) => {
      await insertedFirst(() => insertRows(transaction, citizenLinks, [{ issuer, subject, uniId, at }]));
      return (await linkOf(transaction, { issuer, subject })) ?? uniId;
    },
    usernameOf: async (uniId) => (await manager.createQueryBuilder(usernames, 'u').where('u.uniId = :uniId', { uniId }).getOne())?.name,
    takeUsername: (uniId, name) => insertedFirst(() => insertRows(transaction, usernames, [{ name, uniId, at }])),
    daycaresOf: async (uniId) => {
      const found = await manager.createQueryBuilder(ties, 't').where('t.uniId = :uniId AND t.to IS NULL', { uniId }).getMany();
      const numbers = [NO_DAYCARE, ...new Set(found.map(({ daycare }) => daycare))];
      const query = daycaresWithAccesses(manager, numbers, { systems: [], direction: 'FETCH' });
      return underLease(forShare(transaction, query), [INSTITUTIONS], now());
    },
    addBlock: (block) => insertRows(transaction, identityBlocks, [{ ...block, id: newId(), liftedAt: null, liftReason: null }]),
    liftBlock: async (uniId, liftReason) => {
      const { id } = (await blockOf(uniId)) ?? { id: '' };
      await manager.update(identityBlocks, { id }, { liftedAt: at, liftReason });
    },
    keep: (before, after) => keepPersons(transaction, [{ before, after }]),
    record: ({ uniId, ...event }) => transaction.record({ ...event, subject: uniId }),
  };
}

async function linkOf({ manager }: Transaction, { issuer, subject }: LoginKey): Promise<string | undefined> {
  const link = await manager
    .createQueryBuilder(citizenLinks, 'link')
    .where('link.issuer = :issuer AND link.subject = :subject', { issuer, subject })
    .getOne();
  return link?.uniId;
}

/** Whether the row went in; not where one with its key is there already. */
async function insertedFirst(insert: () => Promise<void>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}
