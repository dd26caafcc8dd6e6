import type { DoneBy } from '../done-by.ts';

/** That an institution asked a supplier to send a request (A5, P8). */
export interface Sought {
  readonly id: string;
  readonly system: string;
  readonly supplier: string;
  readonly service: string;
  readonly daycareNumber: string;
  readonly comment: string;
  readonly by: DoneBy;
  readonly at: number;
}

/** Days within which the same is not asked again. */
export const SOUGHT_AGAIN_AFTER_DAYS = 7;
