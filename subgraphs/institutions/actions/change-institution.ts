import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { misfit } from '../domain/daycares/cross-validation.ts';
import { type Daycare, type DaycareType, inherited, type LegalBasis, type Ownership } from '../domain/daycares/daycare.ts';
import type { Consequence, DaycarePayload } from '../domain/daycares/daycare-payload.ts';
import { fieldChanges } from '../domain/daycares/field-changes.ts';
import type { DaycareStep } from '../domain/daycares/daycare-event.ts';
import { doneBy } from '../domain/upkeep/done-by.ts';
import { refusalOf, type Standing, standingFor } from '../domain/upkeep/register-policy.ts';
import type { Register } from '../domain/register-store.ts';
import { presentVersion } from '../domain/upkeep/present-version.ts';
import { judgeTold } from '../domain/upkeep/told-facts.ts';

export interface ChangeInstitution {
  readonly number: string;
  readonly version: number;
  readonly changes: {
    readonly name?: string | null | undefined;
    readonly ownership?: Ownership | null | undefined;
    readonly legalBasis?: LegalBasis | null | undefined;
    readonly unitTypes?: readonly { readonly number: string; readonly type: DaycareType }[] | null | undefined;
  };
  readonly reason?: string | null | undefined;
}

/** Changes a cluster, and in the same act what its units and locations inherit and which kinds they are (R25, C3). */
export async function changeInstitution(register: Register, actor: Actor, told: ChangeInstitution): Promise<DaycarePayload> {
  const family = await register.lockFamilies([told.number]);
  const cluster = presentVersion(
    family.find(({ number }) => number === told.number),
    told,
  );
  const after = changed(cluster, told.changes, register.at);
  const standing = standingToChange(cluster, after, actor);
  if (cluster.level !== 'INSTITUTION') refuse('INVALID_INPUT', `${cluster.number} is no cluster.`, { facts: { field: 'number' } });
  judgeTold({ name: after.name, reason: told.reason });
  const types = typesFor(family, told);
  const afterwards = family.map((daycare) => (daycare === cluster ? after : heir(daycare, after, types, register.at)));
  judgeTriple(afterwards);
  const steps = stepsBetween(family, afterwards, told.reason ?? null);
  await register.keep(steps, doneBy(actor, standing, cluster));
  const own = steps.find(({ after: { number } }) => number === told.number);
  return {
    daycare: own?.after ?? cluster,
    changes: fieldChanges(cluster, after),
    consequences: consequencesOf(steps, told.number),
    dryRun: false,
  };
}

/** A change of ownership wants the right under the old and the new form (or the agency). */
function standingToChange(before: Daycare, after: Daycare, actor: Actor): Standing {
  const standing = standingFor('CHANGE', before, actor);
  if (before.ownership !== after.ownership && refusalOf('CHANGE', after, actor)) {
    refuse('NOT_PERMITTED', 'A change of ownership wants the right under the old and the new form, or the agency.', {
      rule: 'R25',
      grantableBy: ['agency'],
    });
  }
  return standing;
}

function changed(cluster: Daycare, { name, ownership, legalBasis }: ChangeInstitution['changes'], at: number): Daycare {
  return {
    ...cluster,
    name: name?.trim() ?? cluster.name,
    ownership: ownership ?? cluster.ownership,
    legalBasis: legalBasis ?? cluster.legalBasis,
    version: cluster.version + 1,
    validFrom: at,
    recordedAt: at,
  };
}

function heir(daycare: Daycare, cluster: Daycare, types: ReadonlyMap<string, DaycareType>, at: number): Daycare {
  return {
    ...daycare,
    ...inherited(cluster),
    type: types.get(daycare.number) ?? daycare.type,
    version: daycare.version + 1,
    validFrom: at,
    recordedAt: at,
  };
}

function typesFor(family: readonly Daycare[], { changes: { unitTypes } }: ChangeInstitution): ReadonlyMap<string, DaycareType> {
  const units = new Set(family.filter(({ level }) => level === 'UNIT').map(({ number }) => number));
  const strangers = (unitTypes ?? []).filter(({ number }) => !units.has(number));
  if (strangers.length > 0)
    refuse('INVALID_INPUT', `Not open units of this cluster: ${strangers.map(({ number }) => number).join(', ')}.`, {
      facts: { field: 'unitTypes' },
    });
  return new Map((unitTypes ?? []).map(({ number, type }) => [number, type]));
}

function judgeTriple(afterwards: readonly Daycare[]): void {
  for (const daycare of afterwards) {
    const doubt = misfit(daycare);
    if (doubt) refuse('CROSS_VALIDATION', `${daycare.number}: ${doubt}`, { rule: 'R22', facts: { number: daycare.number } });
  }
}

function stepsBetween(before: readonly Daycare[], after: readonly Daycare[], reason: string | null): DaycareStep[] {
  return before.flatMap((old, index) => {
    const next = after[index];
    return next && fieldChanges(old, next).length > 0
      ? [{ kind: 'CHANGED' as const, before: old, after: next, reason, successors: [] }]
      : [];
  });
}

function consequencesOf(steps: readonly DaycareStep[], cluster: string): Consequence[] {
  const heirs = steps.filter(({ after }) => after.number !== cluster);
  return heirs.length === 0
    ? []
    : [{ kind: 'INHERITED', count: heirs.length, message: `${heirs.length} units and locations change with their cluster.` }];
}
