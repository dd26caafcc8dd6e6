import type { EntityManager, EntitySchema } from 'typeorm';
import type { Tie } from '../../domain/people/affiliation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { TieWithPerson } from '../../domain/reading/readings.ts';
import { persons, type TieVersion } from './people-tables.ts';
import { byKeys } from '../replace-rows.ts';

const isVersion = (row: Tie | TieVersion): row is TieVersion => 'affiliation' in row;

/** A row of either table as a tie; one of the past has not ended yet then. */
export function asTie(row: Tie | TieVersion): Tie {
  if (!isVersion(row)) return row;
  const { id: _, affiliation, validTo: __, recordedFrom, recordedTo: ___, ...tie } = row;
  return { ...tie, id: affiliation, to: null, frozenSince: null, recordedAt: recordedFrom };
}

/** Rows, each with its person. */
export async function withPersons<Row extends { readonly uniId: string }>(
  manager: EntityManager,
  found: readonly Row[],
): Promise<(Row & { readonly person: Person })[]> {
  const known = await byKeys(
    found.map(({ uniId }) => uniId),
    (keys) => manager.createQueryBuilder(persons, 'p').where('p.uniId IN (:...keys)', { keys }).getMany(),
  );
  const byUniId = new Map(known.map((person) => [person.uniId, person]));
  return found.flatMap((row) => {
    const person = byUniId.get(row.uniId);
    return person ? [{ ...row, person }] : [];
  });
}

/** The rows of these keys, each as the tie it is or was, by key. */
export async function shownRows<Row extends Tie | TieVersion>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TieWithPerson>> {
  const rows = await byKeys(ids, (keys) => manager.createQueryBuilder(table, 't').where('t.id IN (:...keys)', { keys }).getMany());
  return new Map((await withPersons(manager, rows)).map((row) => [String(row.id), { ...asTie(row), person: row.person }]));
}
