import type { DaycareLevel, DaycareType, LifecycleStatus, Ownership } from '../daycares/daycare.ts';
import { municipalityOf } from '../municipalities/municipalities.ts';
import { NO_TYPE, type RegisterDimension } from './register-dimension.ts';

const ownerships = {
  MUNICIPAL: 'Municipal',
  SELF_OWNED: 'Self-owned',
  PRIVATE: 'Private',
  OUTSOURCED: 'Outsourced',
} satisfies Record<Ownership, string>;

const types = {
  NURSERY: 'Nursery',
  KINDERGARTEN: 'Kindergarten',
  AGE_INTEGRATED: 'Age-integrated',
  CHILDMINDING: 'Childminding',
  KINDERGARTEN_FROM_TWO: 'Kindergarten from two',
  LEISURE_HOME: 'Leisure home',
  CLUB: 'Club',
  SPECIAL: 'Special daycare',
  [NO_TYPE]: 'No type',
} satisfies Record<DaycareType | typeof NO_TYPE, string>;

const levels = { INSTITUTION: 'Institution', UNIT: 'Unit', LOCATION: 'Location' } satisfies Record<DaycareLevel, string>;

const statuses = { PLANNED: 'Planned', ACTIVE: 'Active', CLOSED: 'Closed' } satisfies Record<LifecycleStatus, string>;

const labels: Readonly<Record<RegisterDimension, (key: string) => string | undefined>> = {
  MUNICIPALITY: (code) => municipalityOf(code)?.name,
  OWNERSHIP: among(ownerships),
  TYPE: among(types),
  LEVEL: among(levels),
  STATUS: among(statuses),
  MONTH: monthInWords,
  FINDING: (code) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' '),
};

/** A key of a count in words; a key that means nothing is its own label. */
export const labelOf = (dimension: RegisterDimension, key: string): string => labels[dimension](key) ?? key;

function among(words: Readonly<Record<string, string>>): (key: string) => string | undefined {
  return (key) => (Object.hasOwn(words, key) ? words[key] : undefined);
}

function monthInWords(key: string): string | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(key)) return undefined;
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${key}-01T00:00:00Z`));
}
