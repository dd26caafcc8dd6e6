import type { EntitySchema } from 'typeorm';
import type { Database, Transaction } from '#shared/database.ts';
import type { NumberCipher, SealedNumber } from '../../domain/people/number-cipher.ts';
import type { VaultRows } from '../../domain/vault/rotation.ts';
import { type FormerNumber, formerNumbers } from '../identifying/reidentify-tables.ts';
import { claimHashes } from '../people/claimed-numbers.ts';
import { lockPersons } from '../people/kept-persons.ts';
import { numberHashes, type VaultNumber, vaultNumbers } from '../people/people-tables.ts';
import { continuationOf } from '../identifying/continuation.ts';
import { remainingUnder } from './remaining.ts';

const AT_ONCE = 200;

interface Vault {
  readonly cipher: NumberCipher;
  /** The version of the key that everything is to lie under. */
  readonly current: number;
}

/** The vault's rows while its keys are rotated. */
export const vaultRows = (database: Database, vault: Vault): VaultRows => ({
  rewriteSome: async () => (await rewriteSealed(database, vault)) || (await rewriteFormer(database, vault)),
  remaining: () => database.read((manager) => remainingUnder(manager, vault.current, database.clock())),
  forgetOldHashes: async () => {
    await database.transaction(({ manager }) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(numberHashes)
        .where('keyVersion <> :current AND uniId IN (SELECT v.uniId FROM vault_number v)', vault)
        .execute(),
    );
  },
  hasOldHashes: () =>
    database.read((manager) => manager.createQueryBuilder(numberHashes, 'h').where('h.keyVersion <> :current', vault).getExists()),
});

/** Persons are locked before their numbers, as where a number is changed. */
async function rewriteSealed(database: Database, vault: Vault): Promise<number> {
  const found = await oldOnes(database, vaultNumbers, vault);
  if (found.length === 0) return 0;
  await database.transaction(async (transaction) => {
    await lockPersons(
      transaction,
      found.map(({ uniId }) => uniId),
    );
    const rows = await stillOld(transaction, vaultNumbers, found, vault);
    const opened = rows.map((row) => [row.uniId, vault.cipher.open(row.uniId, row)] as const);
    await claim(transaction, vault, opened);
    for (const [uniId, number] of opened) await transaction.manager.update(vaultNumbers, { uniId }, vault.cipher.seal(uniId, number));
  });
  return found.length;
}

/** A number that was before is sealed for who had it, and leads to the identity that stayed. */
async function rewriteFormer(database: Database, vault: Vault): Promise<number> {
  const found = await oldOnes(database, formerNumbers, vault);
  if (found.length === 0) return 0;
  const leads = new Map<string, string>();
  for (const { uniId } of found) leads.set(uniId, (await continuationOf(database, uniId)) ?? uniId);
  await database.transaction(async (transaction) => {
    await lockPersons(transaction, [...new Set(leads.values())]);
    for (const row of await stillOld(transaction, formerNumbers, found, vault)) {
      const { reidentification, uniId } = row;
      const number = vault.cipher.open(uniId, row);
      await claim(transaction, vault, [[leads.get(uniId) ?? uniId, number]]);
      await transaction.manager.update(formerNumbers, { reidentification, uniId }, vault.cipher.seal(uniId, number));
    }
  });
  return found.length;
}

const oldOnes = <Row extends SealedNumber & { readonly uniId: string }>({ read }: Database, table: EntitySchema<Row>, { current }: Vault) =>
  read((manager) =>
    manager.createQueryBuilder(table, 'v').where('v.keyVersion <> :current', { current }).orderBy('v.uniId').limit(AT_ONCE).getMany(),
  );

const stillOld = <Row extends VaultNumber | FormerNumber>(
  { manager }: Transaction,
  table: EntitySchema<Row>,
  found: readonly Row[],
  { current }: Vault,
) =>
  manager
    .createQueryBuilder(table, 'v')
    .where('v.keyVersion <> :current AND v.uniId IN (:...uniIds)', { current, uniIds: found.map(({ uniId }) => uniId) })
    .getMany();

/** Puts in the numbers' hashes under the current key; whoever else has one by now stands in the way, and nothing is written. */
async function claim(transaction: Transaction, { cipher }: Vault, opened: readonly (readonly [uniId: string, number: string])[]) {
  const owners = await claimHashes(transaction, cipher, opened);
  for (const [uniId, number] of opened)
    if (owners.get(number) !== uniId) throw new Error(`The number of ${uniId} is also ${owners.get(number)}'s; have the two merged first.`);
}
