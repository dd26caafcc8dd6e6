import type { Transaction } from '#shared/database.ts';
import type { Copies } from '../../domain/following/copies.ts';
import { knownAccesses, knownDaycares } from './copy-tables.ts';
import { freezeTies } from '../people/frozen-ties.ts';
import { byKeys, inChunks } from '../replace-rows.ts';
import { fetchingAt, recordOpenings } from './openings.ts';

/** What the other subgraphs told, as kept here. */
export function copiesIn(transaction: Transaction): Copies {
  const { manager, at, record } = transaction;
  return {
    at,
    keepDaycares: async (daycares) => {
      for (const chunk of inChunks(daycares)) await manager.upsert(knownDaycares, chunk, ['number']);
    },
    accesses: async (ids) =>
      new Map(
        (await byKeys(ids, (keys) => manager.createQueryBuilder(knownAccesses, 'a').where('a.id IN (:...keys)', { keys }).getMany())).map(
          (access) => [access.id, access],
        ),
      ),
    keepAccesses: async (accesses) => {
      for (const chunk of inChunks(accesses)) await manager.upsert(knownAccesses, chunk, ['id']);
    },
    fetching: (daycares) => fetchingAt(transaction, daycares),
    tell: (openings) => recordOpenings(transaction, openings),
    freeze: async (senders) => {
      for (const { daycare, system } of senders) {
        const stillSends = await manager
          .createQueryBuilder(knownAccesses, 'a')
          .where("a.daycare = :daycare AND a.system = :system AND a.direction = 'SEND' AND a.state = 'ACTIVE'", { daycare, system })
          .getExists();
        if (stillSends) continue;
        await freezeTies(transaction, { daycare, system });
        record({ kind: 'TiesFrozen', actor: 'agreements', subject: daycare, facts: { system } });
      }
    },
  };
}
