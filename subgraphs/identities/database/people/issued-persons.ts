import { insertRows, isDuplicate, type Transaction } from '#shared/database.ts';
import { FOREVER } from '#shared/clock.ts';
import type { Newcomer } from '../../domain/importing/matching.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { type Person, shownName } from '../../domain/people/person.ts';
import { claimHashes, sealNumbers } from './claimed-numbers.ts';
import { numberHashes, persons, personVersions } from './people-tables.ts';
import { inChunks } from '../replace-rows.ts';

const PERSONS_AT_ONCE = 50;
const MOST_DRAWS = 20;

/** What new identities are made with. */
export interface Issuing {
  readonly cipher: NumberCipher;
  readonly drawUniId: () => string;
}

interface Issued {
  readonly newcomer: Newcomer;
  readonly person: Person;
}

/**
 * Gives each newcomer a UniID. Two imports may bring the same person at once: both put in the number's hash, the index lets
 * one through, and the other goes on with the winner's.
 */
export async function issuePersons(
  transaction: Transaction,
  issuing: Issuing,
  newcomers: readonly Newcomer[],
): Promise<ReadonlyMap<string, string>> {
  const issued = await insertPersons(transaction, issuing, newcomers);
  const winners = await claimNumbers(transaction, issuing.cipher, issued);
  const lost = issued.filter(({ newcomer, person }) => (winners.get(newcomer.nationalNumber ?? '') ?? person.uniId) !== person.uniId);
  await removePersons(
    transaction,
    lost.map(({ person }) => person.uniId),
  );
  const kept = issued.filter((each) => !lost.includes(each));
  await insertRows(
    transaction,
    personVersions,
    kept.map(({ person: { recordedAt, ...person } }) => ({ ...person, validTo: FOREVER, recordedFrom: recordedAt, recordedTo: FOREVER })),
  );
  await sealNumbers(
    transaction,
    issuing.cipher,
    kept.flatMap(({ newcomer: { nationalNumber }, person: { uniId } }) => (nationalNumber ? [[uniId, nationalNumber] as const] : [])),
  );
  return new Map(issued.map(({ newcomer, person }) => [newcomer.key, winners.get(newcomer.nationalNumber ?? '') ?? person.uniId]));
}

/** Inserts first; where a UniID was somebody's already it is drawn again. */
async function insertPersons(transaction: Transaction, { drawUniId }: Issuing, newcomers: readonly Newcomer[]): Promise<Issued[]> {
  const { at } = transaction;
  const issued: Issued[] = [];
  for (const chunk of inChunks(newcomers, PERSONS_AT_ONCE)) {
    const draw = () =>
      chunk.map(
        (newcomer): Issued => ({
          newcomer,
          person: {
            ...shownName(newcomer.told),
            uniId: drawUniId(),
            state: 'IMPORTED',
            isProtected: newcomer.told.isProtected,
            validFrom: at,
            recordedAt: at,
          },
        }),
      );
    issued.push(...(await insertDrawn(transaction, draw)));
  }
  return issued;
}

async function insertDrawn(transaction: Transaction, draw: () => Issued[]): Promise<Issued[]> {
  for (let attempt = 1; ; attempt++) {
    const drawn = draw();
    try {
      await insertRows(
        transaction,
        persons,
        drawn.map(({ person }) => person),
      );
      return drawn;
    } catch (error) {
      if (!isDuplicate(error) || attempt === MOST_DRAWS) throw error;
    }
  }
}

function claimNumbers(transaction: Transaction, cipher: NumberCipher, issued: readonly Issued[]): Promise<ReadonlyMap<string, string>> {
  return claimHashes(
    transaction,
    cipher,
    issued.flatMap(({ newcomer: { nationalNumber }, person: { uniId } }) => (nationalNumber ? [[uniId, nationalNumber] as const] : [])),
  );
}

async function removePersons({ manager }: Transaction, uniIds: readonly string[]): Promise<void> {
  for (const keys of inChunks(uniIds))
    for (const table of [numberHashes, persons])
      await manager.createQueryBuilder().delete().from(table).where('uniId IN (:...keys)', { keys }).execute();
}
