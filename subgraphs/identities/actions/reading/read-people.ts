import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import { type Grant, notReadable } from '../../domain/reading/grant.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import { readOf } from '../../domain/reading/logged-read.ts';
import { loggedFilter, type PeopleFilter, scopeFor, shownUnder } from '../../domain/reading/people-scope.ts';
import type { PeopleCriteria, Place, Readings } from '../../domain/reading/readings.ts';
import { grantsTo } from './grants-to.ts';

/** One page of a daycare's people that is asked for. */
export interface PeopleAsked {
  readonly daycare: string;
  readonly filter: PeopleFilter;
  readonly place: Place;
}

interface Allowed {
  readonly index: number;
  readonly grant: Grant;
  readonly criteria: PeopleCriteria;
}

/** Reads pages of several daycares' people together, each by what is held at that very daycare, and logs each before it answers. */
export async function readPeople(
  readings: Readings,
  actor: Actor,
  asked: readonly PeopleAsked[],
): Promise<readonly (readonly Affiliation[] | Refusal)[]> {
  const { allowed, refusals } = await judge(readings, actor, asked);
  const found = await readings.people(
    allowed.map(({ index, criteria }) => ({ criteria, place: asked[index]?.place ?? { after: undefined, limit: 0 } })),
  );
  const pages = new Map(allowed.map(({ index, grant }, at) => [index, (found[at] ?? []).flatMap((tie) => shownUnder(grant, tie))]));
  const knownGroups = await groupsAsked(readings, allowed);
  await readings.log(
    allowed.map(({ index, grant, criteria }) => {
      const shown = (pages.get(index) ?? []).slice(0, (asked[index]?.place.limit ?? 1) - 1);
      return readOf(actor, grant, criteria.categories, {
        what: 'people',
        filter: {
          ...loggedFilter(asked[index]?.filter ?? {}, knownGroups),
          ...(isNarrow(criteria) && { ties: shown.map(({ id }) => id) }),
        },
        page: shown.map(({ id }) => id),
      });
    }),
  );
  return asked.map((_, index) => refusals.get(index) ?? pages.get(index) ?? []);
}

/** Whether who was on the page does not follow from where it began and ended. */
const isNarrow = ({ group, text, asOf, endedAfter }: PeopleCriteria): boolean =>
  group !== null || text !== null || asOf !== null || endedAfter !== null;

/** The groups of those daycares that were asked for by group: what is none of theirs may be anything, and is not logged. */
async function groupsAsked(readings: Readings, allowed: readonly Allowed[]): Promise<ReadonlySet<string>> {
  const daycares = allowed.flatMap(({ criteria: { daycare, group } }) => (group === null ? [] : [daycare]));
  if (daycares.length === 0) return new Set();
  const groups = await readings.groupsOf(daycares);
  return new Set([...groups.values()].flat().map(({ id }) => id));
}

/** Counts what the pages would hold, by the same scope. */
export async function countPeople(readings: Readings, actor: Actor, asked: readonly PeopleAsked[]): Promise<readonly (number | Refusal)[]> {
  const { allowed, refusals } = await judge(readings, actor, asked);
  const counts = await readings.countPeople(allowed.map(({ criteria }) => criteria));
  const counted = new Map(allowed.map(({ index }, at) => [index, counts[at] ?? 0]));
  return asked.map((_, index) => refusals.get(index) ?? counted.get(index) ?? 0);
}

async function judge(readings: Readings, actor: Actor, asked: readonly PeopleAsked[]) {
  const grants = await grantsTo(
    readings,
    actor,
    asked.map(({ daycare }) => daycare),
  );
  const allowed: Allowed[] = [];
  const refusals = new Map<number, Refusal>();
  asked.forEach(({ daycare, filter }, index) => {
    const grant = grants.get(daycare);
    const scope = grant ? scopeFor(actor, grant, filter) : notReadable(actor, daycare);
    if ('code' in scope) refusals.set(index, scope);
    else allowed.push({ index, ...scope });
  });
  return { allowed, refusals };
}
