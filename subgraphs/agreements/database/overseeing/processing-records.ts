import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { eventsOfMany } from '#shared/event-log.ts';
import type { AccessRow } from '../../domain/accesses/access.ts';
import { type AgreementEventFacts, type ChangeKind, eventNames } from '../../domain/agreement-event.ts';
import type { Place } from '../../domain/overseeing/oversight-reader.ts';
import { isOver, type ProcessingRecord, type RecordPlace } from '../../domain/overseeing/processing-record.ts';
import type { Reach } from '../../domain/reach.ts';
import { withDaycare } from '../reading.ts';
import { accesses, requests } from '../tables.ts';
import { withinReach } from '../within-reach.ts';
import { particulars } from './oversight-tables.ts';

const endingKinds: readonly ChangeKind[] = ['REVOKED', 'ENDED', 'LAPSED', 'CLOSED'];
const endings = new Set<string | undefined>(endingKinds.map((kind) => eventNames.get(kind)));

/** All that was ever granted there. A municipality's record holds no private daycare: those keep their own. */
function recorded(manager: EntityManager, of: RecordPlace, reach: readonly Reach[]): SelectQueryBuilder<ProcessingRecord> {
  const query = withDaycare<AccessRow, ProcessingRecord>(manager, accesses)
    .innerJoinAndMapOne('row.request', requests.options.name, 'request', 'request.id = row.requestId')
    .leftJoinAndMapOne('row.particulars', particulars.options.name, 'particulars', 'particulars.number = row.daycareNumber');
  if ('municipality' in of) query.where("daycare.municipality = :code AND daycare.ownership <> 'PRIVATE'", { code: of.municipality });
  else query.where('(daycare.number = :number OR daycare.unit = :number)', { number: of.daycare });
  return withinReach(query, reach);
}

/** A page of a record, by daycare and then oldest first; when those ended that have, the log tells. */
export async function processingRecords(
  manager: EntityManager,
  of: RecordPlace,
  reach: readonly Reach[],
  { after, limit }: Place,
): Promise<ProcessingRecord[]> {
  const query = recorded(manager, of, reach);
  if (after)
    query.andWhere('(row.daycareNumber > :daycare OR (row.daycareNumber = :daycare AND row.id > :id))', {
      daycare: after[0],
      id: after[1],
    });
  const rows = await query.orderBy('row.daycareNumber').addOrderBy('row.id').limit(limit).getMany();
  const ends = await endsOf(
    manager,
    rows.filter(isOver).map(({ requestId }) => requestId),
  );
  return rows.map((row) => ({ ...row, endedAt: isOver(row) ? (ends.get(row.requestId) ?? null) : null }));
}

export const countRecords = (manager: EntityManager, of: RecordPlace, reach: readonly Reach[]): Promise<number> =>
  recorded(manager, of, reach).getCount();

async function endsOf(manager: EntityManager, requestIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (requestIds.length === 0) return new Map();
  const events = await eventsOfMany<AgreementEventFacts>(manager, requestIds);
  const ends = events.filter(({ kind }) => endings.has(kind));
  return new Map(ends.map(({ subject, at }) => [subject, at]));
}
