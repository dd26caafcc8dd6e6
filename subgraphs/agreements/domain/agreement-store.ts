import type { Access, AccessRow } from './accesses/access.ts';
import type { AgreementEventFacts, ChangeKind } from './agreement-event.ts';
import type { Decision } from './requests/request.ts';
import type { KnownDaycare } from './known-daycare.ts';
import type { Reach } from './reach.ts';
import type { AccessRequest, RequestRow, RequestState } from './requests/request.ts';
import type { ConnectionAgreement, Supplier, SupplierSystem, SystemState } from './systems/system.ts';

/** What changes of an access when it moves on. */
export type AccessMove = Pick<AccessRow, 'state' | 'suspensionReason' | 'suspendedAt' | 'activeSince'>;

/** What the acts on agreements ask of storage, inside one transaction. Rows are locked in key order; a row out of reach is simply not among those found. */
export interface Agreements {
  readonly at: number;
  newId(): string;
  /** Refuses with UNAVAILABLE unless what the register told may still be gone by; holds it so until the end. */
  relyOnRegister(): Promise<void>;
  /** What is known of daycares, kept from changing until the end. */
  holdDaycares(numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>>;
  /** The same, about to be changed. */
  lockDaycares(numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>>;

  /** Systems that must not change while their accesses are made. */
  holdSystems(ids: readonly string[]): Promise<ReadonlyMap<string, SupplierSystem>>;
  lockSystem(id: string): Promise<SupplierSystem | undefined>;
  setSystemState(id: string, state: SystemState): Promise<void>;
  supplier(number: string): Promise<Supplier | undefined>;
  suppliers(numbers: readonly string[]): Promise<ReadonlyMap<string, Supplier>>;
  connections(system: string): Promise<readonly ConnectionAgreement[]>;
  /** Adds a supplier, or a system with its connections; false where the number is taken. */
  addSupplier(supplier: Supplier): Promise<boolean>;
  addSystem(system: SupplierSystem, connections: readonly ConnectionAgreement[]): Promise<boolean>;

  /** Takes the place of the one live agreement of a system, service and daycare; answers those whose place was free. */
  claim(requests: readonly RequestRow[]): Promise<ReadonlySet<string>>;
  /** Gives the places back. */
  release(requestIds: readonly string[]): Promise<void>;
  addRequests(requests: readonly RequestRow[]): Promise<void>;
  lockRequests(ids: readonly string[], reach: readonly Reach[]): Promise<ReadonlyMap<string, AccessRequest>>;
  waitingAt(daycares: readonly string[]): Promise<readonly AccessRequest[]>;
  moveRequests(ids: readonly string[], state: RequestState, decision: Decision): Promise<void>;

  addAccesses(accesses: readonly AccessRow[]): Promise<void>;
  lockAccesses(ids: readonly string[], reach: readonly Reach[]): Promise<ReadonlyMap<string, Access>>;
  liveOfSystem(system: string): Promise<readonly Access[]>;
  liveAt(daycares: readonly string[]): Promise<readonly Access[]>;
  moveAccesses(ids: readonly string[], move: AccessMove): Promise<void>;

  /** Keeps what the register told; `before` is what was known, to change no more than differs. */
  putDaycares(daycares: readonly KnownDaycare[], before: ReadonlyMap<string, KnownDaycare>): Promise<void>;
  tell(kind: ChangeKind, facts: AgreementEventFacts): void;
  tellSystem(
    kind: 'SupplierRegistered' | 'SystemRegistered' | 'SystemStateSet',
    subject: string,
    actor: string,
    facts: Readonly<Record<string, unknown>>,
  ): void;
}
