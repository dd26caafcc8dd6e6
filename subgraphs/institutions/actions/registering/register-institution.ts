import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { type DaycareFacts, type LegalBasis, type Ownership, withoutAddress } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import { municipalityOf } from '../../domain/municipalities/municipalities.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';

export interface RegisterInstitution {
  readonly name: string;
  readonly municipality: string;
  readonly ownership: Ownership;
  readonly legalBasis: LegalBasis;
  readonly on?: string | null | undefined;
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
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([], when.from);
  return undertake(register, ground, {
    actor,
    standing,
    action: 'REGISTER',
    kind: 'REGISTERED',
    subject: await register.issueNumber(),
    when,
    sets: new Map(),
    born: { level: 'INSTITUTION', facts: factsOf(told) },
    reason: told.reason ?? null,
  });
}

function factsOf({ name, municipality, ownership, legalBasis }: RegisterInstitution): DaycareFacts {
  return {
    ...withoutAddress,
    name: name.trim(),
    status: 'ACTIVE',
    municipality,
    ownership,
    legalBasis,
    institution: null,
    unit: null,
    type: null,
    email: null,
    phone: null,
    companyNumber: null,
    productionUnitNumber: null,
  };
}
