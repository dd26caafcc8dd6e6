import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import { eventsOf } from '#shared/event-log.ts';
import type { Daycare } from '../domain/daycares/daycare.ts';
import { type DaycareEventFacts, toldChange } from '../domain/daycares/daycare-event.ts';
import type { RegisterReader } from '../domain/register-reader.ts';
import type { DaycareCriteria } from '../domain/register-store.ts';
import { daycares, legacyNumbers, successions } from './tables.ts';

/** Reads the register; each question is one statement, whatever the length of its list. */
export function registerReader(database: Database): RegisterReader {
  const { read } = database;
  return {
    byNumbers: (numbers) =>
      read(
        async (manager) =>
          new Map(
            (await select(manager).where('d.number IN (:...numbers)', { numbers }).getMany()).map((daycare) => [daycare.number, daycare]),
          ),
      ),
    numberOfLegacy: (legacy) =>
      read(
        async (manager) =>
          (await manager.createQueryBuilder(legacyNumbers, 'known').where('known.legacy = :legacy', { legacy }).getOne())?.number,
      ),
    legacyNumbers: (numbers) =>
      read(async (manager) =>
        grouped(
          await manager
            .createQueryBuilder(legacyNumbers, 'known')
            .where('known.number IN (:...numbers)', { numbers })
            .orderBy('known.legacy')
            .getMany(),
          'number',
          'legacy',
        ),
      ),
    list: (criteria, { after, limit }) =>
      read((manager) => {
        const matching = restrict(select(manager), criteria);
        return (after ? matching.andWhere('d.number > :after', { after: after[0] }) : matching).orderBy('d.number').limit(limit).getMany();
      }),
    count: (criteria) => read((manager) => restrict(select(manager), criteria).getCount()),
    openChildren: (parents) =>
      read(async (manager) => {
        const found = await select(manager)
          .where("d.status <> 'CLOSED' AND ((d.level = 'UNIT' AND d.institution IN (:...parents)) OR d.unit IN (:...parents))", { parents })
          .orderBy('d.number')
          .getMany();
        return Map.groupBy(found, ({ institution, unit }) => unit ?? institution ?? '');
      }),
    successors: (numbers) =>
      read(async (manager) =>
        grouped(
          await manager
            .createQueryBuilder(successions, 's')
            .where('s.predecessor IN (:...numbers)', { numbers })
            .orderBy('s.successor')
            .getMany(),
          'predecessor',
          'successor',
        ),
      ),
    predecessors: (numbers) =>
      read(async (manager) =>
        grouped(
          await manager
            .createQueryBuilder(successions, 's')
            .where('s.successor IN (:...numbers)', { numbers })
            .orderBy('s.predecessor')
            .getMany(),
          'successor',
          'predecessor',
        ),
      ),
    history: (number, { after, limit }) =>
      read(async (manager) => {
        const events = await eventsOf<DaycareEventFacts>(manager, number, Number(after?.[0] ?? Number.MAX_SAFE_INTEGER), limit);
        return events.flatMap((event) => toldChange({ ...event, cursor: '' }).map((change) => ({ ...change, order: event.position })));
      }),
  };
}

const select = (manager: EntityManager) => manager.createQueryBuilder(daycares, 'd');

function restrict(
  query: SelectQueryBuilder<Daycare>,
  { municipality, level, ownership, type, status, institution }: DaycareCriteria,
): SelectQueryBuilder<Daycare> {
  if (municipality) query.andWhere('d.municipality = :municipality', { municipality });
  if (level) query.andWhere('d.level = :level', { level });
  if (institution) query.andWhere("d.institution = :institution AND d.level = 'UNIT'", { institution });
  for (const [column, values] of [
    ['ownership', ownership],
    ['type', type],
    ['status', status],
  ] as const) {
    if (values)
      query.andWhere(values.length === 0 ? '1 = 0' : `d.${column} IN (:...${column})`, { [column]: [...new Set<string>(values)] });
  }
  return query;
}

function grouped<Row extends object>(rows: readonly Row[], by: keyof Row, value: keyof Row): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(rows, (row) => String(row[by]));
  return new Map([...groups].map(([key, members]) => [key, members.map((row) => String(row[value]))]));
}
