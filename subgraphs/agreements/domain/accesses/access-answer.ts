import type { Actor } from '#shared/actor.ts';
import type { Access, AccessState } from './access.ts';
import { verdictOn } from '../requests/decision-policy.ts';
import type { AccessRequest } from '../requests/request.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Service } from '../systems/service.ts';
import { systemStandingsOf } from '../systems/supplier-policy.ts';
import type { SupplierSystem } from '../systems/system.ts';

export type AnswerState = 'NONE' | 'WAITING' | 'REJECTED' | AccessState;

/** What stands between a system, a service and a daycare, with what to do next (P7). */
export interface AccessAnswer {
  readonly state: AnswerState;
  readonly access: Access | null;
  readonly request: AccessRequest | null;
  readonly because: string;
}

/** Whether the actor may know what stands there: the system itself and its supplier, who may decide there, the agency. */
export function mayKnow(actor: Actor, system: SupplierSystem, daycare: KnownDaycare, { agreementClass }: Service): boolean {
  return (
    systemStandingsOf(actor, system).size > 0 || verdictOn({ daycare, agreementClass, supplier: system.supplier }, actor).as !== undefined
  );
}

const sentences: Record<AnswerState, string> = {
  NONE: 'Nothing was asked; the supplier asks with requestDataAccess.',
  WAITING: 'A request waits for whoever decides.',
  REJECTED: 'The last request was rejected; a new one may be sent (A22).',
  ACTIVE: 'The access is in force.',
  SUSPENDED: 'The access is paused; its suspension says why and who can lift that.',
  REVOKED: 'The access was ended by a body that may decide; a new request may be sent.',
  ENDED: 'The supplier handed the access back.',
  LAPSED: 'The daycare is closed.',
  CLOSED_BY_AGENCY: 'The agency closed the access.',
};

/** The answer from the last request and the access it became. */
export function answerFrom(request: AccessRequest | null, access: Access | null): AccessAnswer {
  const state = access?.state ?? (request ? ofRequest[request.state] : 'NONE');
  return { state, access, request, because: sentences[state] };
}

const ofRequest = {
  WAITING: 'WAITING',
  REJECTED: 'REJECTED',
  LAPSED: 'LAPSED',
  APPROVED: 'NONE',
  WITHDRAWN: 'NONE',
  EXPIRED: 'NONE',
} as const satisfies Record<AccessRequest['state'], AnswerState>;
