import { type Page, readPage } from '#shared/page.ts';
import { readAllRuns, runCriteria, type RunFilter } from '../../actions/overseeing/read-all-runs.ts';
import { keepsPlan } from '../../domain/deciding/import-retention.ts';
import type { ShownChange } from '../../domain/reading/shown-change.ts';
import type { Context, RunPage, ShownRun } from '../context.ts';

export type PlanPage = Page<ShownChange>;

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of what a document would do; nothing once that is decided. */
export async function planPage({ loaders, readings }: Context, { fresh: _, ...run }: ShownRun, asked: Asked): Promise<PlanPage | null> {
  if (!keepsPlan(run, readings.clock())) return null;
  return readPage('plan', asked, {
    rows: async (place) => [...(await loaders.plans.load({ run, place }))],
    keyOf: ({ place }) => [place],
    total: async () => (await loaders.planCount.load(run.id)) ?? 0,
  });
}

/** A page of what was sent to all daycares that the caller may see. */
export function allRunsPage({ readings, actor }: Context, filter: RunFilter | null | undefined, asked: Asked): Promise<RunPage> {
  const criteria = runCriteria(actor, filter ?? {});
  return readPage('all-runs', asked, {
    rows: async (place) => [...(await readAllRuns(readings, criteria, place))],
    keyOf: ({ id }) => [id],
    total: () => readings.countRunsWithin(criteria),
  });
}
