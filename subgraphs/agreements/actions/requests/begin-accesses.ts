import { dayOf } from '#shared/danish-day.ts';
import type { AccessRow } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import type { AccessRequest, Decision } from '../../domain/requests/request.ts';
import { suspensionFor, type SupplierSystem } from '../../domain/systems/system.ts';
import { DAY } from '../../domain/terms.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { replaceAccesses } from './replace-accesses.ts';

/** A request with what was decided of it. */
export interface DecidedRequest {
  readonly request: AccessRequest;
  readonly decision: Decision;
}

/** What the decider saw is what is granted; for a system that is not active it begins paused (A20). */
export async function beginAccesses(agreements: Agreements, decided: readonly DecidedRequest[]): Promise<void> {
  const systems = await agreements.holdSystems(decided.map(({ request }) => request.system));
  const replaced = await replaceAccesses(agreements, decided);
  const begun = decided.map(({ request, decision }) => ({
    request,
    decision,
    access: { ...accessOf(agreements, request, systems.get(request.system)), replaces: replaced.get(request.id)?.id ?? null },
  }));
  await agreements.addAccesses(begun.map(({ access }) => access));
  for (const { request, decision, access } of begun)
    agreements.tell('APPROVED', factsOf(request, { by: decision.by, comment: decision.comment, access }));
}

function accessOf(
  { at, terms, newId }: Agreements,
  request: AccessRequest,
  system: SupplierSystem | undefined,
): Omit<AccessRow, 'replaces'> {
  if (!system) throw new Error(`The request ${request.id} is of no known system.`);
  const { supplier, service, direction, agreementClass, categories, daycareNumber, purposeKind, purpose } = request;
  const reason = suspensionFor[system.state];
  return {
    id: newId(),
    requestId: request.id,
    requestedBy: request.requestedBy,
    system: system.id,
    supplier,
    service,
    direction,
    agreementClass,
    categories,
    daycareNumber,
    purposeKind,
    purpose,
    state: reason ? 'SUSPENDED' : 'ACTIVE',
    suspensionReason: reason,
    suspendedAt: reason && at,
    activeSince: reason ? null : at,
    confirmBy: dayOf(at + terms.confirmEveryDays * DAY),
    askedToConfirm: null,
    unusedSince: at,
    lastUsedAt: null,
    endsOn: null,
    notice: null,
  };
}
