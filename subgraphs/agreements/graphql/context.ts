import type { Actor, Mandate } from '#shared/actor.ts';
import type { Feed } from '#shared/feed.ts';
import type { Page } from '#shared/page.ts';
import type { AccessResult, ChangeAccesses } from '../actions/accesses/change-accesses.ts';
import type { AskForRequest } from '../actions/requests/ask-for-request.ts';
import type { DecideRequests, DecisionResult } from '../actions/requests/decide-requests.ts';
import type { RequestResult } from '../actions/requests/request-access.ts';
import type { WithdrawRequests } from '../actions/requests/withdraw-requests.ts';
import type { AskForConnection } from '../actions/systems/ask-for-connection.ts';
import type { ConnectionResult, DecideConnections } from '../actions/systems/decide-connections.ts';
import type { RegisterSupplier } from '../actions/systems/register-supplier.ts';
import type { RegisterSystem } from '../actions/systems/register-system.ts';
import type { SetSystemState } from '../actions/systems/set-system-state.ts';
import type { RequestAccess } from '../domain/requests/sending.ts';
import type { Access } from '../domain/accesses/access.ts';
import type { AgreementEventFacts } from '../domain/agreement-event.ts';
import type { AgreementReader } from '../domain/agreement-reader.ts';
import type { AccessRequest } from '../domain/requests/request.ts';
import type { Sought } from '../domain/requests/sought.ts';
import type { ConnectionAgreement, Supplier, SupplierSystem, SystemKey } from '../domain/systems/system.ts';
import type { Terms } from '../domain/terms.ts';
import type { Loaders } from './loaders.ts';
import type { Oversight } from './overseeing/oversight.ts';
import type { Telling } from './telling.ts';

export type CallingActor = Actor;
export type HeldMandate = Mandate;
export type RequestPage = Page<AccessRequest>;
export type SoughtPage = Page<Sought>;
export type AccessPage = Page<Access> & { readonly feedPosition: () => Promise<string> };

/** How an act is sent: the key by which it is known when it is sent again, and whether anything of it is kept. */
export interface Sent {
  readonly idempotencyKey?: string | null | undefined;
  readonly dryRun?: boolean | null | undefined;
}

export type WayOfChange = 'revoke' | 'end' | 'close' | 'confirm';

/** The acts on agreements, as this actor. */
export interface Acts {
  requestAccess(told: RequestAccess, sent: Sent): Promise<{ results: RequestResult[] }>;
  decideRequests(told: DecideRequests, sent: Sent): Promise<{ results: DecisionResult[] }>;
  withdrawRequests(told: WithdrawRequests, sent: Sent): Promise<{ results: DecisionResult[] }>;
  undoDecisions(ids: readonly string[], sent: Sent): Promise<{ results: DecisionResult[] }>;
  askForRequest(told: AskForRequest): Promise<boolean>;
  changeAccesses(way: WayOfChange, told: ChangeAccesses, sent: Sent): Promise<{ results: AccessResult[]; dryRun: boolean }>;
  setSystemState(told: SetSystemState): Promise<SupplierSystem>;
  registerSupplier(told: RegisterSupplier): Promise<Supplier>;
  registerSystem(told: RegisterSystem): Promise<SupplierSystem>;
  askForConnection(told: AskForConnection): Promise<ConnectionAgreement>;
  decideConnections(told: DecideConnections): Promise<{ results: ConnectionResult[] }>;
  addSystemKey(system: string, jwk: string): Promise<SystemKey>;
  withdrawSystemKey(system: string, key: string): Promise<SystemKey>;
}

/** What a request to this subgraph works with. */
export interface Context {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reader: AgreementReader;
  readonly terms: Terms;
  readonly loaders: Loaders;
  readonly acts: Acts;
  readonly telling: Telling;
  readonly feed: Feed<AgreementEventFacts>;
  readonly oversight: Oversight;
}
