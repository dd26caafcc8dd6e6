import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { misfit } from '../domain/daycares/cross-validation.ts';
import { type Daycare, type DaycareType, inherited } from '../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../domain/daycares/daycare-payload.ts';
import { fieldChanges } from '../domain/daycares/field-changes.ts';
import { doneBy } from '../domain/upkeep/done-by.ts';
import { standingFor } from '../domain/upkeep/register-policy.ts';
import type { Register } from '../domain/register-store.ts';
import { addressFrom, type ToldAddress } from '../domain/upkeep/told-address.ts';
import { judgeTold } from '../domain/upkeep/told-facts.ts';

export interface RegisterUnit {
  readonly institution: string;
  readonly name: string;
  readonly type: DaycareType;
  readonly address: ToldAddress;
  readonly productionUnitNumber?: string | null | undefined;
  readonly companyNumber?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Creates a unit under an open cluster, with what it inherits from it (R9). */
export async function registerUnit(register: Register, actor: Actor, told: RegisterUnit): Promise<DaycarePayload> {
  const cluster = (await register.lock([told.institution])).get(told.institution);
  if (!cluster) return refuse('NOT_FOUND', `There is no daycare ${told.institution}.`);
  const standing = standingFor('REGISTER', cluster, actor);
  if (cluster.level !== 'INSTITUTION')
    refuse('INVALID_INPUT', `${cluster.number} is no cluster; a unit is registered under one.`, {
      rule: 'R9',
      facts: { field: 'institution' },
    });
  if (cluster.status === 'CLOSED')
    refuse('DAYCARE_CLOSED', `${cluster.number} is closed; nothing is registered under it any more.`, { rule: 'R28' });
  judgeTold({
    ...told.address,
    name: told.name,
    email: told.email,
    phone: told.phone,
    companyNumber: told.companyNumber,
    productionUnitNumber: told.productionUnitNumber,
    reason: told.reason,
  });
  const doubt = misfit({ ...cluster, type: told.type });
  if (doubt) refuse('CROSS_VALIDATION', doubt, { rule: 'R22' });
  const daycare: Daycare = {
    ...inherited(cluster),
    ...addressFrom(told.address, cluster.municipality),
    number: await register.issueNumber(),
    level: 'UNIT',
    name: told.name.trim(),
    status: 'ACTIVE',
    institution: cluster.number,
    unit: null,
    type: told.type,
    email: told.email ?? null,
    phone: told.phone ?? null,
    companyNumber: told.companyNumber ?? null,
    productionUnitNumber: told.productionUnitNumber ?? null,
    version: 1,
    validFrom: register.at,
    recordedAt: register.at,
  };
  await register.keep(
    [{ kind: 'REGISTERED', before: null, after: daycare, reason: told.reason ?? null, successors: [] }],
    doneBy(actor, standing, cluster),
  );
  return { daycare, changes: fieldChanges(null, daycare), consequences: [], dryRun: false };
}
