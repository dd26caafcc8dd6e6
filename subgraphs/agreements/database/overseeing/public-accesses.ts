import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { AccessRow } from '../../domain/accesses/access.ts';
import type { Place } from '../../domain/overseeing/oversight-reader.ts';
import type { AccessWithRequest, PublicPlace } from '../../domain/overseeing/public-access.ts';
import { withDaycare } from '../reading.ts';
import { accesses, requests } from '../tables.ts';

/** What has been granted and is not over, paused or not, at a daycare and what lies under it, or in a municipality. */
function granted(manager: EntityManager, of: PublicPlace): SelectQueryBuilder<AccessWithRequest> {
  const query = withDaycare<AccessRow, AccessWithRequest>(manager, accesses)
    .innerJoinAndMapOne('row.request', requests.options.name, 'request', 'request.id = row.requestId')
    .where("row.state IN ('ACTIVE', 'SUSPENDED')");
  if ('municipality' in of) return query.andWhere('daycare.municipality = :code', { code: of.municipality });
  return query.andWhere('(daycare.number = :number OR daycare.unit = :number OR daycare.institution = :number)', { number: of.daycare });
}

/** A page of them by daycare, system and service, of which there is one at a time. */
export function publicAccesses(manager: EntityManager, of: PublicPlace, { after, limit }: Place): Promise<AccessWithRequest[]> {
  const query = granted(manager, of);
  if (after) {
    const [daycare, system, service] = after;
    query.andWhere(
      '(row.daycareNumber > :daycare OR (row.daycareNumber = :daycare AND (row.system > :system OR (row.system = :system AND row.service > :service))))',
      { daycare, system, service },
    );
  }
  return query.orderBy('row.daycareNumber').addOrderBy('row.system').addOrderBy('row.service').limit(limit).getMany();
}

export const countPublicAccesses = (manager: EntityManager, of: PublicPlace): Promise<number> => granted(manager, of).getCount();
