import { type ToldAccess, takeAccesses } from '../actions/following/take-accesses.ts';
import type { DataCategory } from '../domain/category.ts';
import type { Copies } from '../domain/following/copies.ts';
import type { AccessState, Direction } from '../domain/known-access.ts';

/** The agreements' feed, and what is asked of each change. */
export const accessFeed = 'dataAccessChanges';
export const accessSelection =
  'at kind requestId accessId daycareNumber system service direction categories purposeKind purpose previousState state';

export interface DataAccessChange {
  readonly at: string;
  readonly kind: string;
  readonly requestId: string;
  readonly accessId: string | null;
  readonly daycareNumber: string;
  readonly system: string;
  readonly service: string;
  readonly direction: Direction;
  readonly categories: readonly DataCategory[];
  readonly purposeKind: string;
  readonly purpose: string;
  readonly previousState: AccessState | null;
  readonly state: AccessState | null;
}

/** Each change to one action; requests that have no access yet decide nothing here. */
export async function hearOfAccesses(copies: Copies, changes: readonly DataAccessChange[]): Promise<void> {
  await takeAccesses(copies, changes.flatMap(toldAccess));
}

/** A change as it is kept here; nothing where it is about no access. */
export function toldAccess(change: DataAccessChange): ToldAccess[] {
  const { accessId, state, at, requestId, daycareNumber, system, service, direction, categories, purposeKind, purpose } = change;
  if (!accessId || !state) return [];
  return [
    {
      id: accessId,
      requestId,
      daycare: daycareNumber,
      system,
      service,
      direction,
      categories,
      purposeKind,
      purpose,
      state,
      at: Date.parse(at),
    },
  ];
}
