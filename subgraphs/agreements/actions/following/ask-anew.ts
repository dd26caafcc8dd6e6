import type { Access } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByTheRegister } from '../../domain/done-by.ts';
import type { RequestRow } from '../../domain/requests/request.ts';
import { unfit } from '../../domain/requests/sending.ts';
import { DAY } from '../../domain/terms.ts';
import { factsOf } from '../../domain/told-facts.ts';

/**
 * Of each access at a daycare that closed, asks the daycares that follow after it, so that whoever decides there gives a fresh
 * consent in one step (P15). Where something stands between them already, nothing is asked.
 */
export async function askAnew(
  agreements: Agreements,
  lapsed: readonly Access[],
  successorsOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const successors = [...new Set([...successorsOf.values()].flat())];
  const known = await agreements.holdDaycares(successors);
  const original = await agreements.requestsOf(lapsed.map(({ requestId }) => requestId));
  const wanted = lapsed.flatMap((access) => {
    const request = original.get(access.requestId);
    const fit = (successorsOf.get(access.daycareNumber) ?? []).filter((number) => !unfit(known.get(number)));
    return request ? fit.map((number) => rowFor(agreements, request, access, number)) : [];
  });
  const claimed = await agreements.claim(wanted);
  const taken = wanted.filter(({ id }) => claimed.has(id));
  await agreements.addRequests(taken);
  for (const request of taken) agreements.tell('REQUESTED', factsOf(request, { by: doneByTheRegister, comment: request.comment }));
}

function rowFor({ at, terms, newId }: Agreements, request: RequestRow, access: Access, daycareNumber: string): RequestRow {
  const { system, supplier, service, direction, agreementClass, categories, purposeKind, purpose } = access;
  return {
    id: newId(),
    system,
    supplier,
    service,
    direction,
    agreementClass,
    categories,
    daycareNumber,
    purposeKind,
    purpose,
    processingAgreement: request.processingAgreement,
    comment: `Asked anew, since ${access.daycare.name} (${access.daycareNumber}), where it was approved, has closed and this daycare follows after it.`,
    state: 'WAITING',
    decision: null,
    requestedAt: at,
    requestedBy: request.requestedBy,
    expiresAt: at + terms.expireAfterDays * DAY,
    reminders: 0,
  };
}
