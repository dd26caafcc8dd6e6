import type { Criteria } from '../agreement-reader.ts';
import type { Reach } from '../reach.ts';
import type { Period } from './periods.ts';

/** What requests are counted by. */
export type AgreementDimension = 'MUNICIPALITY' | 'OWNERSHIP' | 'SUPPLIER' | 'SERVICE' | 'PURPOSE' | 'STATE' | 'AGE' | 'WEEK' | 'MONTH';

/** What is counted: by which dimensions, of which requests in reach, sent from an instant on and before another. */
export interface CountQuestion {
  readonly by: readonly AgreementDimension[];
  readonly reach: readonly Reach[];
  readonly criteria: Criteria;
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly now: number;
  readonly weeks: readonly Period[];
  readonly months: readonly Period[];
}

/** The numbers of the requests that have these keys, which stand in the order of the dimensions asked by. */
export interface AgreementTally {
  readonly keys: readonly string[];
  /** The municipality's name, where it is counted by. */
  readonly municipalityName: string | undefined;
  readonly requests: number;
  readonly waiting: number;
  readonly activeAccesses: number;
  readonly medianHoursToDecide: number | null;
  readonly p90HoursToDecide: number | null;
}
