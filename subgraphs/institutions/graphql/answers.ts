import type DataLoader from 'dataloader';
import type { Actor } from '#shared/actor.ts';
import type { FeedQuestion } from '#shared/feed.ts';
import { readPage } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import { toldChange } from '../domain/daycares/daycare-event.ts';
import type { Daycare } from '../domain/daycares/daycare.ts';
import type { Municipality } from '../domain/municipalities/municipality.ts';
import { municipalityOf } from '../domain/municipalities/municipalities.ts';
import { type RegisterAction, refusalOf, type Subject, verdictOn } from '../domain/upkeep/register-policy.ts';
import type { DaycareCriteria } from '../domain/register-store.ts';
import type { Context, DaycarePage, HistoryPage, UnitPage } from './context.ts';
import type { Loaders } from './loaders.ts';

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The municipality of a code, or that there is none. */
export function municipalityNamed(code: string): Municipality {
  return municipalityOf(code) ?? refuse('NOT_FOUND', `There is no municipality with the code ${code}.`, { rule: 'R14' });
}

/** The daycare of a number, or that there is none. */
export async function knownDaycare({ loaders }: Context, number: string): Promise<Daycare> {
  return (await loaders.daycare.load(number)) ?? refuse('NOT_FOUND', `There is no daycare ${number}.`);
}

/** The daycare of a number, or of the number that an older one became. */
export async function daycareOf(context: Context, number: string): Promise<Daycare> {
  const found = await context.loaders.daycare.load(number);
  if (found) return found;
  return knownDaycare(context, (await context.reader.numberOfLegacy(number)) ?? number);
}

/** A page of daycares by number, with where the feed stood before it was read. */
export async function daycarePage(
  { reader, feed }: Context,
  filter: DaycareCriteria | null | undefined,
  asked: Asked,
): Promise<DaycarePage> {
  const criteria = filter ?? {};
  if (criteria.municipality) municipalityNamed(criteria.municipality);
  const position = await feed.position();
  return { ...(await listPage(reader, criteria, asked)), feedPosition: async () => position };
}

/** A page of a cluster's open units. */
export function unitPage({ reader }: Context, institution: string, asked: Asked): Promise<UnitPage> {
  return listPage(reader, { institution, status: ['ACTIVE', 'PLANNED'] }, asked);
}

function listPage(reader: Context['reader'], criteria: DaycareCriteria, asked: Asked): Promise<UnitPage> {
  return readPage('daycares', asked, {
    rows: (question) => reader.list(criteria, question),
    keyOf: ({ number }) => [number],
    total: () => reader.count(criteria),
  });
}

/** A page of what happened to a daycare, newest first. */
export function historyPage({ reader }: Context, number: string, asked: Asked): Promise<HistoryPage> {
  return readPage('history', asked, {
    rows: (question) => reader.history(number, question),
    keyOf: ({ order }) => [order],
    total: async () => 0,
  });
}

/** The daycares before or after one. */
export async function lineage(
  { daycare }: Loaders,
  relatives: DataLoader<string, readonly string[] | undefined>,
  number: string,
): Promise<Daycare[]> {
  const found = await daycare.loadMany((await relatives.load(number)) ?? []);
  return found.flatMap((each) => (each instanceof Error || !each ? [] : [each]));
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
