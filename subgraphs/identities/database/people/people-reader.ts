import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import type { Database } from '#shared/database.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import type { PeopleCriteria, PeopleQuestion, Readings, TieWithPerson } from '../../domain/reading/readings.ts';
import { askTogether } from '../reading/ask-together.ts';
import { groups, type TieVersion, tieVersions, ties, vaultNumbers } from './people-tables.ts';
import { livingWithProtected, relationsOf } from './relation-reader.ts';
import { byKeys } from '../replace-rows.ts';
import { asTie, shownRows, withPersons } from './tie-rows.ts';

type PeopleReader = Pick<
  Readings,
  'people' | 'countPeople' | 'tiesOf' | 'tiesByIds' | 'relationsOf' | 'livingWithProtected' | 'groupsOf' | 'numbersOf'
>;

/** Reads persons and their ties; each question is a fixed number of statements, whatever the length of its list. */
export function peopleReader({ read }: Database, cipher: NumberCipher): PeopleReader {
  return {
    people: (questions) => read((manager) => pagesOf(manager, questions)),
    countPeople: (criteria) => read((manager) => countsOf(manager, criteria)),
    tiesOf: (uniIds, asOf) => read((manager) => tiesOf(manager, uniIds, asOf)),
    tiesByIds: (ids) => read((manager) => shownRows(manager, ties, ids)),
    relationsOf: (ids) => read((manager) => relationsOf(manager, ids)),
    livingWithProtected: (uniIds) => read((manager) => livingWithProtected(manager, uniIds)),
    groupsOf: (daycares) =>
      read(async (manager) =>
        Map.groupBy(
          await byKeys(daycares, (keys) =>
            manager.createQueryBuilder(groups, 'g').where('g.daycare IN (:...keys)', { keys }).orderBy('g.localId').getMany(),
          ),
          ({ daycare }) => daycare,
        ),
      ),
    numbersOf: (uniIds) =>
      read(async (manager) => {
        const sealed = await byKeys(uniIds, (keys) =>
          manager.createQueryBuilder(vaultNumbers, 'v').where('v.uniId IN (:...keys)', { keys }).getMany(),
        );
        return new Map(sealed.map((number) => [number.uniId, cipher.open(number.uniId, number)]));
      }),
  };
}

/** Finds the rows of all pages in one statement, then reads them; pages of the past are versions. */
async function pagesOf(manager: EntityManager, questions: readonly PeopleQuestion[]): Promise<TieWithPerson[][]> {
  const asked = questions.map(({ criteria, place: { after, limit } }) => {
    const { query, id } = matching(manager, criteria);
    return (after ? query.andWhere(`${id} > :after`, { after: after[0] }) : query).select('t.id', 'answer').orderBy(id).limit(limit);
  });
  const found = (await askTogether(manager, asked)).map((ids, index) => ({ ids, isPast: questions[index]?.criteria.asOf !== null }));
  const present = await shownRows(
    manager,
    ties,
    found.flatMap(({ ids, isPast }) => (isPast ? [] : ids)),
  );
  const past = await shownRows(
    manager,
    tieVersions,
    found.flatMap(({ ids, isPast }) => (isPast ? ids : [])),
  );
  return found.map(({ ids, isPast }) =>
    ids.flatMap((id) => (isPast ? past : present).get(id) ?? []).sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
}

async function countsOf(manager: EntityManager, criteria: readonly PeopleCriteria[]): Promise<number[]> {
  const counts = await askTogether(
    manager,
    criteria.map((each) => matching(manager, each).query.select('COUNT(*)', 'answer')),
  );
  return counts.map(([count]) => Number(count));
}

async function tiesOf(manager: EntityManager, uniIds: readonly string[], asOf: number | null): Promise<TieWithPerson[]> {
  if (asOf === null)
    return withPersons(
      manager,
      await byKeys(uniIds, (keys) =>
        manager.createQueryBuilder(ties, 't').where('t.uniId IN (:...keys) AND t.to IS NULL', { keys }).orderBy('t.id').getMany(),
      ),
    );
  const past = await byKeys(uniIds, (keys) =>
    versionsAt(manager, asOf).andWhere('t.uniId IN (:...keys)', { keys }).orderBy('t.affiliation').getMany(),
  );
  return withPersons(manager, past.map(asTie));
}

/** The ties of a daycare as they are, or their versions at an instant, and the column that tells them apart. */
function matching(
  manager: EntityManager,
  criteria: PeopleCriteria,
): { query: SelectQueryBuilder<Tie> | SelectQueryBuilder<TieVersion>; id: string } {
  const { asOf, endedAfter, daycare } = criteria;
  if (asOf !== null)
    return { query: narrow(versionsAt(manager, asOf).andWhere('t.daycare = :daycare', { daycare }), criteria), id: 't.affiliation' };
  const query = manager.createQueryBuilder(ties, 't').where('t.daycare = :daycare', { daycare });
  const standing =
    endedAfter === null ? query.andWhere('t.to IS NULL') : query.andWhere('(t.to IS NULL OR t.to > :endedAfter)', { endedAfter });
  return { query: narrow(standing, criteria), id: 't.id' };
}

const versionsAt = (manager: EntityManager, asOf: number) =>
  manager
    .createQueryBuilder(tieVersions, 't')
    .where('t.validFrom <= :asOf AND t.validTo > :asOf AND t.recordedTo = :forever', { asOf, forever: FOREVER });

/** Text finds names, and of the protected their alias only; whoever is protected anywhere is not found by a name told elsewhere. */
function narrow<Row extends Tie | TieVersion>(
  query: SelectQueryBuilder<Row>,
  { roles, group, text }: PeopleCriteria,
): SelectQueryBuilder<Row> {
  if (roles.length === 0) query.andWhere('1 = 0');
  else query.andWhere('t.role IN (:...roles)', { roles });
  if (group !== null) {
    query.innerJoin('person_group', 'g', 'g.id = :group AND g.daycare = t.daycare AND g.system = t.system AND g.source = t.source', {
      group,
    });
    query.andWhere('(t.mainGroup = g.localId OR INSTR(t.groupIds, JSON_QUOTE(g.localId)) > 0)');
  }
  if (text !== null) {
    query
      .innerJoin('person', 'p', 'p.uniId = t.uniId')
      .andWhere('INSTR(t.searchName, :text) > 0 AND (p.isProtected = :no OR t.isProtected = :yes)', {
        text: text.toLowerCase(),
        no: false,
        yes: true,
      });
  }
  return query;
}
