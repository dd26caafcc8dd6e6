import type { Access, AccessMove, AccessRow } from './accesses/access.ts';
import type { AgreementEventFacts, ChangeKind } from './agreement-event.ts';
import type { Decision } from './requests/request.ts';
import type { KnownDaycare } from './known-daycare.ts';
import type { Reach } from './reach.ts';
import type { AccessRequest, RequestRow, RequestState } from './requests/request.ts';
import type { Sought } from './requests/sought.ts';
import type { BroughtBy } from './state-conflict.ts';
import type { ConnectionAgreement, ConnectionState, Supplier, SupplierSystem, SystemKey, SystemState } from './systems/system.ts';
import type { Terms } from './terms.ts';

/** What the log keeps of suppliers and their systems. */
export type SystemEventKind =
  | 'SupplierRegistered'
  | 'SystemRegistered'
  | 'SystemStateSet'
  | 'SystemKeyAdded'
  | 'SystemKeyWithdrawn'
  | 'ConnectionAsked'
  | 'ConnectionDecided'
  | 'ConnectionClosed'
  | 'RequestSought';

/** What the acts on agreements ask of storage, inside one transaction. Rows are locked in key order; a row out of reach is simply not among those found. */
export interface Agreements {
  readonly at: number;
  readonly terms: Terms;
  newId(): string;
  /** Refuses with UNAVAILABLE unless what the register told may still be gone by; holds it so until the end. */
  relyOnRegister(): Promise<void>;
  /** What is known of daycares, kept from changing until the end. */
  holdDaycares(numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>>;
  /** The same with the locations under them, about to be changed. */
  lockWithLocations(numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>>;

  /** Systems that must not change while their accesses are made. */
  holdSystems(ids: readonly string[]): Promise<ReadonlyMap<string, SupplierSystem>>;
  lockSystem(id: string): Promise<SupplierSystem | undefined>;
  setSystemState(id: string, state: SystemState, archivedAt: number | null): Promise<void>;
  supplier(number: string): Promise<Supplier | undefined>;
  suppliers(numbers: readonly string[]): Promise<ReadonlyMap<string, Supplier>>;
  connections(system: string): Promise<readonly ConnectionAgreement[]>;
  lockConnections(ids: readonly string[]): Promise<ReadonlyMap<string, ConnectionAgreement>>;
  addConnection(connection: ConnectionAgreement): Promise<boolean>;
  setConnectionState(ids: readonly string[], state: ConnectionState): Promise<void>;
  keys(system: string): Promise<readonly SystemKey[]>;
  putKey(key: SystemKey): Promise<void>;
  /** Adds a supplier, or a system with its connections; false where the number is taken. */
  addSupplier(supplier: Supplier): Promise<boolean>;
  addSystem(system: SupplierSystem, connections: readonly ConnectionAgreement[]): Promise<boolean>;

  /** Takes the place of the one live agreement of a system, service and daycare; answers those whose place was free. */
  claim(requests: readonly RequestRow[]): Promise<ReadonlySet<string>>;
  /** Takes the place beside a live access, for asking for more than that opens (A24). */
  claimBeside(requests: readonly RequestRow[]): Promise<ReadonlySet<string>>;
  /** Which of these requests stand beside a live access. */
  standingBeside(requests: readonly RequestRow[]): Promise<ReadonlySet<string>>;
  /** Of these requests, those beside whose place another waits. */
  withOneBeside(requests: readonly RequestRow[]): Promise<ReadonlySet<string>>;
  /** Whether a request waits or an access is live there. */
  isTaken(system: string, service: string, daycare: string): Promise<boolean>;
  /** Gives the places back; what waits beside one takes it. */
  release(requestIds: readonly string[]): Promise<void>;
  addRequests(requests: readonly RequestRow[]): Promise<void>;
  lockRequests(ids: readonly string[], reach: readonly Reach[]): Promise<ReadonlyMap<string, AccessRequest>>;
  /** Requests as they are kept, whoever may read them. */
  requestsOf(ids: readonly string[]): Promise<ReadonlyMap<string, RequestRow>>;
  waitingAt(daycares: readonly string[]): Promise<readonly AccessRequest[]>;
  moveRequests(ids: readonly string[], state: RequestState, decision: Decision | null): Promise<void>;
  /** Counts a reminder of each. */
  countReminder(ids: readonly string[]): Promise<void>;
  waitingFor(system: string, service?: string): Promise<readonly AccessRequest[]>;

  addAccesses(accesses: readonly AccessRow[]): Promise<void>;
  lockAccesses(ids: readonly string[], reach: readonly Reach[]): Promise<ReadonlyMap<string, Access>>;
  liveOfSystem(system: string, service?: string): Promise<readonly Access[]>;
  accessesOf(requestIds: readonly string[]): Promise<ReadonlyMap<string, Access>>;
  liveAt(daycares: readonly string[]): Promise<readonly Access[]>;
  /** Who brought each of these accesses to its end, and when. */
  endingsOf(accesses: readonly Access[]): Promise<ReadonlyMap<string, BroughtBy>>;
  moveAccesses(ids: readonly string[], move: AccessMove): Promise<void>;

  /** Keeps what the register told. */
  putDaycares(daycares: readonly KnownDaycare[]): Promise<void>;
  tell(kind: ChangeKind, facts: AgreementEventFacts): void;
  /** Notes that an institution asked a supplier to send; false where it did so lately. */
  seek(sought: Sought): Promise<boolean>;
  tellSystem(kind: SystemEventKind, subject: string, actor: string, facts: Readonly<Record<string, unknown>>): void;
}
