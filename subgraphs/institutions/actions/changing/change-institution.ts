import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare, DaycareFacts, DaycareType, LegalBasis, Ownership } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import type { Sets } from '../../domain/timelines/lives.ts';
import { factsAt } from '../../domain/timelines/timeline.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { refusalOf, type Standing, standingFor } from '../../domain/upkeep/register-policy.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';

export interface ChangeInstitution {
  readonly number: string;
  readonly version: number;
  readonly changes: {
    readonly name?: string | null | undefined;
    readonly ownership?: Ownership | null | undefined;
    readonly legalBasis?: LegalBasis | null | undefined;
    readonly unitTypes?: readonly { readonly number: string; readonly type: DaycareType }[] | null | undefined;
  };
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Changes a cluster, and in the same act what its units and locations inherit and which kinds they are (R25, C3). */
export async function changeInstitution(register: Register, actor: Actor, told: ChangeInstitution): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([told.number], when.from);
  const cluster = presentVersion(ground.present.get(told.number), told);
  const standing = standingToChange(cluster, told, actor);
  if (cluster.level !== 'INSTITUTION') refuse('INVALID_INPUT', `${cluster.number} is no cluster.`, { facts: { field: 'number' } });
  judgeTold({ name: told.changes.name, reason: told.reason });
  const sets = new Map<string, Partial<DaycareFacts>>([[told.number, ownFacts(told.changes)]]);
  for (const [number, type] of typesFor(ground, told, when.from)) sets.set(number, { type });
  return undertake(register, ground, {
    actor,
    standing,
    action: 'CHANGE',
    kind: 'CHANGED',
    subject: told.number,
    when,
    sets: sets satisfies Sets,
    reason: told.reason ?? null,
  });
}

/** A change of ownership wants the right under the old and the new form (or the agency). */
function standingToChange(cluster: Daycare, { changes: { ownership } }: ChangeInstitution, actor: Actor): Standing {
  const standing = standingFor('CHANGE', cluster, actor);
  if (ownership && ownership !== cluster.ownership && refusalOf('CHANGE', { ...cluster, ownership }, actor)) {
    refuse('NOT_PERMITTED', 'A change of ownership wants the right under the old and the new form, or the agency.', {
      rule: 'R25',
      grantableBy: ['agency'],
    });
  }
  return standing;
}

const ownFacts = ({ name, ownership, legalBasis }: ChangeInstitution['changes']): Partial<DaycareFacts> => ({
  ...(name && { name: name.trim() }),
  ...(ownership && { ownership }),
  ...(legalBasis && { legalBasis }),
});

function typesFor(
  { foreseen }: Ground,
  { number, changes: { unitTypes } }: ChangeInstitution,
  from: number,
): ReadonlyMap<string, DaycareType> {
  const isItsUnit = (unit: string) => {
    const life = foreseen.get(unit);
    const facts = factsAt(life?.timeline ?? [], from);
    return life?.level === 'UNIT' && facts?.institution === number && facts.status !== 'CLOSED';
  };
  const strangers = (unitTypes ?? []).filter((told) => !isItsUnit(told.number));
  if (strangers.length > 0)
    refuse('INVALID_INPUT', `Not open units of this cluster: ${strangers.map((told) => told.number).join(', ')}.`, {
      facts: { field: 'unitTypes' },
    });
  return new Map((unitTypes ?? []).map((told) => [told.number, told.type]));
}
