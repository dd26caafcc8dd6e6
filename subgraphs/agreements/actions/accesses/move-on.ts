import type { AccessMove, AccessRow } from '../../domain/accesses/access.ts';
import type { ChangeKind } from '../../domain/agreement-event.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import type { DoneBy } from '../../domain/done-by.ts';
import { factsOf } from '../../domain/told-facts.ts';

/** One access on its way: what changes of it, and how that is told. */
export interface OnItsWay<Row extends AccessRow = AccessRow> {
  readonly access: Row;
  readonly move: AccessMove;
  readonly kind: ChangeKind;
  readonly by: DoneBy;
  readonly comment: string | null;
}

const live: ReadonlySet<string> = new Set(['ACTIVE', 'SUSPENDED']);

/** Moves accesses on, those that move alike in one statement; gives the places back of those that are over, and tells each. */
export async function moveOn(agreements: Agreements, moving: readonly OnItsWay[]): Promise<void> {
  for (const group of Map.groupBy(moving, ({ move }) => JSON.stringify(move)).values()) {
    const [first] = group;
    if (first)
      await agreements.moveAccesses(
        group.map(({ access }) => access.id),
        first.move,
      );
  }
  const overNow = moving.filter(({ move }) => move.state && !live.has(move.state));
  await agreements.release(overNow.map(({ access }) => access.requestId));
  for (const { access, move, kind, by, comment } of moving)
    agreements.tell(kind, factsOf(access, { by, comment, before: access, access: { ...access, ...move } }));
}
