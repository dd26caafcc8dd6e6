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
  /** When it was put away, while it is. */
  readonly archivedAt: number | null;
}

/** A public key by which a system shows who it is; the private one never leaves the supplier. */
export interface SystemKey {
  readonly system: string;
  /** The key's thumbprint (RFC 7638). */
  readonly id: string;
  readonly jwk: string;
  readonly addedAt: number;
  readonly withdrawnAt: number | null;
}

/** A supplier's agreement with the agency about one service for one system. */
export interface ConnectionAgreement {
  readonly id: string;
  readonly system: string;
  readonly service: string;
  readonly state: ConnectionState;
}

/** Where each act leads a connection agreement from each state; the agency decides, as it decides about nothing else (3.5). */
export const connectionLeadsTo = {
  REQUESTED: { approve: 'APPROVED', refuse: 'REFUSED' },
  APPROVED: { close: 'CLOSED' },
  REFUSED: { ask: 'REQUESTED' },
  CLOSED: { ask: 'REQUESTED' },
} as const satisfies Record<ConnectionState, Partial<Record<ConnectionAct, ConnectionState>>>;

export type ConnectionAct = 'ask' | 'approve' | 'refuse' | 'close';

/** The state an act leads a connection agreement to; undefined where it cannot be done. */
export function nextConnectionState(state: ConnectionState, act: ConnectionAct): ConnectionState | undefined {
  const acts: Partial<Record<ConnectionAct, ConnectionState>> = connectionLeadsTo[state];
  return acts[act];
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
