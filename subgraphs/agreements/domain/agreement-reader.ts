import type { Actor } from '#shared/actor.ts';
import type { Access, AccessState } from './accesses/access.ts';
import type { ToldChange } from './agreement-event.ts';
import type { KnownDaycare, Ownership } from './known-daycare.ts';
import type { AccessRequest, RequestState } from './requests/request.ts';
import type { SoughtWord } from './searching/sought.ts';
import type { AgreementClass } from './systems/service.ts';
import type { Sought } from './requests/sought.ts';
import type { ConnectionAgreement, Supplier, SupplierSystem, SystemKey } from './systems/system.ts';

interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** Which requests or accesses; what is left out does not restrict. */
export interface Criteria {
  readonly state?: readonly (RequestState | AccessState)[] | null | undefined;
  readonly system?: string | null | undefined;
  readonly supplier?: string | null | undefined;
  readonly service?: string | null | undefined;
  readonly daycare?: string | null | undefined;
  readonly municipality?: string | null | undefined;
  readonly ownership?: readonly Ownership[] | null | undefined;
  readonly agreementClass?: AgreementClass | null | undefined;
  readonly olderThanDays?: number | null | undefined;
  /** What a text asks for, word by word. */
  readonly sought?: readonly SoughtWord[] | undefined;
}

/** What is asked of agreements without changing them; rows out of the actor's reach do not exist here. */
export interface AgreementReader {
  requests(actor: Actor, criteria: Criteria, place: Place): Promise<AccessRequest[]>;
  countRequests(actor: Actor, criteria: Criteria): Promise<number>;
  /** Waiting, and decidable by the actor. */
  inbox(actor: Actor, criteria: Criteria, place: Place): Promise<AccessRequest[]>;
  countInbox(actor: Actor, criteria: Criteria): Promise<number>;
  accesses(actor: Actor, criteria: Criteria, place: Place): Promise<Access[]>;
  countAccesses(actor: Actor, criteria: Criteria): Promise<number>;
  requestsByIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, AccessRequest>>;
  accessesByIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Access>>;
  accessesByRequests(actor: Actor, requestIds: readonly string[]): Promise<ReadonlyMap<string, Access>>;
  /** The last request of a system, service and daycare, whoever asks: the caller judges who may know. */
  lastRequest(system: string, service: string, daycare: string): Promise<AccessRequest | undefined>;
  daycares(numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>>;
  systems(ids: readonly string[]): Promise<ReadonlyMap<string, SupplierSystem>>;
  systemsOfSuppliers(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly SupplierSystem[]>>;
  suppliers(numbers: readonly string[]): Promise<ReadonlyMap<string, Supplier>>;
  connections(systems: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionAgreement[]>>;
  keys(systems: readonly string[]): Promise<ReadonlyMap<string, readonly SystemKey[]>>;
  /** What institutions asked the actor's systems to send and nothing has come of yet. */
  sought(actor: Actor, place: Place): Promise<Sought[]>;
  countSought(actor: Actor): Promise<number>;
  /** All that happened to requests, oldest first. */
  histories(requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly ToldChange[]>>;
}
