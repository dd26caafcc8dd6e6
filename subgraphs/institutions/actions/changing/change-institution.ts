import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { DaycareFacts, DaycareType, LegalBasis, Ownership } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import type { Sets } from '../../domain/timelines/lives.ts';
import { factsAt } from '../../domain/timelines/timeline.ts';
import { judgeOwnership } from '../../domain/upkeep/judge-new-hands.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
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
  const standing = standingFor('CHANGE', cluster, actor);
  judgeOwnership(cluster, told.changes.ownership ?? cluster.ownership, actor);
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

const ownFacts = ({ name, ownership, legalBasis }: ChangeInstitution['changes']): Partial<DaycareFacts> => ({
  ...(name && { name: name.trim() }),
  ...(ownership && { ownership }),
  ...(legalBasis && { legalBasis }),
});

function typesFor(
  { at, foreseen }: Ground,
  { number, changes: { unitTypes } }: ChangeInstitution,
  from: number,
): ReadonlyMap<string, DaycareType> {
  const isItsUnitAt = (unit: string, instant: number) => {
    const life = foreseen.get(unit);
    const facts = factsAt(life?.timeline ?? [], instant);
    return life?.level === 'UNIT' && facts?.institution === number && facts.status !== 'CLOSED';
  };
  // What is put right goes on to today, so it was its unit then and is so still.
  const strangers = (unitTypes ?? []).filter((told) => !isItsUnitAt(told.number, from) || !isItsUnitAt(told.number, Math.max(from, at)));
  if (strangers.length > 0)
    refuse('INVALID_INPUT', `Not open units of this cluster: ${strangers.map((told) => told.number).join(', ')}.`, {
      facts: { field: 'unitTypes' },
    });
  return new Map((unitTypes ?? []).map((told) => [told.number, told.type]));
}
