import type { EntityManager } from 'typeorm';
import { type Database, insertRows } from '#shared/database.ts';
import { eraseFactsOf } from '#shared/event-log.ts';
import { type AffiliationFacts, eventNames } from '../../domain/importing/affiliation-event.ts';
import type { TieFacts } from '../../domain/people/affiliation.ts';
import { formerNumbers } from '../identifying/reidentify-tables.ts';
import { protectionClaims } from '../importing/import-tables.ts';
import { activations } from '../logins/activation-tables.ts';
import { citizenLinks } from '../logins/login-tables.ts';
import { lockPersons } from '../people/kept-persons.ts';
import { contactRelations, persons, personVersions, ties, tieVersions, vaultNumbers } from '../people/people-tables.ts';
import { byKeys, inChunks } from '../replace-rows.ts';
import { erasedPersons } from './retention-tables.ts';

const AT_ONCE = 100;
const nameless = { firstName: '', familyName: '' };
const nothingSaid: Omit<TieFacts, 'isProtected' | 'nationalNumberKind'> & { readonly searchName: string } = {
  ...nameless,
  localPersonId: null,
  aliasFirstName: null,
  aliasFamilyName: null,
  birthDate: null,
  gender: null,
  email: null,
  phones: [],
  address: null,
  positions: [],
  mainGroup: null,
  groupIds: [],
  shortName: null,
  occupation: null,
  level: null,
  searchName: '',
};

const untied = `p.recordedAt <= :endedBefore
  AND NOT EXISTS (SELECT 1 FROM affiliation t WHERE t.uniId = p.uniId AND (t.\`to\` IS NULL OR t.\`to\` > :endedBefore))
  AND NOT EXISTS (SELECT 1 FROM erased_person e WHERE e.uniId = p.uniId)`;

/** A page of persons who have had no tie since. */
export const forgotten = async (manager: EntityManager, endedBefore: number): Promise<string[]> =>
  (await manager.createQueryBuilder(persons, 'p').where(untied, { endedBefore }).orderBy('p.uniId').limit(AT_ONCE).getMany()).map(
    ({ uniId }) => uniId,
  );

/**
 * Erases what is known of persons: values, history, numbers and the facts of their events with their salts, so that the chain still
 * verifies. The UniID, its username and the hash of the number stay: whoever comes back is the same person (I26).
 */
export async function erase(database: Database, uniIds: readonly string[], endedBefore: number): Promise<void> {
  await database.transaction(async (transaction) => {
    const { manager, at } = transaction;
    await lockPersons(transaction, uniIds);
    const still = await manager
      .createQueryBuilder(persons, 'p')
      .where(`p.uniId IN (:...uniIds) AND ${untied}`, { uniIds, endedBefore })
      .getMany();
    const keys = still.map(({ uniId }) => uniId);
    if (keys.length === 0) return;
    await insertRows(
      transaction,
      erasedPersons,
      keys.map((uniId) => ({ uniId, at })),
    );
    const theirs = await byKeys(keys, (some) => manager.createQueryBuilder(ties, 't').where('t.uniId IN (:...some)', { some }).getMany());
    const ids = theirs.map(({ id }) => id);
    for (const subjects of inChunks([...keys, ...ids])) await eraseFactsOf(manager, subjects);
    for (const table of [persons, personVersions])
      await manager.createQueryBuilder().update(table).set(nameless).where('uniId IN (:...keys)', { keys }).execute();
    for (const table of [ties, tieVersions])
      await manager.createQueryBuilder().update(table).set(nothingSaid).where('uniId IN (:...keys)', { keys }).execute();
    for (const table of [vaultNumbers, formerNumbers, protectionClaims, citizenLinks, activations])
      await manager.createQueryBuilder().delete().from(table).where('uniId IN (:...keys)', { keys }).execute();
    for (const some of inChunks(ids))
      await manager
        .createQueryBuilder()
        .delete()
        .from(contactRelations)
        .where('child IN (:...some) OR contact IN (:...some)', { some })
        .execute();
    for (const { id, daycare, uniId } of theirs) {
      const facts: AffiliationFacts = { daycare, uniId, changedFields: [] };
      transaction.record({ kind: eventNames.ERASED, actor: 'retention', subject: id, facts: { ...facts } });
    }
    for (const uniId of keys) transaction.record({ kind: 'PersonErased', actor: 'retention', subject: uniId, facts: {} });
  });
}
