import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { addressFrom, judgeAddress, type ToldAddress } from '../../domain/addresses/told-address.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { judgeByOthers, type Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeKept, judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';

export interface ChangeLocation {
  readonly number: string;
  readonly version: number;
  readonly changes: {
    readonly name?: string | null | undefined;
    readonly address?: ToldAddress | null | undefined;
    readonly productionUnitNumber?: string | null | undefined;
  };
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly acceptFindings?: readonly string[] | null | undefined;
}

/** Changes a location; what is left out stays, what is null is taken away where it may be absent. */
export async function changeLocation(register: Register, actor: Actor, told: ChangeLocation, verdicts: Verdicts): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([told.number], when.from);
  const location = presentVersion(ground.present.get(told.number), told);
  const standing = standingFor('CHANGE', location, actor);
  if (location.level !== 'LOCATION') refuse('INVALID_INPUT', `${location.number} is no location.`, { facts: { field: 'number' } });
  const { name, address, productionUnitNumber } = told.changes;
  judgeKept(told.changes, ['name', 'address']);
  judgeTold({ ...address, name, productionUnitNumber, reason: told.reason });
  if (address) judgeAddress(address);
  judgeByOthers({ verdicts, companyNumber: null, accepted: told.acceptFindings ?? [], standing });
  const { productionUnit } = verdicts;
  const own = {
    ...(name && { name: name.trim() }),
    ...(address && addressFrom(address, location.municipality)),
    ...(productionUnitNumber !== undefined && { productionUnitNumber }),
    ...(productionUnit.answer === 'ACTIVE' && { companyNumber: productionUnit.companyNumber }),
  };
  return undertake(register, ground, {
    actor,
    standing,
    action: 'CHANGE',
    kind: 'CHANGED',
    subject: told.number,
    when,
    sets: new Map([[told.number, own]]),
    reason: told.reason ?? null,
    verdicts,
  });
}
