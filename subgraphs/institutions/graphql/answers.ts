import type DataLoader from 'dataloader';
import type { Actor } from '#shared/actor.ts';
import type { FeedQuestion } from '#shared/feed.ts';
import { readPage } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare } from '../domain/daycares/daycare.ts';
import { toldChange } from '../domain/daycares/daycare-event.ts';
import { municipalityOf } from '../domain/municipalities/municipalities.ts';
import type { Municipality } from '../domain/municipalities/municipality.ts';
import type { DaycareCriteria } from '../domain/register-store.ts';
import { type RegisterAction, refusalOf, type Subject, verdictOn } from '../domain/upkeep/register-policy.ts';
import type { Context, DaycarePage, HistoryPage, UnitPage } from './context.ts';
import { type Loaders, loadersFor, seenThrough, type SeenDaycare } from './loaders.ts';

export interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The municipality of a code, or that there is none. */
export function municipalityNamed(code: string): Municipality {
  return municipalityOf(code) ?? refuse('NOT_FOUND', `There is no municipality with the code ${code}.`, { rule: 'R14' });
}

/** The daycare of a number, or that there is none. */
export async function knownDaycare(loaders: Loaders, number: string): Promise<SeenDaycare> {
  const found = await loaders.daycare.load(number);
  return found ? seenThrough(loaders, found) : refuse('NOT_FOUND', `There is no daycare ${number}.`);
}

interface Moment {
  readonly asOf?: number | null | undefined;
  readonly knownAt?: number | null | undefined;
}

/** The daycare of a number, or of the number that an older one became; as it is, or as it was at a moment as known at another. */
export async function daycareOf(context: Context, number: string, moment: Moment): Promise<SeenDaycare> {
  const loaders = loadersAt(context, moment);
  const found = await loaders.daycare.load(number);
  if (found) return seenThrough(loaders, found);
  return knownDaycare(loaders, (await context.reader.numberOfLegacy(number)) ?? number);
}

function loadersAt({ loaders, reader, at }: Context, { asOf, knownAt }: Moment): Loaders {
  if (typeof asOf !== 'number' && typeof knownAt !== 'number') return loaders;
  if (typeof knownAt === 'number' && knownAt > at)
    refuse('INVALID_INPUT', 'What will be known one day is not known yet; knownAt lies behind.', { facts: { argument: 'knownAt' } });
  const lens = { asOf: asOf ?? at, knownAt: knownAt ?? at };
  return loadersFor(reader.at(lens), lens.knownAt);
}

/** A page of daycares by number, or the best matches of a text first, with where the feed stood before it was read. */
export async function daycarePage(
  { reader, feed }: Context,
  filter: DaycareCriteria | null | undefined,
  asked: Asked,
): Promise<DaycarePage> {
  const criteria = filter ?? {};
  if (criteria.municipality) municipalityNamed(criteria.municipality);
  const position = await feed.position();
  const page = await readPage(criteria.text ? 'daycares by text' : 'daycares', asked, {
    rows: (question) => reader.list(criteria, question),
    keyOf: ({ key }) => key,
    total: () => reader.count(criteria),
  });
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.daycare })), feedPosition: async () => position };
}

/** A page of a municipality's daycares; the same page however many rows of one request ask for it. */
export function municipalityPage(context: Context, code: string, filter: DaycareCriteria, asked: Asked): Promise<DaycarePage> {
  const key = JSON.stringify([code, filter, asked]);
  const known = context.municipalityPages.get(key);
  if (known) return known;
  const page = daycarePage(context, { ...filter, municipality: code }, asked).then(countedOnce);
  context.municipalityPages.set(key, page);
  return page;
}

function countedOnce(page: DaycarePage): DaycarePage {
  let total: Promise<number> | undefined;
  return {
    ...page,
    total: () => {
      total ??= page.total();
      return total;
    },
  };
}

/** A page of a cluster's open units. */
export function unitPage(loaders: Loaders, institution: string, asked: Asked): Promise<UnitPage> {
  return readPage('daycares', asked, {
    rows: async (place) => (await loaders.openUnits.load({ number: institution, place })).map((unit) => seenThrough(loaders, unit)),
    keyOf: ({ number }) => [number],
    total: async () => (await loaders.countOpenUnits.load(institution)) ?? 0,
  });
}

/** The open units of a cluster or locations of a unit. */
export async function openUnder(loaders: Loaders, number: string): Promise<SeenDaycare[]> {
  return ((await loaders.openChildren.load(number)) ?? []).map((daycare) => seenThrough(loaders, daycare));
}

/** A page of what happened to a daycare, newest first. */
export function historyPage(loaders: Loaders, number: string, asked: Asked): Promise<HistoryPage> {
  return readPage('history', asked, {
    rows: async (place) => [...(await loaders.history.load({ number, place }))],
    keyOf: ({ order }) => [order],
    total: async () => 0,
  });
}

/** The daycares before or after one. */
export async function lineage(
  loaders: Loaders,
  relatives: DataLoader<string, readonly string[] | undefined>,
  number: string,
): Promise<SeenDaycare[]> {
  const found = await loaders.daycare.loadMany((await relatives.load(number)) ?? []);
  return found.flatMap((each) => (each instanceof Error || !each ? [] : [seenThrough(loaders, each)]));
}

/** What the caller may do, from the table that decides when it is done. */
export function permissionFor(action: RegisterAction, subject: Subject, actor: Actor) {
  const { rule, because, standings } = verdictOn(action, subject, actor);
  const refused = refusalOf(action, subject, actor);
  return { allowed: !refused, rule, because: refused?.because ?? because, grantableBy: standings };
}

/** A page of the feed. */
export async function changePage({ feed, actor }: Context, question: Omit<FeedQuestion, 'actor'>) {
  const { events, nextCursor, caughtUp } = await feed.page({ ...question, actor });
  return { changes: events.flatMap(toldChange), nextCursor, caughtUp };
}

/** The daycare a payload or a transfer is about, as it is now. */
export const presentDaycare = ({ loaders }: Context, { number }: Pick<Daycare, 'number'>): Promise<SeenDaycare> =>
  knownDaycare(loaders, number);
