import { forShare, forUpdate, insertRows, isDuplicate, type Transaction } from '#shared/database.ts';
import { relyOnFeeds } from '#shared/follow.ts';
import type { Access, AccessRow } from '../domain/accesses/access.ts';
import { eventNames } from '../domain/agreement-event.ts';
import type { Agreements } from '../domain/agreement-store.ts';
import type { AccessRequest, RequestRow } from '../domain/requests/request.ts';
import { knownIn, putDaycares } from './known-daycares.ts';
import { claim } from './live-agreements.ts';
import { withDaycare } from './reading.ts';
import { accesses, connections, liveAgreements, requests, suppliers, systems } from './tables.ts';
import { withinReach } from './within-reach.ts';

const live = "('ACTIVE', 'SUSPENDED')";

/** The agreements inside one transaction. Locks are taken in key order, systems after what they are of. */
export function agreementsIn(transaction: Transaction, newId: () => string): Agreements {
  const { manager, at, record } = transaction;
  const lockedRequests = () => forUpdate(transaction, withDaycare<RequestRow, AccessRequest>(manager, requests)).orderBy('row.id');
  const lockedAccesses = () => forUpdate(transaction, withDaycare<AccessRow, Access>(manager, accesses)).orderBy('row.id');
  return {
    at,
    newId,
    relyOnRegister: () => relyOnFeeds(transaction, ['institutions']),
    holdDaycares: (numbers) => knownIn(transaction, forShare, numbers),
    lockDaycares: (numbers) => knownIn(transaction, forUpdate, numbers),

    holdSystems: async (ids) =>
      byKey(
        await ifAny(ids, () =>
          forShare(
            transaction,
            manager
              .createQueryBuilder(systems, 's')
              .where('s.id IN (:...ids)', { ids: [...new Set(ids)] })
              .orderBy('s.id'),
          ).getMany(),
        ),
        ({ id }) => id,
      ),
    lockSystem: async (id) =>
      (await forUpdate(transaction, manager.createQueryBuilder(systems, 's').where('s.id = :id', { id })).getOne()) ?? undefined,
    setSystemState: async (id, state) => void (await manager.update(systems, { id }, { state })),
    supplier: async (number) =>
      (await manager.createQueryBuilder(suppliers, 's').where('s.number = :number', { number }).getOne()) ?? undefined,
    suppliers: async (numbers) =>
      byKey(
        await ifAny(numbers, () => manager.createQueryBuilder(suppliers, 's').where('s.number IN (:...numbers)', { numbers }).getMany()),
        ({ number }) => number,
      ),
    connections: (system) => manager.createQueryBuilder(connections, 'c').where('c.system = :system', { system }).getMany(),
    addSupplier: (supplier) => unlessTaken(() => insertRows(transaction, suppliers, [supplier])),
    addSystem: (system, made) =>
      unlessTaken(async () => {
        await insertRows(transaction, systems, [system]);
        await insertRows(transaction, connections, made);
      }),

    claim: (wanted) => claim(transaction, wanted),
    release: async (requestIds) =>
      void (await ifAny(requestIds, () =>
        manager
          .createQueryBuilder()
          .delete()
          .from(liveAgreements)
          .where('requestId IN (:...requestIds)', { requestIds })
          .execute()
          .then(() => []),
      )),
    addRequests: (rows) => insertRows(transaction, requests, rows),
    lockRequests: async (ids, reach) =>
      byKey(
        await ifAny(ids, () => withinReach(lockedRequests().where('row.id IN (:...ids)', { ids: [...new Set(ids)] }), reach).getMany()),
        ({ id }) => id,
      ),
    waitingAt: (daycares) =>
      ifAny(daycares, () =>
        lockedRequests().where("row.daycareNumber IN (:...daycares) AND row.state = 'WAITING'", { daycares }).getMany(),
      ),
    moveRequests: async (ids, state, decision) =>
      void (await ifAny(ids, () =>
        manager
          .createQueryBuilder()
          .update(requests)
          .set({ state, decision })
          .where('id IN (:...ids)', { ids })
          .execute()
          .then(() => []),
      )),

    addAccesses: (rows) => insertRows(transaction, accesses, rows),
    lockAccesses: async (ids, reach) =>
      byKey(
        await ifAny(ids, () => withinReach(lockedAccesses().where('row.id IN (:...ids)', { ids: [...new Set(ids)] }), reach).getMany()),
        ({ id }) => id,
      ),
    liveOfSystem: (system) => lockedAccesses().where(`row.system = :system AND row.state IN ${live}`, { system }).getMany(),
    liveAt: (daycares) =>
      ifAny(daycares, () => lockedAccesses().where(`row.daycareNumber IN (:...daycares) AND row.state IN ${live}`, { daycares }).getMany()),
    moveAccesses: async (ids, move) =>
      void (await ifAny(ids, () =>
        manager
          .createQueryBuilder()
          .update(accesses)
          .set(move)
          .where('id IN (:...ids)', { ids })
          .execute()
          .then(() => []),
      )),

    putDaycares: (daycares, before) => putDaycares(transaction, daycares, before),
    tell: (kind, facts) =>
      record({ kind: eventNames.get(kind) ?? kind, actor: facts.by.actor, subject: facts.requestId, facts: { ...facts } }),
    tellSystem: (kind, subject, actor, facts) => record({ kind, actor, subject, facts }),
  };
}

const ifAny = async <Row>(keys: readonly string[], read: () => Promise<Row[]>): Promise<Row[]> => (keys.length === 0 ? [] : read());
const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

async function unlessTaken(insert: () => Promise<void>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
