import type { Actor } from '#shared/actor.ts';
import { type Refusal, Refused, refusal, refuse } from '#shared/refusal.ts';
import { doneBySystem } from '../../domain/done-by.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import type { AccessRequest, RequestRow } from '../../domain/requests/request.ts';
import { judgeSending, type RequestAccess, unfit } from '../../domain/requests/sending.ts';
import { type DataCategory, type Service, serviceOf } from '../../domain/systems/service.ts';
import { asksAs, type SystemStanding } from '../../domain/systems/supplier-policy.ts';
import type { Supplier, SupplierSystem } from '../../domain/systems/system.ts';
import { DAY } from '../../domain/terms.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { claimPlaces } from './claim-places.ts';

export interface RequestResult {
  readonly number: string;
  readonly request: AccessRequest | null;
  readonly refusal: Refusal | null;
}

/** Asks daycares for access, each on its own: one that is refused does not hold up the others (A1, P11). */
export async function requestAccess(agreements: Agreements, actor: Actor, told: RequestAccess): Promise<{ results: RequestResult[] }> {
  const { system, supplier, standing } = await askingSystem(agreements, actor, told.system);
  const service = await connectedService(agreements, system, told.service);
  const categories = judgeSending(told, service);
  const known = await agreements.holdDaycares(told.daycares.map(({ number }) => number));
  const wanted = new Map<string, RequestRow>();
  for (const { number, comment } of told.daycares)
    if (!unfit(known.get(number)) && !wanted.has(number))
      wanted.set(number, requestRow(agreements, { told, system, service, categories, number, comment: comment ?? null, actor }));
  const claimed = await claimPlaces(agreements, [...wanted.values()]);
  const taken = [...wanted.values()].filter(({ id }) => claimed.has(id));
  await agreements.addRequests(taken);
  for (const request of taken)
    agreements.tell('REQUESTED', factsOf(request, { by: doneBySystem(actor, standing, supplier), comment: request.comment }));
  const resultOf = ({ number }: { number: string }): RequestResult => {
    const request = wanted.get(number);
    const daycare = known.get(number);
    if (request && daycare && claimed.has(request.id)) return { number, request: { ...request, daycare }, refusal: null };
    return {
      number,
      request: null,
      refusal:
        unfit(daycare) ??
        refusal('ALREADY_REQUESTED', `${system.name} has a live request or access to ${service.code} at ${number} already.`, {
          facts: { number },
        }),
    };
  };
  return { results: told.daycares.map(resultOf) };
}

async function askingSystem(
  agreements: Agreements,
  actor: Actor,
  id: string,
): Promise<{ system: SupplierSystem; supplier: Supplier; standing: SystemStanding }> {
  const system = (await agreements.holdSystems([id])).get(id);
  const standing = system && asksAs(system, actor);
  // A system that is not there and one that is another's answer alike.
  if (!system || !standing)
    return refuse('NOT_PERMITTED', 'Done by: its supplier, the system itself.', {
      rule: 'A1',
      grantableBy: ['its supplier', 'the system itself'],
    });
  if (typeof standing !== 'string') throw new Refused(standing);
  if (system.state !== 'ACTIVE')
    refuse('SYSTEM_PASSIVE', `${system.name} is ${system.state.toLowerCase().replaceAll('_', ' ')}; make it active first.`, {
      rule: 'A20',
    });
  const supplier = await agreements.supplier(system.supplier);
  if (!supplier) throw new Error(`The system ${id} has no supplier.`);
  return { system, supplier, standing };
}

async function connectedService(agreements: Agreements, system: SupplierSystem, code: string): Promise<Service> {
  const connected = (await agreements.connections(system.id)).some(({ service, state }) => service === code && state === 'APPROVED');
  const service = serviceOf(code);
  if (connected && service) return service;
  return refuse('NO_CONNECTION', `${system.name} has no agreement with the agency about ${service ? code : 'such a service'}.`, {
    rule: '3.1',
    grantableBy: ['agency'],
  });
}

interface Drafting {
  readonly told: RequestAccess;
  readonly system: SupplierSystem;
  readonly service: Service;
  readonly categories: readonly DataCategory[];
  readonly number: string;
  readonly comment: string | null;
  readonly actor: Actor;
}

function requestRow({ at, terms, newId }: Agreements, { told, system, service, categories, number, comment, actor }: Drafting): RequestRow {
  return {
    id: newId(),
    system: system.id,
    supplier: system.supplier,
    service: service.code,
    direction: service.direction,
    agreementClass: service.agreementClass,
    categories,
    daycareNumber: number,
    purposeKind: told.purposeKind,
    purpose: told.purpose,
    processingAgreement: told.processingAgreement,
    comment,
    state: 'WAITING',
    decision: null,
    requestedAt: at,
    requestedBy: actor.id,
    expiresAt: at + terms.expireAfterDays * DAY,
    reminders: 0,
  };
}
