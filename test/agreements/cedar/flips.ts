import { accessLeadsTo } from '../../../subgraphs/agreements/domain/accesses/access-lifecycle.ts';
import { allStandings, mayDecide } from '../../../subgraphs/agreements/domain/requests/decision-policy.ts';
import { leadsTo } from '../../../subgraphs/agreements/domain/requests/request-lifecycle.ts';
import { mayAsk, maySet, type SystemStanding } from '../../../subgraphs/agreements/domain/systems/supplier-policy.ts';
import type { SystemState } from '../../../subgraphs/agreements/domain/systems/system.ts';

/** One cell of our tables, turned round: what was allowed is not, what was not allowed is. */
export interface Flip {
  readonly cell: string;
  /** Turns it in the table of this test's own copy of the module, and answers how to turn it back. */
  readonly turn: () => () => void;
}

type Table = Record<string, Record<string, any>>;

/** A standing put into a cell's list, or taken out of it. */
function standingIn(table: Record<string, any>, key: string, standing: string, name: string): Flip {
  const before: readonly string[] | undefined = table[key];
  const without = (before ?? []).filter((each) => each !== standing);
  const after = before?.includes(standing) ? without : [...without, standing];
  return { cell: `${name}: ${standing}`, turn: () => replaced(table, key, after, before) };
}

/** A step of a lifecycle put in, or taken out. */
function stepIn(leads: Record<string, any>, act: string, to: string, name: string): Flip {
  const before = leads[act];
  return { cell: name, turn: () => replaced(leads, act, before ? undefined : to, before) };
}

function replaced(table: Record<string, any>, key: string, after: unknown, before: unknown): () => void {
  table[key] = after;
  return () => {
    table[key] = before;
  };
}

const cells = Object.entries(mayDecide).flatMap(([governance, classes]) =>
  Object.entries(classes).flatMap(([agreementClass, cell]) =>
    allStandings.map((standing) => standingIn(cell, 'standings', standing, `decide ${agreementClass} of ${governance}`)),
  ),
);
const requestActs = { approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN' };
const accessActs = { revoke: 'REVOKED', end: 'ENDED', close: 'CLOSED_BY_AGENCY', confirm: 'ACTIVE' };
const steps = (what: string, table: Table, acts: Record<string, string>) =>
  Object.entries(table).flatMap(([state, leads]) =>
    Object.entries(acts).map(([act, to]) => stepIn(leads, act, to, `${act} ${what} that is ${state}`)),
  );
const systemStandings: readonly SystemStanding[] = ['its supplier', 'the system itself', 'agency'];
const systemStates: readonly SystemState[] = ['ACTIVE', 'PASSIVE', 'STOPPED_BY_AGENCY', 'ARCHIVED'];
const settings = systemStates.flatMap((from) =>
  systemStates
    .filter((to) => to !== from)
    .flatMap((to) => systemStandings.map((standing) => standingIn(maySet[from], to, standing, `bring a system from ${from} to ${to}`))),
);

/** Every cell of the decision table, of both lifecycles, of who asks and of who sets a system's state. */
export const flips: readonly Flip[] = [
  ...cells,
  ...steps('a request', leadsTo, requestActs),
  ...steps('an access', accessLeadsTo, accessActs),
  ...systemStandings.map((standing) => standingIn(mayAsk, 'standings', standing, 'ask for a system')),
  ...settings,
];
