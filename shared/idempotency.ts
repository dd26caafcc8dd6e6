import { createHash } from 'node:crypto';
import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text } from './columns.ts';
import { type Database, forUpdate, insertRows, isDuplicate, type Transaction } from './database.ts';
import { refuse } from './refusal.ts';

const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

interface IdempotencyKey {
  readonly actor: string;
  readonly name: string;
  readonly inputDigest: string;
  readonly answer: string | null;
  readonly at: number;
}

export const idempotencyKeys = new EntitySchema<IdempotencyKey>({
  name: 'idempotency_key',
  columns: { actor: key(text(120)), name: key(text(200)), inputDigest: text(64), answer: optional(longText), at: instant },
  indices: [{ name: 'idempotency_key_at', columns: ['at'] }],
});

/** What an act is known by when it is sent again. */
export interface Attempt {
  readonly actor: string;
  readonly act: string;
  readonly input: unknown;
  readonly idempotencyKey?: string | null | undefined;
}

/** What an act came to, and whether it was done now or before. */
export interface Once<T> {
  readonly result: T;
  readonly replayed: boolean;
}

/** Does the work once per key: sent again with the same input it answers the same, with other input it is refused. */
export async function once<T>(transaction: Transaction, attempt: Attempt, work: () => Promise<T>): Promise<Once<T>> {
  const { actor, act, input, idempotencyKey: name } = attempt;
  if (!name) return { result: await work(), replayed: false };
  if (name.length > 200)
    refuse('INVALID_INPUT', 'An idempotency key has at most 200 characters.', { facts: { argument: 'idempotencyKey' } });
  const inputDigest = createHash('sha256')
    .update(JSON.stringify([act, input]))
    .digest('hex');
  const earlier = await takeKey(transaction, { actor, name, inputDigest, answer: null, at: transaction.at });
  if (earlier && earlier.inputDigest !== inputDigest)
    refuse('IDEMPOTENCY_MISMATCH', 'This idempotency key was used with other input; use a new key for a new act.');
  if (earlier?.answer) return { result: JSON.parse(earlier.answer), replayed: true };
  const result = await work();
  await transaction.manager.update(idempotencyKeys, { actor, name }, { answer: JSON.stringify(result) });
  return { result, replayed: false };
}

/** Forgets the keys that are older than they need to be kept. */
export async function forgetOldKeys(database: Database): Promise<void> {
  await database.transaction(({ manager, at }) =>
    manager
      .createQueryBuilder()
      .delete()
      .from(idempotencyKeys)
      .where('at < :oldest', { oldest: at - KEPT_FOR })
      .execute(),
  );
}

/** Inserts the key first, so that two senders meet in the index; answers the earlier use where there was one. */
async function takeKey(transaction: Transaction, fresh: IdempotencyKey): Promise<IdempotencyKey | undefined> {
  const { actor, name, at } = fresh;
  const { manager } = transaction;
  await manager
    .createQueryBuilder()
    .delete()
    .from(idempotencyKeys)
    .where('actor = :actor AND name = :name AND at < :oldest', { actor, name, oldest: at - KEPT_FOR })
    .execute();
  try {
    await insertRows(transaction, idempotencyKeys, [fresh]);
    return undefined;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return forUpdate(
      transaction,
      manager.createQueryBuilder(idempotencyKeys, 'used').where('used.actor = :actor AND used.name = :name', { actor, name }),
    ).getOneOrFail();
  }
}
