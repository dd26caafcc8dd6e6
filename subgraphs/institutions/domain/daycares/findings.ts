import { misfit } from './cross-validation.ts';
import { acceptsUsers, type Daycare } from './daycare.ts';

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly since: number;
  readonly deadline: string | null;
}

const checks: readonly { readonly code: string; readonly told: (daycare: Daycare) => string | undefined }[] = [
  {
    code: 'LEGAL_BASIS_UNKNOWN',
    told: ({ legalBasis }) => (legalBasis ? undefined : 'The section of law is not known; tell it with the next change.'),
  },
  { code: 'CROSS_VALIDATION', told: (daycare) => misfit(daycare) },
  {
    code: 'TAKES_NO_USERS',
    told: (daycare) =>
      daycare.level === 'INSTITUTION' || acceptsUsers(daycare)
        ? undefined
        : 'Without company number and production unit number no users can be tied to it (I12).',
  },
];

/** What is wrong or doubtful about an open daycare and need not stop anyone (R23). */
export function findingsOf(daycare: Daycare): Finding[] {
  if (daycare.status === 'CLOSED') return [];
  return checks.flatMap(({ code, told }) => {
    const message = told(daycare);
    return message ? [{ code, message, since: daycare.validFrom, deadline: null }] : [];
  });
}
