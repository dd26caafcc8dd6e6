import { forShare, forUpdate, insertRows, type Transaction } from '#shared/database.ts';
import { refuse } from '#shared/refusal.ts';
import type { Change, Known } from '../../domain/identifying/reidentification.ts';
import type { Reidentifying } from '../../domain/identifying/reidentify-store.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { daycaresWithAccesses, INSTITUTIONS, underLease } from '../copies/gate.ts';
import type { ImportParts } from '../importing/import-store.ts';
import { importSources } from '../importing/import-tables.ts';
import { ownersOf } from '../people/claimed-numbers.ts';
import { lockPersons } from '../people/kept-persons.ts';
import { ties } from '../people/people-tables.ts';
import { carryOut } from './carry-out.ts';
import { consents, reidentifications } from './reidentify-tables.ts';

/** Asked for where there is none, so that the gate is asked all the same. */
const NO_DAYCARE = '';

/** Changes of number inside one transaction. */
export function reidentifyingIn(transaction: Transaction, { cipher, newId }: Pick<ImportParts, 'cipher' | 'newId'>): Reidentifying {
  const { manager, at, now } = transaction;
  const hashesOf = (number: string) => cipher.hashes(number).map(({ hash }) => hash);
  const ownerOf = async (number: string) => (await ownersOf(transaction, hashesOf(number))).values().next().value;
  return {
    at,
    newId,
    ownerOf,
    openFor: async (uniId, number) => {
      const waiting = await manager
        .createQueryBuilder(reidentifications, 'r')
        .where('r.hash IN (:...hashes) AND r.doneAt IS NULL AND r.expiresAt > :at', { hashes: hashesOf(number), at })
        .orderBy('r.id')
        .getMany();
      const own = waiting.find((each) => each.uniId === uniId);
      return own ?? ((await ownerOf(number)) === uniId ? waiting[0] : undefined);
    },
    lock: (subject, other) => lockBoth(transaction, subject, other),
    daycares: (numbers) =>
      underLease(
        forShare(transaction, daycaresWithAccesses(manager, [NO_DAYCARE, ...numbers], { systems: [], direction: 'FETCH' })),
        [INSTITUTIONS],
        now(),
      ),
    consentsTo: (id) => manager.createQueryBuilder(consents, 'c').where('c.reidentification = :id', { id }).getMany(),
    open: (reidentification, number) => {
      const [{ hash, keyVersion } = { hash: '', keyVersion: 0 }] = cipher.hashes(number);
      return insertRows(transaction, reidentifications, [{ ...reidentification, hash, keyVersion }]);
    },
    consent: async (consent) => {
      await manager.createQueryBuilder().insert().into(consents).values(consent).orIgnore().execute();
    },
    carryOut: (id, change, number, actor) => carryOut(transaction, cipher, { id, change, number, actor }),
    record: ({ uniId, ...event }) => transaction.record({ ...event, subject: uniId }),
  };
}

/** Sources before persons, as an import locks them; whoever got there first leads to PLAN_OUTDATED, and one asks anew. */
async function lockBoth(transaction: Transaction, subject: string, other: string | undefined): Promise<Change | undefined> {
  const uniIds = other ? [subject, other] : [subject];
  const before = await tiesOf(transaction, uniIds);
  const keys = [...new Map(before.map(({ daycare, system, source }) => [`${daycare}\n${system}\n${source}`, { daycare, system, source }]))];
  for (const [, key] of keys.sort(([one], [another]) => (one < another ? -1 : 1)))
    await forUpdate(
      transaction,
      transaction.manager
        .createQueryBuilder(importSources, 's')
        .where('s.daycare = :daycare AND s.system = :system AND s.source = :source', key),
    ).getOne();
  const persons = await lockPersons(transaction, uniIds);
  const after = await tiesOf(transaction, uniIds);
  const shapeOf = (found: readonly Tie[]) => JSON.stringify(found.map(({ id, uniId, to }) => [id, uniId, to]));
  if (shapeOf(before) !== shapeOf(after)) refuse('PLAN_OUTDATED', 'The person was changed in the meantime; look at the consequences anew.');
  const knownOf = (uniId: string | undefined): Known | undefined => {
    const person = persons.find((each) => each.uniId === uniId);
    return person && { person, ties: after.filter((tie) => tie.uniId === uniId) };
  };
  const known = knownOf(subject);
  return known && { subject: known, other: knownOf(other) };
}

const tiesOf = ({ manager }: Transaction, uniIds: readonly string[]): Promise<Tie[]> =>
  manager.createQueryBuilder(ties, 't').where('t.uniId IN (:...uniIds)', { uniIds }).orderBy('t.id').getMany();
