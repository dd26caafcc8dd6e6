import type { Actor, Mandate } from '#shared/actor.ts';
import type { Feed } from '#shared/feed.ts';
import type { Page } from '#shared/page.ts';
import type { DecideRequests, DecisionResult } from '../actions/decide-requests.ts';
import type { RegisterSupplier } from '../actions/register-supplier.ts';
import type { RegisterSystem } from '../actions/register-system.ts';
import type { RequestResult } from '../actions/request-access.ts';
import type { RequestAccess } from '../domain/requests/sending.ts';
import type { AccessResult, RevokeAccesses } from '../actions/revoke-accesses.ts';
import type { SetSystemState } from '../actions/set-system-state.ts';
import type { WithdrawRequests } from '../actions/withdraw-requests.ts';
import type { Access } from '../domain/accesses/access.ts';
import type { AgreementEventFacts } from '../domain/agreement-event.ts';
import type { AgreementReader } from '../domain/agreement-reader.ts';
import type { AccessRequest } from '../domain/requests/request.ts';
import type { Supplier, SupplierSystem } from '../domain/systems/system.ts';
import type { Loaders } from './loaders.ts';

export type CallingActor = Actor;
export type HeldMandate = Mandate;
export type RequestPage = Page<AccessRequest>;
export type AccessPage = Page<Access> & { readonly feedPosition: () => Promise<string> };

/** How an act is sent: the key by which it is known when it is sent again, and whether anything of it is kept. */
export interface Sent {
  readonly idempotencyKey?: string | null | undefined;
  readonly dryRun?: boolean | null | undefined;
}

/** The acts on agreements, as this actor. */
export interface Acts {
  requestAccess(told: RequestAccess, sent: Sent): Promise<{ results: RequestResult[] }>;
  decideRequests(told: DecideRequests, sent: Sent): Promise<{ results: DecisionResult[] }>;
  withdrawRequests(told: WithdrawRequests, sent: Sent): Promise<{ results: DecisionResult[] }>;
  revokeAccesses(told: RevokeAccesses, sent: Sent): Promise<{ results: AccessResult[]; dryRun: boolean }>;
  setSystemState(told: SetSystemState): Promise<SupplierSystem>;
  registerSupplier(told: RegisterSupplier): Promise<Supplier>;
  registerSystem(told: RegisterSystem): Promise<SupplierSystem>;
}

/** What a request to this subgraph works with. */
export interface Context {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reader: AgreementReader;
  readonly loaders: Loaders;
  readonly acts: Acts;
  readonly feed: Feed<AgreementEventFacts>;
}
