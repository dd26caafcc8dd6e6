import { forUpdate, insertRows, type Transaction } from '#shared/database.ts';
import { relyOnFeeds } from '#shared/follow.ts';
import type { Access, AccessRow } from '../../domain/accesses/access.ts';
import { eventNames } from '../../domain/agreement-event.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import type { AccessRequest, RequestRow } from '../../domain/requests/request.ts';
import type { Terms } from '../../domain/terms.ts';
import { withDaycare } from '../reading.ts';
import { accesses, requests } from '../tables.ts';
import { withinReach } from '../within-reach.ts';
import { endingsOf } from './endings.ts';
import { holdDaycares, lockWithLocations, putDaycares } from './known-daycares.ts';
import { claim, claimBeside, isTaken, release, standingBeside, withOneBeside } from './live-agreements.ts';
import { byKey, ifAny } from './some.ts';
import { seek } from './sought-requests.ts';
import { systemsIn } from './systems.ts';

const live = "('ACTIVE', 'SUSPENDED')";

export interface StoreParts {
  readonly newId: () => string;
  readonly terms: Terms;
}

/** The agreements inside one transaction. Locks are taken in key order, systems after what they are of. */
export function agreementsIn(transaction: Transaction, { newId, terms }: StoreParts): Agreements {
  const { at, record } = transaction;
  return {
    at,
    terms,
    newId,
    relyOnRegister: () => relyOnFeeds(transaction, ['institutions']),
    holdDaycares: (numbers) => holdDaycares(transaction, numbers),
    lockWithLocations: (numbers) => lockWithLocations(transaction, numbers),
    ...systemsIn(transaction),
    claim: (wanted) => claim(transaction, wanted),
    claimBeside: (wanted) => claimBeside(transaction, wanted),
    standingBeside: (asked) => standingBeside(transaction, asked),
    withOneBeside: (held) => withOneBeside(transaction, held),
    isTaken: (system, service, daycare) => isTaken(transaction, system, service, daycare),
    release: (requestIds) => release(transaction, requestIds),
    seek: (sought) => seek(transaction, sought),
    ...requestsIn(transaction),
    ...accessesIn(transaction),
    endingsOf: (ended) => endingsOf(transaction, ended),
    putDaycares: (daycares) => putDaycares(transaction, daycares),
    tell: (kind, facts) =>
      record({ kind: eventNames.get(kind) ?? kind, actor: facts.by.actor, subject: facts.requestId, facts: { ...facts } }),
    tellSystem: (kind, subject, actor, facts) => record({ kind, actor, subject, facts }),
  };
}

type OfRequests = 'addRequests' | 'lockRequests' | 'requestsOf' | 'waitingAt' | 'waitingFor' | 'moveRequests' | 'countReminder';

function requestsIn(transaction: Transaction): Pick<Agreements, OfRequests> {
  const { manager } = transaction;
  const locked = () => forUpdate(transaction, withDaycare<RequestRow, AccessRequest>(manager, requests)).orderBy('row.id');
  return {
    addRequests: (rows) => insertRows(transaction, requests, rows),
    lockRequests: async (ids, reach) =>
      byKey(
        await ifAny(ids, () => withinReach(locked().where('row.id IN (:...ids)', { ids: [...new Set(ids)] }), reach).getMany()),
        ({ id }) => id,
      ),
    requestsOf: async (ids) =>
      byKey(
        await ifAny(ids, () => manager.createQueryBuilder(requests, 'row').where('row.id IN (:...ids)', { ids }).getMany()),
        ({ id }) => id,
      ),
    waitingAt: (daycares) =>
      ifAny(daycares, () => locked().where("row.daycareNumber IN (:...daycares) AND row.state = 'WAITING'", { daycares }).getMany()),
    waitingFor: (system, service) => {
      const waiting = locked().where("row.system = :system AND row.state = 'WAITING'", { system });
      return (service ? waiting.andWhere('row.service = :service', { service }) : waiting).getMany();
    },
    moveRequests: async (ids, state, decision) => {
      await ifAny(ids, async () => {
        await manager.createQueryBuilder().update(requests).set({ state, decision }).where('id IN (:...ids)', { ids }).execute();
        return [];
      });
    },
    countReminder: async (ids) => {
      await ifAny(ids, async () => {
        const counted = { reminders: () => 'reminders + 1' };
        await manager.createQueryBuilder().update(requests).set(counted).where('id IN (:...ids)', { ids }).execute();
        return [];
      });
    },
  };
}

type OfAccesses = 'addAccesses' | 'lockAccesses' | 'accessesOf' | 'liveOfSystem' | 'liveAt' | 'moveAccesses';

function accessesIn(transaction: Transaction): Pick<Agreements, OfAccesses> {
  const { manager } = transaction;
  const locked = () => forUpdate(transaction, withDaycare<AccessRow, Access>(manager, accesses)).orderBy('row.id');
  return {
    addAccesses: (rows) => insertRows(transaction, accesses, rows),
    lockAccesses: async (ids, reach) =>
      byKey(
        await ifAny(ids, () => withinReach(locked().where('row.id IN (:...ids)', { ids: [...new Set(ids)] }), reach).getMany()),
        ({ id }) => id,
      ),
    accessesOf: async (requestIds) =>
      byKey(
        await ifAny(requestIds, () => locked().where('row.requestId IN (:...requestIds)', { requestIds }).getMany()),
        ({ requestId }) => requestId,
      ),
    liveOfSystem: (system, service) => {
      const found = locked().where(`row.system = :system AND row.state IN ${live}`, { system });
      return (service ? found.andWhere('row.service = :service', { service }) : found).getMany();
    },
    liveAt: (daycares) =>
      ifAny(daycares, () => locked().where(`row.daycareNumber IN (:...daycares) AND row.state IN ${live}`, { daycares }).getMany()),
    moveAccesses: async (ids, move) => {
      await ifAny(ids, async () => {
        await manager.createQueryBuilder().update(accesses).set(move).where('id IN (:...ids)', { ids }).execute();
        return [];
      });
    },
  };
}
