import DataLoader from 'dataloader';
import type { Actor } from '#shared/actor.ts';
import type { Feed } from '#shared/feed.ts';
import { Refused, type Refusal } from '#shared/refusal.ts';
import { readAffiliations } from '../actions/reading/read-affiliations.ts';
import { readGroups } from '../actions/reading/read-groups.ts';
import { type NoticesAsked, readNotices } from '../actions/overseeing/read-notices.ts';
import { type PlanAsked, readPlans } from '../actions/overseeing/read-plan.ts';
import { countRuns, readRuns, type RunsAsked } from '../actions/overseeing/read-runs.ts';
import { readSources } from '../actions/overseeing/read-sources.ts';
import { readMunicipalSummaries } from '../actions/overseeing/read-overview.ts';
import { countPeople, type PeopleAsked, readPeople } from '../actions/reading/read-people.ts';
import type { RelationsAsked } from '../actions/reading/read-relations.ts';
import { readSummaries } from '../actions/overseeing/read-summaries.ts';
import type { Affiliation } from '../domain/people/affiliation.ts';
import type { OwnReader } from '../domain/logins/own-reader.ts';
import type { Readings } from '../domain/reading/readings.ts';
import { type Own, ownOf, relationsOf, tiesWithOwn } from './logins/own.ts';

const byKey = <Value>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key));
  });

const counted = (count: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>) =>
  new DataLoader<string, number>(async (keys) => {
    const found = await count(keys);
    return keys.map((key) => found.get(key) ?? 0);
  });

/** Reads where each key may be refused on its own. */
const byGuardedKey = <Value extends object>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value | Refusal>>) =>
  new DataLoader<string, Value | undefined>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => valueOrError(found.get(key)));
  });

/** Questions that are answered together, each of which may be refused on its own. */
const together = <Asked, Value>(read: (asked: readonly Asked[]) => Promise<readonly (Value | Refusal)[]>) =>
  new DataLoader<Asked, Value, string>(async (asked) => (await read(asked)).map(valueOrError), {
    cacheKeyFn: (asked) => JSON.stringify(asked),
  });

const valueOrError = <Value>(answer: Value | Refusal): Value | Error => (isRefusal(answer) ? new Refused(answer) : answer);
const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'because' in answer && 'facts' in answer;

/** Whose ties, and at which instant; null as they are. */
interface TiesAsked {
  readonly uniId: string;
  readonly asOf: number | null;
}

const affiliationsBy = (readings: Readings, actor: Actor, own: Own) =>
  new DataLoader<TiesAsked, readonly Affiliation[], string>(
    async (every) => {
      const ofOwn = await tiesWithOwn(own);
      const asked = every.filter((each) => !ofOwn(each));
      const found = new Map<number | null, ReadonlyMap<string, readonly Affiliation[]>>();
      for (const [asOf, together] of Map.groupBy(asked, (each) => each.asOf))
        found.set(
          asOf,
          await readAffiliations(
            readings,
            actor,
            together.map(({ uniId }) => uniId),
            asOf,
          ),
        );
      return every.map((each) => ofOwn(each) ?? found.get(each.asOf)?.get(each.uniId) ?? []);
    },
    { cacheKeyFn: ({ uniId, asOf }) => `${uniId} ${asOf}` },
  );

/** Asks once, and answers all with it. */
const firstOf = <Value>(ask: () => Promise<Value>) => {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
};

/** Every read of one request, gathered into one question a kind. Nothing outlives the request: what may be read is looked at anew each time. */
export function loadersFor(readings: Readings, ownReader: OwnReader, actor: Actor, feed: Pick<Feed<unknown>, 'position'>) {
  const own = ownOf(readings, ownReader, actor);
  return {
    ...loadersOf({ readings, actor, feed, own }),
    own,
    username: byKey(ownReader.usernamesOf),
    activatedAt: counted(ownReader.activatedAt),
    activatedIn: counted(ownReader.activatedIn),
  };
}

interface Loading {
  readonly readings: Readings;
  readonly actor: Actor;
  readonly feed: Pick<Feed<unknown>, 'position'>;
  readonly own: Own;
}

const loadersOf = ({ readings, actor, feed, own }: Loading) => ({
  /** Where the feed stood before the first page of the request was read. */
  position: firstOf(feed.position),
  people: together((asked: readonly PeopleAsked[]) => readPeople(readings, actor, asked)),
  peopleCount: together((asked: readonly PeopleAsked[]) => countPeople(readings, actor, asked)),
  affiliations: affiliationsBy(readings, actor, own),
  /** The same tie may be seen under what was held at two instants; each is a read of its own. */
  relations: new DataLoader((asked: readonly RelationsAsked[]) => relationsOf(own, { readings, actor }, asked), {
    cacheKeyFn: ({ tie: { id, categories }, side }: RelationsAsked) => [side, id, ...categories].join(' '),
  }),
  livesWithProtected: new DataLoader(async (uniIds: readonly string[]) => {
    const found = await readings.livingWithProtected(uniIds);
    return uniIds.map((uniId) => found.has(uniId));
  }),
  groups: byKey(readings.groupsOf),
  /** Daycares as the register last told of them. */
  daycare: byKey((numbers) => readings.known(numbers, [])),
  nationalNumber: byKey(readings.numbersOf),
  sourcesHere: byKey(readings.sourcesOf),
  shownGroups: byGuardedKey((numbers) => readGroups(readings, actor, numbers)),
  sources: byGuardedKey((numbers) => readSources(readings, actor, numbers)),
  summary: byGuardedKey((numbers) => readSummaries(readings, actor, numbers)),
  municipalSummary: byGuardedKey((codes) => readMunicipalSummaries(readings, actor, codes)),
  run: byKey(readings.runsByIds),
  runCount: together((numbers: readonly string[]) => countRuns(readings, actor, numbers)),
  runs: together((asked: readonly RunsAsked[]) => readRuns(readings, actor, asked)),
  plans: together((asked: readonly PlanAsked[]) => readPlans(readings, actor, asked)),
  planCount: byKey(readings.countPlans),
  hold: byKey(readings.holdsOf),
  knownDaycare: byKey((numbers) => readings.known(numbers, [])),
  notices: together((asked: readonly NoticesAsked[]) => readNotices(readings, actor, asked)),
});

export type Loaders = ReturnType<typeof loadersFor>;
