import type { DataCategory } from './category.ts';

export type AccessState = 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'ENDED' | 'LAPSED' | 'CLOSED_BY_AGENCY';
export type Direction = 'SEND' | 'FETCH';

/** A data access as the agreements' feed last told it: which system may send or fetch which categories of which daycare. */
export interface KnownAccess {
  readonly id: string;
  readonly requestId: string;
  readonly daycare: string;
  readonly system: string;
  readonly service: string;
  readonly direction: Direction;
  readonly categories: readonly DataCategory[];
  readonly purposeKind: string;
  readonly purpose: string;
  readonly state: AccessState;
  /** When it first became active; it opens nothing of the time before. */
  readonly activeSince: number | null;
}

/** The service by which users are sent in (I13). */
export const IMPORT_SERVICE = 'ws10-import';

/** By which a person is looked up by a number that the asker has already; it opens no list, edge or feed. */
export const LOOK_UP_SERVICE = 'identification';
