import { forUpdate, insertRows, isDuplicate, type Transaction } from '#shared/database.ts';
import { type Activation, GUESSES_FORGOTTEN } from '../../domain/logins/activation.ts';
import type { Activations } from '../../domain/logins/activation-store.ts';
import type { LoginKey } from '../../domain/logins/login.ts';
import { ties } from '../people/people-tables.ts';
import { activationLetters, activations, codeGuesses } from './activation-tables.ts';

/** Codes of activation inside one transaction. */
export function activationsIn(transaction: Transaction, { newId }: { readonly newId: () => string }): Activations {
  const { manager, at } = transaction;
  const locked = async (column: 'uniId' | 'selector', value: string) =>
    (await forUpdate(transaction, manager.createQueryBuilder(activations, 'a').where(`a.${column} = :value`, { value })).getOne()) ??
    undefined;
  return {
    at,
    lock: (uniId) => locked('uniId', uniId),
    lockBySelector: (selector) => locked('selector', selector),
    keep: (activation) => keep(transaction, activation),
    countGuess: (login) => countGuess(transaction, login),
    tiesOf: (uniId) =>
      manager.createQueryBuilder(ties, 't').where('t.uniId = :uniId AND t.to IS NULL', { uniId }).orderBy('t.id').getMany(),
    addLetter: (sealed) => insertRows(transaction, activationLetters, [{ id: newId(), sealed, at }]),
  };
}

async function keep(transaction: Transaction, activation: Activation): Promise<void> {
  const { uniId, ...state } = activation;
  try {
    await insertRows(transaction, activations, [activation]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await transaction.manager.update(activations, { uniId }, state);
  }
}

/** Puts the count in first, so that several at once are counted one after the other; an hour later it begins anew. */
async function countGuess(transaction: Transaction, { issuer, subject }: LoginKey): Promise<number> {
  const { manager, at } = transaction;
  try {
    await insertRows(transaction, codeGuesses, [{ issuer, subject, since: at, guesses: 1 }]);
    return 1;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const before = await forUpdate(
    transaction,
    manager.createQueryBuilder(codeGuesses, 'g').where('g.issuer = :issuer AND g.subject = :subject', { issuer, subject }),
  ).getOneOrFail();
  const isForgotten = before.since <= at - GUESSES_FORGOTTEN;
  const now = isForgotten ? { since: at, guesses: 1 } : { since: before.since, guesses: before.guesses + 1 };
  await manager.update(codeGuesses, { issuer, subject }, now);
  return now.guesses;
}
