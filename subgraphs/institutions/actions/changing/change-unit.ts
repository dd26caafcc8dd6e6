import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { addressFrom, judgeAddress, type ToldAddress } from '../../domain/addresses/told-address.ts';
import type { Daycare, DaycareFacts, DaycareType } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { judgeByOthers, unasked, type Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';
import { judgeKept, judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';

export interface ChangeUnit {
  readonly number: string;
  readonly version: number;
  readonly changes: {
    readonly name?: string | null | undefined;
    readonly type?: DaycareType | null | undefined;
    readonly address?: ToldAddress | null | undefined;
    readonly productionUnitNumber?: string | null | undefined;
    readonly companyNumber?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly phone?: string | null | undefined;
  };
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly acceptFindings?: readonly string[] | null | undefined;
}

/** Changes a unit; what is left out stays, what is null is taken away where it may be absent. */
export async function changeUnit(register: Register, actor: Actor, told: ChangeUnit, verdicts: Verdicts): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([told.number], when.from);
  const unit = presentVersion(ground.present.get(told.number), told);
  const standing = standingFor('CHANGE', unit, actor);
  if (unit.level !== 'UNIT') refuse('INVALID_INPUT', `${unit.number} is no unit.`, { facts: { field: 'number' } });
  const { changes } = told;
  judgeKept(changes, ['name', 'type', 'address']);
  judgeTold({ ...changes.address, ...changes, reason: told.reason });
  if (changes.address) judgeAddress(changes.address);
  const own = ownFacts(changes, unit, verdicts);
  judgeByOthers({
    verdicts: onWhatIsTold(verdicts, changes),
    companyNumber: own.companyNumber === undefined ? unit.companyNumber : own.companyNumber,
    accepted: told.acceptFindings ?? [],
    standing,
  });
  return undertake(register, ground, {
    actor,
    standing,
    action: 'CHANGE',
    kind: 'CHANGED',
    subject: told.number,
    when,
    sets: new Map([[told.number, own], ...goingAlong(ground, unit, own)]),
    reason: told.reason ?? null,
    verdicts,
  });
}

/** A production unit that is there and not told is compared with the company number only; what is wrong with itself is found already. */
function onWhatIsTold(verdicts: Verdicts, { productionUnitNumber }: ChangeUnit['changes']): Verdicts {
  const isOnlyCompared = productionUnitNumber === undefined && verdicts.productionUnit.answer !== 'ACTIVE';
  return isOnlyCompared ? { ...verdicts, productionUnit: unasked.productionUnit } : verdicts;
}

/** A new production unit brings its company along, where none is told. */
function ownFacts(
  { name, type, address, ...others }: ChangeUnit['changes'],
  { municipality }: Daycare,
  { productionUnit }: Verdicts,
): Partial<DaycareFacts> {
  const found = others.companyNumber === undefined && productionUnit.answer === 'ACTIVE' && { companyNumber: productionUnit.companyNumber };
  return {
    ...others,
    ...found,
    ...(name && { name: name.trim() }),
    ...(type && { type }),
    ...(address && addressFrom(address, municipality)),
  };
}

/** Locations of the same company go along where it changes. */
function goingAlong({ present }: Ground, unit: Daycare, { companyNumber }: Partial<DaycareFacts>): [string, Partial<DaycareFacts>][] {
  if (companyNumber === undefined) return [];
  return [...present.values()]
    .filter((location) => location.unit === unit.number && location.companyNumber === unit.companyNumber && location.status !== 'CLOSED')
    .map(({ number }) => [number, { companyNumber }]);
}
