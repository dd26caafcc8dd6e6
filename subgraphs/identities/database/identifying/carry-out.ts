import { insertRows, type Transaction } from '#shared/database.ts';
import { refuse } from '#shared/refusal.ts';
import { type Change, type Known, whoStays } from '../../domain/identifying/reidentification.ts';
import { type AffiliationFacts, eventNames } from '../../domain/importing/affiliation-event.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { claimHashes, sealNumbers } from '../people/claimed-numbers.ts';
import { keepPersons } from '../people/kept-persons.ts';
import { numberHashes, vaultNumbers } from '../people/people-tables.ts';
import { moveTies } from './move-ties.ts';
import { formerNumbers, reidentifications } from './reidentify-tables.ts';
import { moveWhatHangs } from './move-what-hangs.ts';

interface Order {
  readonly id: string;
  readonly change: Change;
  readonly number: string;
  readonly actor: string;
}

/** Puts the number to the person who stays; the former numbers are kept sealed, and go on leading to the same identity. */
export async function carryOut(transaction: Transaction, cipher: NumberCipher, { id, change, number, actor }: Order): Promise<string> {
  const { manager, at, record } = transaction;
  const { stays, retires } = whoStays(change);
  const { uniId } = stays.person;
  const uniIds = [uniId, ...(retires ? [retires.person.uniId] : [])];
  const sealed = await manager.createQueryBuilder(vaultNumbers, 'v').where('v.uniId IN (:...uniIds)', { uniIds }).getMany();
  await insertRows(
    transaction,
    formerNumbers,
    sealed.map((each) => ({ ...each, reidentification: id })),
  );
  if (retires) await manager.update(numberHashes, { uniId: retires.person.uniId }, { uniId });
  const owner = (await claimHashes(transaction, cipher, [[uniId, number]])).get(number);
  if (owner !== uniId) refuse('PLAN_OUTDATED', 'The number has become somebody’s in the meantime; look at the consequences anew.');
  await manager.createQueryBuilder().delete().from(vaultNumbers).where('uniId IN (:...uniIds)', { uniIds }).execute();
  await sealNumbers(transaction, cipher, [[uniId, number]]);
  if (retires) await merge(transaction, change, actor);
  const done = { doneAt: at, stays: uniId, retired: retires?.person.uniId ?? null };
  await manager.update(reidentifications, { id }, done);
  tellOfNumber(transaction, stays, actor);
  record({ kind: 'PersonReidentified', actor, subject: uniId, facts: { reidentification: id, changedFields: ['nationalNumber'] } });
  if (retires)
    record({ kind: 'IdentityRetired', actor, subject: retires.person.uniId, facts: { reidentification: id, continuesAs: uniId } });
  return uniId;
}

/** The two become one: ties, logins and protection go over, and the one that retires keeps its row. */
async function merge(transaction: Transaction, change: Change, actor: string): Promise<void> {
  const { at } = transaction;
  const { stays, retires } = whoStays(change);
  if (!retires) return;
  await moveTies(transaction, change, actor);
  await moveWhatHangs(transaction, retires.person.uniId, stays.person.uniId);
  const isNew = { validFrom: at, recordedAt: at };
  const { firstName, familyName } = retires.person;
  const hides = retires.person.isProtected && !stays.person.isProtected;
  const shown = { before: stays.person, after: { ...stays.person, ...isNew, firstName, familyName, isProtected: true } };
  await keepPersons(transaction, [
    { before: retires.person, after: { ...retires.person, ...isNew, state: 'RETIRED' } },
    ...(hides ? [shown] : []),
  ]);
}

/** Tells each daycare that has told a number of the person; that it changed, never what it is. */
function tellOfNumber({ record }: Transaction, { ties, person: { uniId } }: Known, actor: string): void {
  for (const { id, daycare, to, nationalNumberKind } of ties) {
    if (to !== null || nationalNumberKind === 'UNKNOWN') continue;
    const facts: AffiliationFacts = { daycare, uniId, changedFields: ['nationalNumber'] };
    record({ kind: eventNames.CHANGED, actor, subject: id, facts: { ...facts } });
  }
}
