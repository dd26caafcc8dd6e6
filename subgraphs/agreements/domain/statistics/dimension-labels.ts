import type { Ownership } from '../known-daycare.ts';
import type { PurposeKind, RequestState } from '../requests/request.ts';
import { serviceOf } from '../systems/service.ts';
import { ageBands } from './age-bands.ts';
import type { AgreementDimension } from './agreement-count.ts';

const ownerships = {
  MUNICIPAL: 'Municipal',
  SELF_OWNED: 'Self-owned',
  PRIVATE: 'Private',
  OUTSOURCED: 'Outsourced',
} satisfies Record<Ownership, string>;

export const purposeWords = {
  PLACEMENT: 'Placement',
  COMMUNICATION: 'Communication',
  LEARNING_MATERIAL: 'Learning material',
  ADMINISTRATION: 'Administration',
  STATISTICS: 'Statistics',
  OTHER: 'Other',
} satisfies Record<PurposeKind, string>;

const states = {
  WAITING: 'Waiting',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
  LAPSED: 'Lapsed',
  EXPIRED: 'Expired',
} satisfies Record<RequestState, string>;

/** Names that stand in tables, by key. */
export interface KeptNames {
  readonly municipalityName: string | undefined;
  readonly supplierName: string | undefined;
}

const labels: Readonly<Record<AgreementDimension, (key: string, names: KeptNames) => string | undefined>> = {
  MUNICIPALITY: (_, { municipalityName }) => municipalityName,
  SUPPLIER: (_, { supplierName }) => supplierName,
  OWNERSHIP: among(ownerships),
  PURPOSE: among(purposeWords),
  STATE: among(states),
  SERVICE: (code) => serviceOf(code)?.name,
  AGE: (key) => ageBands.find((band) => band.key === key)?.label,
  WEEK: (key) => key.replace(/^(\d{4})-W0?(\d+)$/, 'Week $2 of $1'),
  MONTH: monthInWords,
};

/** A key of a count in words; a key that means nothing here is its own label. */
export const labelOf = (dimension: AgreementDimension, key: string, names: KeptNames): string => labels[dimension](key, names) ?? key;

function among(words: Readonly<Record<string, string>>): (key: string) => string | undefined {
  return (key) => (Object.hasOwn(words, key) ? words[key] : undefined);
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function monthInWords(key: string): string {
  return monthName.format(Date.parse(`${key}-01T00:00:00Z`));
}
