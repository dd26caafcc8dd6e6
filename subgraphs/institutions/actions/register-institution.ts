import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { misfit } from '../domain/daycares/cross-validation.ts';
import { type Daycare, type LegalBasis, type Ownership, withoutAddress } from '../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../domain/daycares/daycare-payload.ts';
import { fieldChanges } from '../domain/daycares/field-changes.ts';
import { doneBy } from '../domain/upkeep/done-by.ts';
import { municipalityOf } from '../domain/municipalities/municipalities.ts';
import { standingFor } from '../domain/upkeep/register-policy.ts';
import type { Register } from '../domain/register-store.ts';
import { judgeTold } from '../domain/upkeep/told-facts.ts';

export interface RegisterInstitution {
  readonly name: string;
  readonly municipality: string;
  readonly ownership: Ownership;
  readonly legalBasis: LegalBasis;
  readonly reason?: string | null | undefined;
}

/** Creates a cluster; its units come after it (R9). */
export async function registerInstitution(register: Register, actor: Actor, told: RegisterInstitution): Promise<DaycarePayload> {
  const standing = standingFor('REGISTER', told, actor);
  judgeTold({ name: told.name, reason: told.reason });
  if (!municipalityOf(told.municipality))
    refuse('INVALID_INPUT', `There is no municipality with the code ${told.municipality}.`, {
      rule: 'R14',
      facts: { field: 'municipality' },
    });
  const doubt = misfit({ ...told, type: null });
  if (doubt) refuse('CROSS_VALIDATION', doubt, { rule: 'R22' });
  const daycare: Daycare = {
    ...withoutAddress,
    number: await register.issueNumber(),
    level: 'INSTITUTION',
    name: told.name.trim(),
    status: 'ACTIVE',
    municipality: told.municipality,
    ownership: told.ownership,
    legalBasis: told.legalBasis,
    institution: null,
    unit: null,
    type: null,
    email: null,
    phone: null,
    companyNumber: null,
    productionUnitNumber: null,
    version: 1,
    validFrom: register.at,
    recordedAt: register.at,
  };
  await register.keep(
    [{ kind: 'REGISTERED', before: null, after: daycare, reason: told.reason ?? null, successors: [] }],
    doneBy(actor, standing, daycare),
  );
  return { daycare, changes: fieldChanges(null, daycare), consequences: [], dryRun: false };
}
