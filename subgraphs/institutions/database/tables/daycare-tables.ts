import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { decimal, instant, key, optional, text, whole } from '#shared/columns.ts';
import type { Daycare, DaycareFacts } from '../../domain/daycares/daycare.ts';

/**
 * What was true when (validFrom to validTo; in the official tables virkningFra and virkningTil) as believed when (recordedFrom
 * to recordedTo; registreringFra and registreringTil). A belief is never overwritten, only ended.
 */
export interface DaycareVersion extends DaycareFacts {
  readonly id?: number;
  readonly number: string;
  readonly version: number;
  readonly validFrom: number;
  readonly validTo: number;
  readonly recordedFrom: number;
  readonly recordedTo: number;
}

export interface LegacyNumber {
  readonly legacy: string;
  readonly number: string;
}

/** Who followed after whom, since when (virkningFra), as recorded when (registreringFra). */
export interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  readonly validFrom: number;
  readonly recordedFrom: number;
}

export interface NumberIssue {
  readonly id: number;
  readonly last: number;
}

const facts: Record<keyof DaycareFacts, EntitySchemaColumnOptions> = {
  name: text(132),
  status: text(10),
  municipality: text(4),
  ownership: text(12),
  legalBasis: optional(text(24)),
  institution: optional(text(6)),
  unit: optional(text(6)),
  type: optional(text(24)),
  street: optional(text(132)),
  houseNumber: optional(text(20)),
  postalCode: optional(text(4)),
  town: optional(text(132)),
  supplementaryTown: optional(text(132)),
  municipalityCode: optional(text(4)),
  latitude: optional(decimal),
  longitude: optional(decimal),
  addressId: optional(text(60)),
  email: optional(text(132)),
  phone: optional(text(20)),
  companyNumber: optional(text(8)),
  productionUnitNumber: optional(text(10)),
};

/** The present picture: one row a number that was ever issued. */
export const daycares = new EntitySchema<Daycare>({
  name: 'daycare',
  columns: { number: key(text(6)), level: text(12), ...facts, version: whole, validFrom: instant, recordedAt: instant },
  indices: [
    { name: 'daycare_municipality', columns: ['municipality', 'number'] },
    { name: 'daycare_institution', columns: ['institution', 'number'] },
    { name: 'daycare_unit', columns: ['unit', 'number'] },
  ],
});

export const daycareVersions = new EntitySchema<DaycareVersion>({
  name: 'daycare_version',
  columns: {
    id: { type: 'int', primary: true, generated: 'increment' },
    number: text(6),
    ...facts,
    version: whole,
    validFrom: instant,
    validTo: instant,
    recordedFrom: instant,
    recordedTo: instant,
  },
  indices: [
    { name: 'daycare_version_number', columns: ['number', 'recordedTo', 'validTo'] },
    { name: 'daycare_version_institution', columns: ['institution', 'recordedTo', 'validTo'] },
    { name: 'daycare_version_unit', columns: ['unit', 'recordedTo', 'validTo'] },
  ],
});

export const legacyNumbers = new EntitySchema<LegacyNumber>({
  name: 'legacy_number',
  columns: { legacy: key(text(20)), number: text(6) },
  indices: [{ name: 'legacy_number_number', columns: ['number'] }],
});

export const successions = new EntitySchema<Succession>({
  name: 'succession',
  columns: {
    predecessor: key(text(6)),
    successor: key(text(6)),
    validFrom: { ...instant, default: 0 },
    recordedFrom: { ...instant, default: 0 },
  },
  indices: [{ name: 'succession_successor', columns: ['successor'] }],
});

/** The last number issued; its row is locked while the next is sought. */
export const numberIssues = new EntitySchema<NumberIssue>({ name: 'number_issue', columns: { id: key(whole), last: whole } });

export const daycareTables = [daycares, daycareVersions, legacyNumbers, successions, numberIssues];
