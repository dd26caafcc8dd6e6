import { keepUses } from '../actions/following/keep-uses.ts';
import type { UseOfDay } from '../domain/uses/access-use.ts';
import type { UseStore } from '../domain/uses/use-store.ts';

/** The feed of what accesses were used for, and what is asked of each day of it. */
export const useFeed = 'accessUses';
export const useSelection = 'access day reads persons imports lastUsedAt';

/** A day of an access as it comes. */
export interface UseChange extends Omit<UseOfDay, 'lastUsedAt'> {
  readonly lastUsedAt: string;
}

/** Takes in a page of uses. */
export const hearOfUses = (store: UseStore, changes: readonly UseChange[]): Promise<void> =>
  keepUses(
    store,
    changes.map((change) => ({ ...change, lastUsedAt: Date.parse(change.lastUsedAt) })),
  );
