import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Access, AccessRow } from '../../domain/accesses/access.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import type { DaycaresSought, Place, Standing } from '../../domain/overseeing/oversight-reader.ts';
import type { AccessRequest, RequestRow } from '../../domain/requests/request.ts';
import { withDaycare } from '../reading.ts';
import { accesses, knownDaycares, requests } from '../tables.ts';
import { particulars } from './oversight-tables.ts';
import { hasWord } from './sought-requests.ts';

function sought(manager: EntityManager, { words, municipality }: DaycaresSought): SelectQueryBuilder<KnownDaycare> {
  const query = manager.createQueryBuilder(knownDaycares, 'd').where("d.level <> 'INSTITUTION' AND d.status <> 'CLOSED'");
  if (municipality) query.andWhere('d.municipality = :municipality', { municipality });
  if (words.length > 0) query.innerJoin(particulars.options.name, 'p', 'p.number = d.number');
  for (const [index, word] of words.entries()) query.andWhere(hasWord('p.words', `word${index}`), { [`word${index}`]: word });
  return query;
}

/** Units and locations that are not closed, by number. */
export function daycaresSought(manager: EntityManager, asked: DaycaresSought, { after, limit }: Place): Promise<KnownDaycare[]> {
  const query = sought(manager, asked);
  if (after) query.andWhere('d.number > :after', { after: after[0] });
  return query.orderBy('d.number').limit(limit).getMany();
}

export const countDaycaresSought = (manager: EntityManager, asked: DaycaresSought): Promise<number> => sought(manager, asked).getCount();

/** The last request of a system and service to each of these daycares, and the access it became. */
export async function standings(
  manager: EntityManager,
  system: string,
  service: string,
  daycares: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (daycares.length === 0) return new Map();
  const asked = await withDaycare<RequestRow, AccessRequest>(manager, requests)
    .where('row.daycareNumber IN (:...daycares) AND row.system = :system AND row.service = :service', { daycares, system, service })
    .orderBy('row.id')
    .getMany();
  const last = [...new Map(asked.map((request) => [request.daycareNumber, request])).values()];
  if (last.length === 0) return new Map();
  const granted = await withDaycare<AccessRow, Access>(manager, accesses)
    .where('row.requestId IN (:...ids)', { ids: last.map(({ id }) => id) })
    .getMany();
  const accessOf = new Map(granted.map((access) => [access.requestId, access]));
  return new Map(last.map((request) => [request.daycareNumber, { request, access: accessOf.get(request.id) ?? null }]));
}
