import type { Agreements } from './agreement-store.ts';

/** What the clock asks of storage: what may be due, in pages, and a transaction to do each in. */
export interface DueAgreements {
  requests(): Promise<readonly (readonly string[])[]>;
  accesses(): Promise<readonly (readonly string[])[]>;
  archived(): Promise<readonly string[]>;
  within(work: (agreements: Agreements) => Promise<void>): Promise<void>;
}
