import type { Database } from '#shared/database.ts';
import { everySoOften, type Repeated } from '#shared/every-so-often.ts';
import { describeFault } from '#shared/fault-log.ts';
import type { Log } from '#shared/present-error.ts';
import { keepToPolicy } from './actions/retention/keep-to-policy.ts';
import { archiveIn } from './database/retention/archive.ts';

const HOUR = 60 * 60 * 1000;

/** Once an hour, does what the table of retention asks for; several processes do each thing once. */
export const keepToRetention = (database: Database, { log }: { readonly log: Log }): Repeated =>
  everySoOften(
    HOUR,
    (stopped) => keepToPolicy(archiveIn(database), stopped),
    (fault) => log.error(describeFault(fault), 'retention'),
  );
