import type { EntityManager } from 'typeorm';
import type { Remaining } from '../../domain/vault/rotation.ts';

/** How much lies under other keys than this one. */
export async function remainingUnder(manager: EntityManager, current: number, now: number): Promise<Remaining> {
  const count = async (sql: string, parameters: unknown[]): Promise<number> => {
    const [row]: { readonly found: unknown }[] = await manager.query(sql, parameters);
    return Number(row?.found ?? 0);
  };
  const perPerson = `SELECT uniId FROM number_hash WHERE uniId IN (SELECT uniId FROM vault_number) GROUP BY uniId, keyVersion HAVING keyVersion <> ? AND COUNT(*) >
    (SELECT COUNT(*) FROM number_hash present WHERE present.uniId = number_hash.uniId AND present.keyVersion = ?)`;
  return {
    sealedNumbers: await count('SELECT COUNT(*) AS found FROM vault_number WHERE keyVersion <> ?', [current]),
    formerNumbers: await count('SELECT COUNT(*) AS found FROM former_number WHERE keyVersion <> ?', [current]),
    unfoundPersons: await count(`SELECT COUNT(DISTINCT uniId) AS found FROM (${perPerson}) unfound`, [current, current]),
    openProposals: await count(
      'SELECT COUNT(*) AS found FROM reidentification WHERE doneAt IS NULL AND keyVersion <> ? AND expiresAt > ?',
      [current, now],
    ),
    sealedDocuments:
      (await count('SELECT COUNT(*) AS found FROM import_sealed WHERE keyVersion <> ? AND eraseAt > ?', [current, now])) +
      (await count('SELECT COUNT(*) AS found FROM import_change WHERE keyVersion <> ? AND eraseAt > ?', [current, now])),
  };
}
