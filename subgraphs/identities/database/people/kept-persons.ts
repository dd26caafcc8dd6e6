import { FOREVER } from '#shared/clock.ts';
import { forUpdate, insertRows, type Transaction } from '#shared/database.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';
import type { Person } from '../../domain/people/person.ts';
import { numberHashes, persons, type PersonVersion, personVersions, ties } from './people-tables.ts';
import { byKeys, inChunks, replaceRows } from '../replace-rows.ts';

/** The persons of these UniIDs, locked in key order. */
export async function lockPersons(transaction: Transaction, uniIds: readonly string[]): Promise<Person[]> {
  const found: Person[] = [];
  for (const chunk of inChunks([...uniIds].sort())) {
    found.push(
      ...(await forUpdate(
        transaction,
        transaction.manager.createQueryBuilder(persons, 'p').where('p.uniId IN (:...uniIds)', { uniIds: chunk }).orderBy('p.uniId'),
      ).getMany()),
    );
  }
  return found;
}

/** Which of these have a national number in the vault. */
export async function numberedPersons({ manager }: Transaction, uniIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await byKeys(uniIds, (keys) =>
    manager.createQueryBuilder(numberHashes, 'known').where('known.uniId IN (:...keys)', { keys }).getMany(),
  );
  return new Set(found.map(({ uniId }) => uniId));
}

/** Whom the source once meant by these local ids; the latest where it meant several. */
export async function formerPersons(
  { manager }: Transaction,
  { daycare, system, source }: SourceKey,
  localIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found: [string, string][] = [];
  for (const chunk of inChunks(localIds)) {
    const ended = await manager
      .createQueryBuilder(ties, 't')
      .where(
        't.daycare = :daycare AND t.system = :system AND t.source = :source AND t.to IS NOT NULL AND t.localPersonId IN (:...localIds)',
        { daycare, system, source, localIds: chunk },
      )
      .orderBy('t.to')
      .getMany();
    found.push(...ended.map(({ localPersonId, uniId }): [string, string] => [localPersonId ?? '', uniId]));
  }
  return new Map(found);
}

/** Keeps how persons are shown now, and how they were shown before. */
export async function keepPersons(
  transaction: Transaction,
  steps: readonly { readonly before: Person; readonly after: Person }[],
): Promise<void> {
  if (steps.length === 0) return;
  const { manager, at } = transaction;
  await replaceRows(
    transaction,
    persons,
    'uniId',
    steps.map(({ after }) => after),
  );
  for (const chunk of inChunks(steps)) {
    await manager
      .createQueryBuilder()
      .update(personVersions)
      .set({ recordedTo: at })
      .where('uniId IN (:...uniIds) AND recordedTo = :forever AND validTo = :forever', {
        uniIds: chunk.map(({ after }) => after.uniId),
        forever: FOREVER,
      })
      .execute();
  }
  const held = steps.filter(({ before }) => before.validFrom < at).map(({ before }) => versionOf(before, at, at));
  await insertRows(transaction, personVersions, [...held, ...steps.map(({ after }) => versionOf(after, FOREVER, at))]);
}

const versionOf = ({ recordedAt: _, ...person }: Person, validTo: number, recordedFrom: number): PersonVersion => ({
  ...person,
  validTo,
  recordedFrom,
  recordedTo: FOREVER,
});
