export type DaycareLevel = 'INSTITUTION' | 'UNIT' | 'LOCATION';
export type LifecycleStatus = 'PLANNED' | 'ACTIVE' | 'CLOSED';
export type Ownership = 'MUNICIPAL' | 'SELF_OWNED' | 'PRIVATE' | 'OUTSOURCED';

/** A daycare as the register's feed last told it: what decides who may send and read its users. */
export interface KnownDaycare {
  readonly number: string;
  readonly level: DaycareLevel;
  readonly name: string;
  readonly status: LifecycleStatus;
  readonly municipality: string;
  readonly ownership: Ownership;
  readonly type: string | null;
  /** Open, and with company and production unit number (I12). */
  readonly acceptsUsers: boolean;
  readonly institution: string | null;
  readonly unit: string | null;
}
