import { type IdentityDimension, NO_TYPE } from './identity-count.ts';

const words: Readonly<Record<string, string>> = { [NO_TYPE]: 'No type', SELF_OWNED: 'Self-owned', AGE_INTEGRATED: 'Age-integrated' };

/** A key that is a word of the contract, as people write it. */
const spelt = (key: string): string => words[key] ?? key.charAt(0) + key.slice(1).toLowerCase().replaceAll('_', ' ');

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const labels: Readonly<Record<IdentityDimension, (key: string) => string>> = {
  MUNICIPALITY: (code) => `Municipality ${code}`,
  OWNERSHIP: spelt,
  TYPE: spelt,
  ROLE: spelt,
  STATE: spelt,
  FRESHNESS: spelt,
  NOTICE_CODE: spelt,
  WEEK: (key) => key.replace(/^(\d{4})-W0?(\d+)$/, 'Week $2 of $1'),
  MONTH: (key) => monthName.format(Date.parse(`${key}-01T00:00:00Z`)),
};

/** A key of a count in words. */
export const labelOf = (dimension: IdentityDimension, key: string): string => labels[dimension](key);
