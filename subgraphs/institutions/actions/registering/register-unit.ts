import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { addressFrom, judgeAddress, type ToldAddress } from '../../domain/addresses/told-address.ts';
import { type Daycare, type DaycareFacts, type DaycareType, inherited } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { judgeByOthers, type Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';
import { openParent } from './open-parent.ts';

export interface RegisterUnit {
  readonly institution: string;
  readonly name: string;
  readonly type: DaycareType;
  readonly address: ToldAddress;
  readonly productionUnitNumber?: string | null | undefined;
  readonly companyNumber?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly acceptFindings?: readonly string[] | null | undefined;
}

/** Creates a unit under an open cluster, with what it inherits from it (R9). */
export async function registerUnit(register: Register, actor: Actor, told: RegisterUnit, verdicts: Verdicts): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([], when.from, [told.institution]);
  const cluster = openParent(ground, told.institution, 'INSTITUTION');
  const standing = standingFor('REGISTER', cluster, actor);
  judgeTold({ ...told.address, ...told });
  judgeAddress(told.address);
  const companyNumber = told.companyNumber ?? (verdicts.productionUnit.answer === 'ACTIVE' ? verdicts.productionUnit.companyNumber : null);
  judgeByOthers({ verdicts, companyNumber, accepted: told.acceptFindings ?? [], standing });
  if (cluster.ownership === 'PRIVATE') judgeComplete({ ...told, companyNumber });
  return undertake(register, ground, {
    actor,
    standing,
    action: 'REGISTER',
    kind: 'REGISTERED',
    subject: await register.issueNumber(),
    when,
    sets: new Map(),
    born: { level: 'UNIT', facts: factsOf(told, cluster, companyNumber) },
    reason: told.reason ?? null,
    verdicts,
  });
}

/** What a private daycare's order must carry beside what every unit's does (R12). */
function judgeComplete(told: Pick<RegisterUnit, 'companyNumber' | 'productionUnitNumber' | 'email' | 'phone'>): void {
  const missing = (['companyNumber', 'productionUnitNumber', 'email', 'phone'] as const).filter((field) => !told[field]);
  if (missing.length > 0)
    refuse('INVALID_INPUT', `A private daycare is registered with ${missing.join(', ')} too.`, {
      rule: 'R12',
      facts: { field: missing.join(' ') },
    });
}

function factsOf(told: RegisterUnit, cluster: Daycare, companyNumber: string | null): DaycareFacts {
  return {
    ...inherited(cluster),
    ...addressFrom(told.address, cluster.municipality),
    name: told.name.trim(),
    status: 'ACTIVE',
    institution: cluster.number,
    unit: null,
    type: told.type,
    email: told.email ?? null,
    phone: told.phone ?? null,
    companyNumber,
    productionUnitNumber: told.productionUnitNumber ?? null,
  };
}
