import type { AccessRow } from '../../../subgraphs/agreements/domain/accesses/access.ts';
import { doneByTheRegister } from '../../../subgraphs/agreements/domain/done-by.ts';
import type { KnownDaycare } from '../../../subgraphs/agreements/domain/known-daycare.ts';
import type { RequestRow, RequestState } from '../../../subgraphs/agreements/domain/requests/request.ts';

/** A unit of Aarhus that takes users, unless told otherwise. */
export const daycareRow = (number: string, more: Partial<KnownDaycare> = {}): KnownDaycare => ({
  number,
  level: 'UNIT',
  name: `Daycare ${number}`,
  status: 'ACTIVE',
  municipality: '0751',
  municipalityName: 'Aarhus',
  ownership: 'MUNICIPAL',
  institution: 'G91001',
  unit: null,
  isChildminding: false,
  acceptsUsers: true,
  ...more,
});

/** A request that waits, unless it is told to have been decided. */
export const requestRow = (id: string, more: Partial<RequestRow> & { readonly decidedAt?: number } = {}): RequestRow => {
  const { decidedAt, ...told } = more;
  const state: RequestState = told.state ?? 'WAITING';
  return {
    id,
    system: 'S1001',
    supplier: '1001',
    service: 'ws10-import',
    direction: 'SEND',
    agreementClass: 'CORE_IMPORT',
    categories: ['IDENTITY', 'ROLE', 'CONTACT_PERSONS', 'NATIONAL_NUMBER'],
    daycareNumber: 'G10001',
    purposeKind: 'PLACEMENT',
    purpose: 'Places and users',
    processingAgreement: 'DPA 1',
    comment: null,
    decision: decidedAt === undefined ? null : { state, at: decidedAt, by: doneByTheRegister, comment: null },
    requestedAt: 0,
    requestedBy: 'somebody',
    expiresAt: 0,
    reminders: 0,
    ...told,
    state,
  };
};

/** The access that a request became. */
export const accessRow = (request: RequestRow, more: Partial<AccessRow> = {}): AccessRow => {
  const { system, supplier, service, direction, agreementClass, categories, daycareNumber, purposeKind, purpose } = request;
  return {
    id: `A-${request.id}`,
    requestId: request.id,
    requestedBy: request.requestedBy,
    system,
    supplier,
    service,
    direction,
    agreementClass,
    categories,
    daycareNumber,
    purposeKind,
    purpose,
    state: 'ACTIVE',
    suspensionReason: null,
    suspendedAt: null,
    activeSince: request.decision?.at ?? 0,
    confirmBy: null,
    askedToConfirm: null,
    unusedSince: 0,
    lastUsedAt: null,
    endsOn: null,
    notice: null,
    replaces: null,
    ...more,
  };
};
