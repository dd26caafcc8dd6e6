import { refuse } from '#shared/refusal.ts';
import { addressDoubt, companyDoubt, productionUnitDoubt } from '../findings/findings.ts';
import type { AddressVerdict, ProductionUnitVerdict } from './other-registers.ts';
import type { Standing } from './register-policy.ts';

/** What the other registers say of the address and the production unit that are told; unasked where none is told. */
export interface Verdicts {
  readonly address: AddressVerdict;
  readonly productionUnit: ProductionUnitVerdict;
}

export const unasked: Verdicts = { address: { answer: 'UNASKED' }, productionUnit: { answer: 'UNASKED' } };

/** Which refusals of the other registers the caller takes as findings with a deadline (P17). */
export const acceptableFindings = ['ADDRESS_UNKNOWN', 'PRODUCTION_UNIT_INACTIVE', 'COMPANY_NUMBER_DIFFERS'] as const;
type Acceptable = (typeof acceptableFindings)[number];

/** What is told, where it is answered for. */
interface Answered {
  readonly verdicts: Verdicts;
  readonly companyNumber: string | null;
  readonly accepted: readonly string[];
  readonly standing: Standing;
}

/**
 * Refuses what the other registers do not know (R15, R16), unless the caller takes it as a finding (P17). The agency deviates from
 * the company register for nobody: what is wrong there is put right there first (R8).
 */
export function judgeByOthers(answered: Answered): void {
  const { verdicts, companyNumber } = answered;
  judgeAccepted(answered.accepted);
  doubt(answered, 'ADDRESS_UNKNOWN', 'ADDRESS_UNKNOWN', 'R15', addressDoubt(verdicts.address));
  doubt(answered, 'PRODUCTION_UNIT_INACTIVE', 'PRODUCTION_UNIT_INACTIVE', 'R16', productionUnitDoubt(verdicts.productionUnit));
  doubt(answered, 'COMPANY_NUMBER_DIFFERS', 'CROSS_VALIDATION', 'R16', companyDoubt(companyNumber, verdicts.productionUnit));
}

function doubt(
  { accepted, standing }: Answered,
  finding: Acceptable,
  code: 'ADDRESS_UNKNOWN' | 'PRODUCTION_UNIT_INACTIVE' | 'CROSS_VALIDATION',
  rule: string,
  message: string | undefined,
): void {
  if (!message) return;
  const deviates = standing === 'agency' && finding !== 'ADDRESS_UNKNOWN';
  if (accepted.includes(finding) && !deviates) return;
  const remedy = deviates
    ? 'The agency makes no change that deviates from the company register: have it put right there first.'
    : `Put it right, or take it as a finding with acceptFindings: [${finding}].`;
  refuse(code, `${message} ${remedy}`, { rule: deviates ? 'R8' : rule, facts: { finding } });
}

function judgeAccepted(accepted: readonly string[]): void {
  const unfit = accepted.filter((finding) => !acceptableFindings.some((code) => code === finding));
  if (unfit.length > 0)
    refuse('INVALID_INPUT', `Only these can be accepted: ${acceptableFindings.join(', ')}.`, { facts: { field: 'acceptFindings' } });
}
