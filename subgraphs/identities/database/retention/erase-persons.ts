import type { EntityManager } from 'typeorm';
import { type Database, insertRows } from '#shared/database.ts';
import { eraseFactsOf } from '#shared/event-log.ts';
import { type AffiliationFacts, eventNames } from '../../domain/importing/affiliation-event.ts';
import type { ForgottenPage } from '../../domain/retention/archive.ts';
import type { TieFacts } from '../../domain/people/affiliation.ts';
import { formerNumbers } from '../identifying/reidentify-tables.ts';
import { protectionClaims } from '../importing/import-tables.ts';
import { activations } from '../logins/activation-tables.ts';
import { citizenLinks } from '../logins/login-tables.ts';
import { lockPersons } from '../people/kept-persons.ts';
import { contactRelations, persons, personVersions, ties, tieVersions, vaultNumbers } from '../people/people-tables.ts';
import { byKeys, inChunks } from '../replace-rows.ts';
import { erasedPersons } from './retention-tables.ts';

const LOOKED_AT = 500;
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

/** Of the next persons in the order of their keys, those who have had no tie since; and where to go on. */
export async function forgotten(manager: EntityManager, after: string, endedBefore: number): Promise<ForgottenPage> {
  const page = await manager
    .createQueryBuilder(persons, 'p')
    .where('p.uniId > :after', { after })
    .orderBy('p.uniId')
    .limit(LOOKED_AT)
    .getMany();
  const keys = page.map(({ uniId }) => uniId);
  const found = await byKeys(keys, (some) =>
    manager.createQueryBuilder(persons, 'p').where(`p.uniId IN (:...some) AND ${untied}`, { some, endedBefore }).getMany(),
  );
  return { uniIds: found.map(({ uniId }) => uniId), next: keys.at(-1) };
}

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
