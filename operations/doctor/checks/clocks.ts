import { CLOCK_STEP } from '#shared/lease.ts';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, warn } from '../finding.ts';
import type { Store } from '../stores.ts';

const next = 'Set both machines by the same time service (chrony, NTP), and see that it runs on both.';

/** Whether the database server's clock goes with this machine's. */
export const checkClocks: Check = async ({ stores }) => Promise.all(stores.filter(({ engine }) => engine === 'mysql').map(judge));

async function judge({ subgraph, ask }: Store): Promise<Finding> {
  const before = Date.now();
  const [row] = await ask('SELECT UNIX_TIMESTAMP(NOW(3)) * 1000 AS now');
  const after = Date.now();
  const apart = Math.max(0, before - Number(row?.now), Number(row?.now) - after);
  return judgeClock(`clock of database ${subgraph}`, apart);
}

/** Two clocks of ours: leases bear them to step by so much, no more. */
export function judgeClock(about: string, apart: number): Finding {
  const told = `it is ${Math.round(apart)} ms from this machine's`;
  if (apart > CLOCK_STEP) return fail(about, `${told}, and leases bear ${CLOCK_STEP}.`, next);
  if (apart > CLOCK_STEP / 2) return warn(about, `${told}, and leases bear no more than ${CLOCK_STEP}.`, next);
  return ok(about, `${told}.`);
}
