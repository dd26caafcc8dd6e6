import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { day, flag, instant, json, key, longText, optional, text, whole } from '#shared/columns.ts';
import type { AccessRow } from '../domain/accesses/access.ts';
import type { KnownDaycare } from '../domain/known-daycare.ts';
import type { Asked, RequestRow } from '../domain/requests/request.ts';
import type { Sought } from '../domain/requests/sought.ts';
import { connections, suppliers, systemKeys, systems } from './system-tables.ts';
import { oversightTables } from './overseeing/oversight-tables.ts';

/** The one place of a system, service and daycare: a request that waits, or an access that is live. */
export interface LiveAgreement {
  readonly system: string;
  readonly service: string;
  readonly daycareNumber: string;
  readonly requestId: string;
}

const id = text(36);
const asked: Record<keyof Asked, EntitySchemaColumnOptions> = {
  system: text(20),
  supplier: text(20),
  service: text(40),
  direction: text(5),
  agreementClass: text(12),
  categories: json,
  daycareNumber: text(6),
  purposeKind: text(20),
  purpose: longText,
};

export const requests = new EntitySchema<RequestRow>({
  name: 'access_request',
  columns: {
    id: key(id),
    ...asked,
    processingAgreement: text(200),
    comment: optional(longText),
    state: text(10),
    decision: { ...json, nullable: true },
    requestedAt: instant,
    requestedBy: text(120),
    expiresAt: instant,
    reminders: { ...whole, default: 0 },
  },
  indices: [
    { name: 'access_request_daycare', columns: ['daycareNumber', 'state', 'id'] },
    { name: 'access_request_supplier', columns: ['supplier', 'id'] },
    { name: 'access_request_state', columns: ['state', 'id'] },
  ],
});

export const accesses = new EntitySchema<AccessRow>({
  name: 'data_access',
  columns: {
    id: key(id),
    requestId: id,
    requestedBy: { ...text(120), default: '' },
    ...asked,
    state: text(16),
    suspensionReason: optional(text(20)),
    suspendedAt: optional(instant),
    activeSince: optional(instant),
    confirmBy: optional(day),
    askedToConfirm: optional(day),
    unusedSince: { ...instant, default: 0 },
    lastUsedAt: optional(instant),
    endsOn: optional(day),
    notice: { ...json, nullable: true },
    replaces: optional(id),
  },
  indices: [
    { name: 'data_access_request', columns: ['requestId'] },
    { name: 'data_access_daycare', columns: ['daycareNumber', 'state', 'id'] },
    { name: 'data_access_supplier', columns: ['supplier', 'id'] },
    { name: 'data_access_system', columns: ['system', 'state', 'id'] },
  ],
});

export const liveAgreements = new EntitySchema<LiveAgreement>({
  name: 'live_agreement',
  columns: { daycareNumber: key(text(6)), system: key(text(20)), service: key(text(40)), requestId: id },
  indices: [{ name: 'live_agreement_request', columns: ['requestId'] }],
});

export const knownDaycares = new EntitySchema<KnownDaycare>({
  name: 'known_daycare',
  columns: {
    number: key(text(6)),
    level: text(12),
    name: text(132),
    status: text(10),
    municipality: text(4),
    municipalityName: text(60),
    ownership: text(12),
    institution: optional(text(6)),
    unit: optional(text(6)),
    isChildminding: flag,
    acceptsUsers: flag,
    email: optional(text(254)),
  },
  indices: [
    { name: 'known_daycare_municipality', columns: ['municipality', 'number'] },
    { name: 'known_daycare_unit', columns: ['unit'] },
  ],
});

/** What institutions asked suppliers to send; the last time of each system, service and daycare. */
export const soughtRequests = new EntitySchema<Sought>({
  name: 'sought_request',
  columns: {
    daycareNumber: key(text(6)),
    system: key(text(20)),
    service: key(text(40)),
    id,
    supplier: text(20),
    comment: longText,
    by: { ...json, name: 'doneBy' },
    at: instant,
  },
  indices: [{ name: 'sought_request_supplier', columns: ['supplier', 'id'] }],
});

export const tables = [
  requests,
  accesses,
  liveAgreements,
  knownDaycares,
  suppliers,
  systems,
  connections,
  systemKeys,
  soughtRequests,
  ...oversightTables,
];
