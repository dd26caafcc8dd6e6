import { forUpdate, type Transaction } from '#shared/database.ts';
import { followerStates } from '#shared/follow.ts';
import type { Fetching, ToldOpening } from '../../domain/following/opening.ts';
import { LOOK_UP_SERVICE } from '../../domain/known-access.ts';
import { openingEvents } from '../../domain/reading/feed-change.ts';
import { byKeys } from '../replace-rows.ts';
import { knownAccesses } from './copy-tables.ts';
import { INSTITUTIONS } from './gate.ts';

/** By which systems fetch from these daycares. The register's follower is held, so that of two feeds one sees what the other brought. */
export async function fetchingAt(transaction: Transaction, daycares: readonly string[]): Promise<readonly Fetching[]> {
  const { manager } = transaction;
  if (daycares.length === 0) return [];
  await forUpdate(
    transaction,
    manager.createQueryBuilder(followerStates, 'state').where('state.feed = :feed', { feed: INSTITUTIONS }),
  ).getOne();
  const found = await byKeys(daycares, (keys) =>
    manager
      .createQueryBuilder(knownAccesses, 'a')
      .leftJoin('known_daycare', 'd', 'd.number = a.daycare')
      .select('a.id', 'id')
      .addSelect('a.daycare', 'daycare')
      .addSelect('a.system', 'system')
      .addSelect('a.state', 'state')
      .addSelect('d.acceptsUsers', 'acceptsUsers')
      .where("a.daycare IN (:...keys) AND a.direction = 'FETCH' AND a.state IN ('ACTIVE', 'SUSPENDED') AND a.service <> :lookUp", {
        keys,
        lookUp: LOOK_UP_SERVICE,
      })
      .getRawMany<Omit<Fetching, 'acceptsUsers'> & { readonly acceptsUsers: unknown }>(),
  );
  return found.map((access) => ({ ...access, acceptsUsers: Number(access.acceptsUsers) === 1 }));
}

/** What began and ended for a reader stands in the log between the changes of ties that it may and may not read. */
export function recordOpenings({ record }: Transaction, openings: readonly ToldOpening[]): void {
  for (const { daycare, system, changes } of openings)
    for (const change of changes)
      record({ kind: openingEvents[change], actor: 'agreements', subject: daycare, facts: { daycare, system } });
}
