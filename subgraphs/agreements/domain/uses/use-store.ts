import type { UseOfDay } from './access-use.ts';

/** What keeping uses asks of storage, inside one transaction. */
export interface UseStore {
  /** Puts days in the place of what was known of them. */
  keepUses(uses: readonly UseOfDay[]): Promise<void>;
  /** Keeps when accesses were last used. */
  markUsed(used: ReadonlyMap<string, number>): Promise<void>;
}
