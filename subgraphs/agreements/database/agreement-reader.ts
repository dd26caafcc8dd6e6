import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '#shared/actor.ts';
import type { Database } from '#shared/database.ts';
import { eventsOfMany } from '#shared/event-log.ts';
import type { Access, AccessRow } from '../domain/accesses/access.ts';
import { type AgreementEventFacts, toldChange } from '../domain/agreement-event.ts';
import type { AgreementReader, Criteria } from '../domain/agreement-reader.ts';
import { heldBy, ownSuppliers } from '../domain/requests/decision-policy.ts';
import { reachOf } from '../domain/reach.ts';
import type { AccessRequest, RequestRow } from '../domain/requests/request.ts';
import { byKey } from './keeping/some.ts';
import { soughtBy } from './overseeing/sought-requests.ts';
import { withDaycare } from './reading.ts';
import { systemReader } from './system-reader.ts';
import { accesses, requests } from './tables.ts';
import { decidableBy, withinReach } from './within-reach.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Reads agreements within an actor's reach; each question is one statement, whatever the length of its list. */
export function agreementReader({ read, clock }: Database): AgreementReader {
  const requestRows = (actor: Actor) =>
    read(async (manager) => withinReach(withDaycare<RequestRow, AccessRequest>(manager, requests), reachOf(actor)));
  const accessRows = (actor: Actor) =>
    read(async (manager) => withinReach(withDaycare<AccessRow, Access>(manager, accesses), reachOf(actor)));
  const inboxRows = (actor: Actor) =>
    read(async (manager) =>
      decidableBy(withDaycare<RequestRow, AccessRequest>(manager, requests), {
        held: heldBy(actor),
        besides: ownSuppliers(actor),
        by: actor.id,
      }).andWhere("row.state = 'WAITING'"),
    );
  const restrict = restricting(clock);
  return {
    requests: async (actor, criteria, place) => page(restrict(await requestRows(actor), criteria), place),
    countRequests: async (actor, criteria) => restrict(await requestRows(actor), criteria).getCount(),
    inbox: async (actor, criteria, place) => page(restrict(await inboxRows(actor), criteria), place),
    countInbox: async (actor, criteria) => restrict(await inboxRows(actor), criteria).getCount(),
    accesses: async (actor, criteria, place) => page(restrict(await accessRows(actor), criteria), place),
    countAccesses: async (actor, criteria) => restrict(await accessRows(actor), criteria).getCount(),
    requestsByIds: async (actor, ids) =>
      byKey(await (await requestRows(actor)).andWhere('row.id IN (:...ids)', { ids }).getMany(), ({ id }) => id),
    accessesByIds: async (actor, ids) =>
      byKey(await (await accessRows(actor)).andWhere('row.id IN (:...ids)', { ids }).getMany(), ({ id }) => id),
    accessesByRequests: async (actor, ids) =>
      byKey(
        await (await accessRows(actor)).andWhere('row.requestId IN (:...ids)', { ids }).orderBy('row.id').getMany(),
        ({ requestId }) => requestId,
      ),
    lastRequest: (system, service, daycare) =>
      read(async (manager) => {
        const asked = withDaycare<RequestRow, AccessRequest>(manager, requests).where(
          'row.system = :system AND row.service = :service AND row.daycareNumber = :daycare',
          { system, service, daycare },
        );
        return (await asked.orderBy('row.id', 'DESC').limit(1).getOne()) ?? undefined;
      }),
    ...systemReader(read),
    histories: (ids) =>
      read(async (manager) => {
        const events = await eventsOfMany<AgreementEventFacts>(manager, ids);
        return Map.groupBy(
          events.flatMap((event) => toldChange({ ...event, cursor: '' })),
          ({ facts }) => facts.requestId,
        );
      }),
  };
}

/** Ids are in time order, so a page by id is oldest first. Ids are sought first, so that only the page's own rows are read whole. */
async function page<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { after, limit }: { after: readonly (string | number)[] | undefined; limit: number },
): Promise<Row[]> {
  const placed = (after ? query.andWhere('row.id > :after', { after: after[0] }) : query).orderBy('row.id').limit(limit);
  const found = await placed.clone().select('row.id', 'id').getRawMany<{ id: string }>();
  return found.length === 0 ? [] : placed.where('row.id IN (:...page)', { page: found.map(({ id }) => id) }).getMany();
}

/** Limits requests or accesses, joined with their `daycare`, to what a filter asks. */
export function restricting(clock: () => number) {
  return <Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, criteria: Criteria): SelectQueryBuilder<Row> => {
    const { state, ownership, daycare, municipality, olderThanDays } = criteria;
    for (const column of ['system', 'supplier', 'service', 'agreementClass'] as const)
      if (criteria[column]) query.andWhere(`row.${column} = :${column}`, { [column]: criteria[column] });
    if (state) query.andWhere(state.length === 0 ? '1 = 0' : 'row.state IN (:...states)', { states: [...new Set(state)] });
    if (daycare) query.andWhere('row.daycareNumber = :daycareNumber', { daycareNumber: daycare });
    if (municipality) query.andWhere('daycare.municipality = :inMunicipality', { inMunicipality: municipality });
    if (ownership)
      query.andWhere(ownership.length === 0 ? '1 = 0' : 'daycare.ownership IN (:...ownerships)', { ownerships: [...new Set(ownership)] });
    if (typeof olderThanDays === 'number') query.andWhere('row.requestedAt < :sentBefore', { sentBefore: clock() - olderThanDays * DAY });
    return criteria.sought ? soughtBy(query, criteria.sought) : query;
  };
}
