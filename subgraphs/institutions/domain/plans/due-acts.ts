import type { Register } from '../register-store.ts';

/** What doing what is planned asks of storage. */
export interface DueActs {
  /** Planned acts whose day has come, in the order in which they come true. */
  due(): Promise<readonly { readonly id: string; readonly numbers: readonly string[] }[]>;
  /** Does something in a transaction of its own. */
  within(work: (register: Register) => Promise<void>): Promise<void>;
}
