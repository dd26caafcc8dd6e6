import type { Database } from '#shared/database.ts';
import { describeFault } from '#shared/fault-log.ts';
import { type Followed, follow } from '#shared/follow.ts';
import { type Peer, pagesOf } from '#shared/peer.ts';
import type { Log } from '#shared/present-error.ts';
import { copiesIn } from './database/copies/copies.ts';
import { AGREEMENTS, INSTITUTIONS } from './database/copies/gate.ts';
import { accessFeed, accessSelection, type DataAccessChange, hearOfAccesses } from './following/agreements.ts';
import { type DaycareChange, daycareFeed, daycareSelection, hearOfDaycares } from './following/institutions.ts';

/** The subgraphs that decide who may send and read, and where it is told when one cannot be followed. */
export interface Neighbours {
  readonly institutions: Peer;
  readonly agreements: Peer;
  readonly log: Log;
}

/** Follows the register and the agreements; answers how to stop. */
export function followNeighbours(database: Database, { institutions, agreements, log }: Neighbours): () => Promise<void> {
  const report = (feed: string) => (fault: unknown) => log.error({ feed, ...describeFault(fault) }, 'following failed');
  const daycares: Followed<DaycareChange> = {
    feed: INSTITUTIONS,
    ask: pagesOf(institutions, daycareFeed, daycareSelection),
    apply: (transaction, changes) => hearOfDaycares(copiesIn(transaction), changes),
  };
  const accesses: Followed<DataAccessChange> = {
    feed: AGREEMENTS,
    ask: pagesOf(agreements, accessFeed, accessSelection),
    apply: (transaction, changes) => hearOfAccesses(copiesIn(transaction), changes),
  };
  const followers = [follow(database, daycares, report(INSTITUTIONS)), follow(database, accesses, report(AGREEMENTS))];
  return async () => {
    await Promise.all(followers.map((follower) => follower.stop()));
  };
}
