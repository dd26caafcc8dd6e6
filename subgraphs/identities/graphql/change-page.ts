import { readChanges, type VisibleChange } from '../actions/reading/read-changes.ts';
import { feedChangeOf } from '../domain/reading/feed-change.ts';
import type { Context } from './context.ts';

export interface ChangesAsked {
  readonly daycare?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly first: number;
  readonly waitSeconds: number;
}

export interface ChangePage {
  readonly changes: readonly VisibleChange[];
  readonly nextCursor: string;
  readonly caughtUp: boolean;
}

/** A page of the feed as its reader may see it at the moment of reading; the cursor moves on also where nothing was visible. */
export async function changePage({ feed, actor, readings }: Context, { daycare, ...question }: ChangesAsked): Promise<ChangePage> {
  const changes: VisibleChange[] = [];
  const { nextCursor, caughtUp } = await feed.page({ actor, ...question }, async (events) => {
    const told = events.flatMap(feedChangeOf).filter((change) => !daycare || change.daycare === daycare);
    changes.push(...(await readChanges(readings, actor, told)));
    const visible = new Set(changes.map(({ position }) => position));
    return events.filter(({ cursor }) => visible.has(cursor));
  });
  return { changes, nextCursor, caughtUp };
}
