import type { Actor } from '#shared/actor.ts';
import { dayOf, startOfDay } from '#shared/danish-day.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { countedOwnerships } from '../../domain/reading/reading-policy.ts';
import { countedScope } from '../../domain/statistics/counted-scope.ts';
import {
  countsImports,
  countsPersons,
  type CountedDaycares,
  type CountQuestion,
  type IdentityCounter,
  type IdentityDimension,
  type IdentityTally,
} from '../../domain/statistics/identity-count.ts';
import { daysAfter, daysFrom, monthsBetween, weeksBetween } from '../../domain/statistics/periods.ts';

const MOST_DAYS = 366;
const DAYS_UNLESS_TOLD = 30;

export interface AskedCounts {
  readonly by: readonly IdentityDimension[];
  readonly municipality?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** What was counted, and how many of the persons have taken their identity into use, by the keys joined: counted when it is asked. */
export interface CountedIdentities {
  readonly tallies: readonly IdentityTally[];
  readonly activated: () => Promise<ReadonlyMap<string, number>>;
}

/** Counts identities and what was sent in, as far as this actor counts any. */
export async function countIdentities(
  counter: IdentityCounter,
  actor: Actor,
  { by, municipality, from, to }: AskedCounts,
): Promise<CountedIdentities | Refusal> {
  const scope = countedScope(actor, municipality ?? null);
  if (isRefusal(scope)) return scope;
  const now = counter.clock();
  const last = to ?? dayOf(now);
  const first = from ?? daysAfter(last, 1 - DAYS_UNLESS_TOLD);
  const refused = refusedKeys(by) ?? refusedDays(first, last);
  if (refused) return refused;
  const span = [startOfDay(first), startOfDay(daysAfter(last, 1))] as const;
  const question: CountQuestion = {
    by,
    of: daycaresCounted(scope, by),
    from: span[0],
    until: span[1],
    now,
    weeks: by.includes('WEEK') ? weeksBetween(...span) : [],
    months: by.includes('MONTH') ? monthsBetween(...span) : [],
  };
  let activated: Promise<ReadonlyMap<string, number>> | undefined;
  return { tallies: await counter.counts(question), activated: () => (activated ??= counter.activated(question)) };
}

/** Private daycares count nationally, and in no municipality's sum. */
const daycaresCounted = (municipalities: readonly string[] | null, by: readonly IdentityDimension[]): CountedDaycares => ({
  municipalities,
  ownerships: municipalities === null && !by.includes('MUNICIPALITY') ? [...countedOwnerships, 'PRIVATE'] : countedOwnerships,
});

function refusedKeys(by: readonly IdentityDimension[]): Refusal | undefined {
  if (new Set(by).size < by.length) return invalid('Count by each dimension once.', 'by');
  if (!countsPersons(by) && !countsImports(by))
    return invalid('Roles are of persons as they stand now: not by state, notice code, week or month.', 'by');
  return undefined;
}

function refusedDays(first: string, last: string): Refusal | undefined {
  if (first > last) return invalid('The days are counted from the earlier to the later.', 'from');
  if (daysFrom(first, last) <= MOST_DAYS) return undefined;
  return refusal('LIMIT_EXCEEDED', `At most ${MOST_DAYS} days are counted at once; ask from a later day.`, {
    facts: { argument: 'from', limit: MOST_DAYS },
  });
}

const invalid = (because: string, argument: string): Refusal => refusal('INVALID_INPUT', because, { facts: { argument } });

const isRefusal = (scope: readonly string[] | null | Refusal): scope is Refusal => scope !== null && 'because' in scope;
