export type SystemState = 'ACTIVE' | 'PASSIVE' | 'STOPPED_BY_AGENCY' | 'ARCHIVED';
export type ConnectionState = 'REQUESTED' | 'APPROVED' | 'REFUSED' | 'CLOSED';

/** An organisation that supplies systems. */
export interface Supplier {
  readonly number: string;
  readonly name: string;
  readonly companyNumber: string;
}

/** A supplier's system. */
export interface SupplierSystem {
  readonly id: string;
  readonly name: string;
  readonly supplier: string;
  readonly state: SystemState;
}

/** A supplier's agreement with the agency about one service for one system. */
export interface ConnectionAgreement {
  readonly id: string;
  readonly system: string;
  readonly service: string;
  readonly state: ConnectionState;
}

/** Why an access is paused. */
export type SuspensionReason = 'SYSTEM_PASSIVE' | 'SYSTEM_STOPPED' | 'UNUSED' | 'UNCONFIRMED';

/** Why a system's accesses are paused in each of its states; in force where there is no reason (A20, A21). */
export const suspensionFor = {
  ACTIVE: null,
  PASSIVE: 'SYSTEM_PASSIVE',
  ARCHIVED: 'SYSTEM_PASSIVE',
  STOPPED_BY_AGENCY: 'SYSTEM_STOPPED',
} as const satisfies Record<SystemState, SuspensionReason | null>;
