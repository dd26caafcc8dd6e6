import { readPage } from '#shared/page.ts';
import { Refused, type Refusal } from '#shared/refusal.ts';
import { readRun } from '../actions/overseeing/read-run.ts';
import { overseesNot, readUnits, type UnitsAsked } from '../actions/overseeing/read-overview.ts';
import type { ImportDocument } from '../domain/document/import-document.ts';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import type { ImportSource } from '../domain/importing/import-run.ts';
import type { PeopleFilter } from '../domain/reading/people-scope.ts';
import { emptySummary } from '../domain/reading/summary.ts';
import type { Context, NoticePage, Overview, PeoplePage, RunPage, ShownRun, ShownSummary, UnitPage } from './context.ts';

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The answer, or its refusal thrown. */
export function orRefused<Value extends object>(answer: Value | Refusal): Value {
  if ('because' in answer && 'facts' in answer) throw new Refused(answer);
  return answer;
}

/** A page of a daycare's people, with where the feed stood before it was read. */
export async function peoplePage(
  { loaders }: Context,
  daycare: string,
  told: PeopleFilter | null | undefined,
  asked: Asked,
): Promise<PeoplePage> {
  const filter = told ?? {};
  const position = await loaders.position();
  const page = await readPage('people', asked, {
    rows: async (place) => [...(await loaders.people.load({ daycare, filter, place }))],
    keyOf: ({ id }) => [id],
    total: () => loaders.peopleCount.load({ daycare, filter, place: { after: undefined, limit: 0 } }),
  });
  return { ...page, feedPosition: async () => position };
}

/** A page of what was sent to a daycare, newest first. */
export function runPage({ loaders }: Context, daycare: string, asked: Asked): Promise<RunPage> {
  return readPage('runs', asked, {
    rows: async (place) => [...(await loaders.runs.load({ daycare, place }))],
    keyOf: ({ id }) => [id],
    total: () => loaders.runCount.load(daycare),
  });
}

/** A page of a run's notices: of the very submission, or as they were kept. */
export function noticePage({ loaders }: Context, { fresh, ...run }: ShownRun, asked: Asked): Promise<NoticePage> {
  const placed = fresh?.map((notice, place) => ({ ...notice, place }));
  return readPage('notices', asked, {
    rows: async (place) =>
      placed
        ? placed.filter((notice) => notice.place > Number(place.after?.[0] ?? -1)).slice(0, place.limit)
        : [...(await loaders.notices.load({ run, place }))],
    keyOf: ({ place }) => [place],
    total: async () => run.notices,
  });
}

/** The overview of a municipality that the caller oversees. */
export function overviewOf({ actor }: Context, municipality: string): Overview {
  const refused = overseesNot(actor, municipality);
  if (refused) throw new Refused(refused);
  return { municipality };
}

/** The sum over a municipality. */
export async function municipalSummary({ loaders }: Context, municipality: string): Promise<ShownSummary> {
  const summary = (await loaders.municipalSummary.load(municipality)) ?? emptySummary;
  return { ...summary, activated: () => loaders.activatedIn.load(municipality) };
}

/** A page of a municipality's units. */
export function unitPage({ readings, actor }: Context, asked: UnitsAsked, page: Asked): Promise<UnitPage> {
  return readPage<KnownDaycare>('units', page, {
    rows: async (place) => [...orRefused(await readUnits(readings, actor, asked, place))],
    keyOf: ({ number }) => [number],
    total: () => readings.countUnits(asked.municipality, asked.freshness),
  });
}

/** What stands of a daycare, or nothing yet. */
export async function summaryAt({ loaders }: Context, daycare: string): Promise<ShownSummary> {
  const summary = (await loaders.summary.load(daycare)) ?? emptySummary;
  return { ...summary, activated: () => loaders.activatedAt.load(daycare) };
}

/** Who sends to a daycare. */
export const sourcesAt = async ({ loaders }: Context, daycare: string): Promise<readonly ImportSource[]> =>
  (await loaders.sources.load(daycare)) ?? [];

/** One run. */
export const runOf = async ({ readings, actor }: Context, id: string): Promise<ShownRun> => orRefused(await readRun(readings, actor, id));

/** What became of a document of today's format that was sent in just now. */
export async function submittedDocument({ acts, readSent }: Context, xml: string, dryRun: boolean | null | undefined): Promise<ShownRun> {
  const { document, ...sent } = await readSent(xml);
  const { run, notices } = await acts.submitImport(document, { ...sent, dryRun });
  return { ...run, fresh: notices };
}

/** What became of a document that was sent in just now. */
export async function submitted({ acts }: Context, document: ImportDocument, dryRun: boolean | null | undefined): Promise<ShownRun> {
  const { run, notices } = await acts.submitImport(document, { dryRun });
  return { ...run, fresh: notices };
}
