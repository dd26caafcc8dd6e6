import type { Actor } from '#shared/actor.ts';
import { addressFrom, judgeAddress, type ToldAddress } from '../../domain/addresses/told-address.ts';
import { type Daycare, type DaycareFacts, inherited } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { judgeByOthers, type Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';
import { openParent } from './open-parent.ts';

export interface RegisterLocation {
  readonly unit: string;
  readonly name: string;
  readonly address: ToldAddress;
  readonly productionUnitNumber?: string | null | undefined;
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly acceptFindings?: readonly string[] | null | undefined;
}

/** Creates a further address of an open unit, with what it inherits from it (R9). */
export async function registerLocation(
  register: Register,
  actor: Actor,
  told: RegisterLocation,
  verdicts: Verdicts,
): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([], when.from, [told.unit]);
  const unit = openParent(ground, told.unit, 'UNIT');
  const standing = standingFor('REGISTER', unit, actor);
  judgeTold({ ...told.address, ...told });
  judgeAddress(told.address);
  judgeByOthers({ verdicts, companyNumber: null, accepted: told.acceptFindings ?? [], standing });
  return undertake(register, ground, {
    actor,
    standing,
    action: 'REGISTER',
    kind: 'REGISTERED',
    subject: await register.issueNumber(),
    when,
    sets: new Map(),
    born: { level: 'LOCATION', facts: factsOf(told, unit, verdicts) },
    reason: told.reason ?? null,
    verdicts,
  });
}

/** Its company is its unit's, unless its own production unit is another's. */
function factsOf(told: RegisterLocation, unit: Daycare, { productionUnit }: Verdicts): DaycareFacts {
  return {
    ...inherited(unit),
    ...addressFrom(told.address, unit.municipality),
    name: told.name.trim(),
    status: 'ACTIVE',
    institution: unit.institution,
    unit: unit.number,
    type: null,
    email: null,
    phone: null,
    companyNumber: productionUnit.answer === 'ACTIVE' ? productionUnit.companyNumber : unit.companyNumber,
    productionUnitNumber: told.productionUnitNumber ?? null,
  };
}
