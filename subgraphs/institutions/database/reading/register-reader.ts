import type { EntityManager } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { likelyDoubles } from '../../domain/doubles/likely-doubles.ts';
import type { Placed, RegisterReader } from '../../domain/register-reader.ts';
import { listByText, matchText } from '../searching/text-query.ts';
import { countRegister } from '../statistics/register-statistics.ts';
import { daycares, legacyNumbers } from '../tables/daycare-tables.ts';
import { dismissedDoubles } from '../tables/plan-tables.ts';
import { picturesAt } from './past-pictures.ts';
import { presentPictures } from './present-pictures.ts';
import { restrictDaycares } from './restrict-daycares.ts';
import { transferReader } from './transfer-reader.ts';

/** Reads the register; each question is so many statements, whatever the length of its list. */
export function registerReader(database: Database): RegisterReader {
  const { read } = database;
  const present = presentPictures(database);
  return {
    present,
    at: (lens) => picturesAt(database, lens, present),
    numberOfLegacy: (legacy) =>
      read(
        async (manager) =>
          (await manager.createQueryBuilder(legacyNumbers, 'known').where('known.legacy = :legacy', { legacy }).getOne())?.number,
      ),
    list: ({ text, ...criteria }, { after, limit }) =>
      read(async (manager) => {
        if (text) return byRank(manager, text, criteria, { after, limit });
        const matching = restrictDaycares(select(manager), criteria);
        if (after) matching.andWhere('d.number > :after', { after: after[0] });
        return (await matching.orderBy('d.number').limit(limit).getMany()).map((daycare) => ({ daycare, key: [daycare.number] }));
      }),
    count: ({ text, ...criteria }) =>
      read((manager) => {
        const matching = restrictDaycares(select(manager), criteria);
        return (text ? matchText(matching, text) : matching).getCount();
      }),
    statistics: (question) => read((manager) => countRegister(manager, question)),
    doubles: (municipality) =>
      read(async (manager) => {
        const open = await select(manager).where("d.municipality = :municipality AND d.status <> 'CLOSED'", { municipality }).getMany();
        const dismissed = new Set((await dismissedAmong(manager, municipality)).map(({ first, second }) => `${first} ${second}`));
        return likelyDoubles(open).filter(({ numbers }) => !dismissed.has([...numbers].sort().join(' ')));
      }),
    ...transferReader(database),
  };
}

const select = (manager: EntityManager) => manager.createQueryBuilder(daycares, 'd');

async function byRank(
  manager: EntityManager,
  text: string,
  criteria: Parameters<typeof restrictDaycares>[1],
  place: { after: readonly (string | number)[] | undefined; limit: number },
): Promise<Placed[]> {
  const after = place.after && ([Number(place.after[0]), String(place.after[1])] as const);
  const found = await listByText(manager, (query) => restrictDaycares(query, criteria), text, { after, limit: place.limit });
  return found.map(({ daycare, rank }: { daycare: Daycare; rank: number }) => ({ daycare, key: [rank, daycare.number] }));
}

const dismissedAmong = (manager: EntityManager, municipality: string) =>
  manager
    .createQueryBuilder(dismissedDoubles, 'pair')
    .where('pair.first IN (SELECT d.number FROM daycare d WHERE d.municipality = :municipality)', { municipality })
    .getMany();
