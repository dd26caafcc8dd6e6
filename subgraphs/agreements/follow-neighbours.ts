import type { Database } from '#shared/database.ts';
import { describeFault } from '#shared/fault-log.ts';
import { type Follower, follow } from '#shared/follow.ts';
import { type Peer, pagesOf } from '#shared/peer.ts';
import type { Log } from '#shared/present-error.ts';
import { agreementsIn, type StoreParts } from './database/keeping/agreements.ts';
import { keepParticulars } from './database/overseeing/kept-particulars.ts';
import { usesIn } from './database/overseeing/kept-uses.ts';
import { hearOfUses, type UseChange, useFeed, useSelection } from './following/identities.ts';
import { type DaycareChange, followInstitutions, selection } from './following/institutions.ts';
import { particularsFrom } from './following/particulars.ts';

const report =
  (log: Log, following: string) =>
  (fault: unknown): void =>
    log.error({ following, ...describeFault(fault) }, 'following');

/** Follows the register, by which it is known who decides. */
export function followRegister(
  database: Database,
  parts: StoreParts,
  { institutions, log }: { readonly institutions: Peer; readonly log: Log },
): Follower {
  return follow<DaycareChange>(
    database,
    {
      feed: 'institutions',
      ask: pagesOf<DaycareChange>(institutions, 'daycareChanges', selection),
      apply: async (transaction, changes) => {
        await followInstitutions(agreementsIn(transaction, parts), changes);
        await keepParticulars(transaction, changes.map(particularsFrom));
      },
    },
    report(log, 'institutions'),
  );
}

/** Follows what accesses are used for. Nothing is decided by it: no lease of it is ever looked at, and being behind shuts nothing. */
export function followUses(database: Database, { identities, log }: { readonly identities: Peer; readonly log: Log }): Follower {
  return follow<UseChange>(
    database,
    {
      feed: 'identities',
      ask: pagesOf<UseChange>(identities, useFeed, useSelection),
      apply: (transaction, changes) => hearOfUses(usesIn(transaction), changes),
    },
    report(log, 'identities'),
  );
}
