import { misfit } from '../daycares/cross-validation.ts';
import { acceptsUsers, type Daycare } from '../daycares/daycare.ts';
import { dayOf } from '#shared/danish-day.ts';
import type { AddressVerdict, ProductionUnitVerdict } from '../upkeep/other-registers.ts';
import { townOfPostalCode } from '../addresses/postal-codes.ts';

/** What is wrong or doubtful about an open daycare and need not stop anyone (R23, P17). */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly since: number;
  /** The day by which it is to be put right, where there is one. */
  readonly deadline: string | null;
}

/** A finding as it is kept: of which daycare, about which of its facts, and until when it stood. */
export interface KeptFinding extends Finding {
  readonly id?: number;
  readonly number: string;
  readonly about: string;
  readonly until: number;
}

/** What a daycare is judged by beside its own facts. */
export interface Evidence {
  readonly at: number;
  readonly hasUnits: boolean;
  readonly address: AddressVerdict;
  readonly productionUnit: ProductionUnitVerdict;
}

/** What a check says: what is wrong, nothing, or that nobody could be asked; and about what it said so. */
export interface Judged {
  readonly code: string;
  readonly about: string;
  readonly message: string | undefined;
  readonly unasked: boolean;
}

interface Check {
  readonly code: string;
  readonly about?: (daycare: Daycare) => string;
  readonly unasked?: (evidence: Evidence) => boolean;
  readonly told: (daycare: Daycare, evidence: Evidence) => string | undefined;
}

/** Changes when a check is added or judges otherwise, so that the whole register is judged anew. */
export const checksEdition = '2';

const DAYS_TO_PUT_RIGHT = 30;
const DAY = 86_400_000;
const withDeadline: ReadonlySet<string> = new Set(['ADDRESS_UNKNOWN', 'PRODUCTION_UNIT_INACTIVE', 'COMPANY_NUMBER_DIFFERS']);

/** The day by which what is found is to be put right; none where nobody is kept waiting by it. */
export const deadlineOf = (code: string, since: number): string | null =>
  withDeadline.has(code) ? dayOf(since + DAYS_TO_PUT_RIGHT * DAY) : null;

const addressOf = ({ street, houseNumber, postalCode }: Daycare) => [street, houseNumber, postalCode].filter(Boolean).join(' ');

const checks: readonly Check[] = [
  {
    code: 'LEGAL_BASIS_UNKNOWN',
    told: ({ legalBasis }) => (legalBasis ? undefined : 'The section of law is not known; tell it with the next change.'),
  },
  { code: 'CROSS_VALIDATION', told: (daycare, { at }) => misfit(daycare, at) },
  {
    code: 'TAKES_NO_USERS',
    told: (daycare) =>
      daycare.level === 'INSTITUTION' || daycare.status === 'PLANNED' || acceptsUsers(daycare)
        ? undefined
        : 'Without company number and production unit number no users can be tied to it (I12).',
  },
  {
    code: 'WITHOUT_UNIT',
    told: ({ level }, { hasUnits }) =>
      level === 'INSTITUTION' && !hasUnits ? 'A cluster has at least one unit; register one, or close the cluster (C1).' : undefined,
  },
  {
    code: 'POSTAL_CODE_UNKNOWN',
    told: ({ postalCode }) =>
      postalCode === null || townOfPostalCode(postalCode) ? undefined : `There is no postal code ${postalCode} (R14).`,
  },
  {
    code: 'ADDRESS_UNKNOWN',
    about: addressOf,
    unasked: ({ address }) => address.answer === 'UNASKED',
    told: (_, { address }) => addressDoubt(address),
  },
  {
    code: 'PRODUCTION_UNIT_INACTIVE',
    about: ({ productionUnitNumber }) => productionUnitNumber ?? '',
    unasked: ({ productionUnit }) => productionUnit.answer === 'UNASKED',
    told: (_, { productionUnit }) => productionUnitDoubt(productionUnit),
  },
  {
    code: 'COMPANY_NUMBER_DIFFERS',
    about: ({ productionUnitNumber, companyNumber }) => `${productionUnitNumber} ${companyNumber}`,
    unasked: ({ productionUnit }) => productionUnit.answer === 'UNASKED',
    told: ({ companyNumber }, { productionUnit }) => companyDoubt(companyNumber, productionUnit),
  },
];

/** What is wrong with an address by the address register's answer (R15); the difference is shown (P17). */
export function addressDoubt(verdict: AddressVerdict): string | undefined {
  if (verdict.answer !== 'UNKNOWN') return undefined;
  return `The address is not in the national address register${verdict.nearest ? `; much like it is ${verdict.nearest}` : ''} (R15).`;
}

/** What is wrong with a production unit by the company register's answer (R16). */
export function productionUnitDoubt(verdict: ProductionUnitVerdict): string | undefined {
  if (verdict.answer === 'UNKNOWN') return 'The production unit number is not in the company register (R16).';
  if (verdict.answer !== 'INACTIVE') return undefined;
  return `The production unit is not active in the company register${verdict.since ? ` since ${verdict.since}` : ''} (R16).`;
}

/** Whether a company number is another than the company register has for the production unit. */
export function companyDoubt(companyNumber: string | null, verdict: ProductionUnitVerdict): string | undefined {
  if (verdict.answer !== 'ACTIVE' || companyNumber === null || companyNumber === verdict.companyNumber) return undefined;
  return `The company register has the production unit under company number ${verdict.companyNumber}.`;
}

/** What every check says of an open daycare; nothing is found about a closed one. */
export function judgeDaycare(daycare: Daycare, evidence: Evidence): Judged[] {
  if (daycare.status === 'CLOSED') return checks.map(({ code }) => ({ code, about: '', message: undefined, unasked: false }));
  return checks.map(({ code, about, unasked, told }) => ({
    code,
    about: about?.(daycare) ?? '',
    unasked: unasked?.(evidence) ?? false,
    message: told(daycare, evidence),
  }));
}
