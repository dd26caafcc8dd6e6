import type { DoneBy } from '../done-by.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { AgreementClass, DataCategory, Direction } from '../systems/service.ts';

export type RequestState = 'WAITING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'LAPSED' | 'EXPIRED';
export type PurposeKind = 'PLACEMENT' | 'COMMUNICATION' | 'LEARNING_MATERIAL' | 'ADMINISTRATION' | 'STATISTICS' | 'OTHER';

/** What is asked for, the same on a request and on the access it becomes. */
export interface Asked {
  readonly system: string;
  readonly supplier: string;
  readonly service: string;
  readonly direction: Direction;
  readonly agreementClass: AgreementClass;
  readonly categories: readonly DataCategory[];
  readonly daycareNumber: string;
  readonly purposeKind: PurposeKind;
  readonly purpose: string;
}

/** What was decided of a request. */
export interface Decision {
  readonly state: RequestState;
  readonly at: number;
  readonly by: DoneBy;
  readonly comment: string | null;
}

/** A supplier's request, as it is kept. */
export interface RequestRow extends Asked {
  readonly id: string;
  readonly processingAgreement: string;
  readonly comment: string | null;
  readonly state: RequestState;
  readonly decision: Decision | null;
  readonly requestedAt: number;
  readonly requestedBy: string;
  readonly expiresAt: number;
  /** How often whoever decides has been reminded. */
  readonly reminders: number;
}

/** A request with what is known of its daycare now. */
export interface AccessRequest extends RequestRow {
  readonly daycare: KnownDaycare;
}
