import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { DaycareLevel } from '../../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import type { Register } from '../../domain/register-store.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import { judgeMove } from '../../domain/upkeep/judge-new-hands.ts';
import { presentVersion } from '../../domain/upkeep/present-version.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';
import { openParent } from '../registering/open-parent.ts';

export interface MoveDaycare {
  readonly number: string;
  /** The cluster a unit moves to, the unit a location moves to. */
  readonly to: string;
  readonly version: number;
  readonly on?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

const above = { UNIT: 'INSTITUTION', LOCATION: 'UNIT' } as const satisfies Partial<Record<DaycareLevel, DaycareLevel>>;

/** Moves a unit with its locations to another cluster, or a location to another unit, of the same municipality (R26, R27). */
export async function moveDaycare(register: Register, actor: Actor, level: keyof typeof above, told: MoveDaycare): Promise<DaycarePayload> {
  const when = whenFrom(told.on, register.at);
  const ground = await register.ground([told.number], when.from, [told.to]);
  const daycare = presentVersion(ground.present.get(told.number), told);
  const standing = standingFor('MOVE', daycare, actor);
  if (daycare.level !== level) refuse('INVALID_INPUT', `${daycare.number} is no ${level.toLowerCase()}.`, { facts: { field: 'number' } });
  judgeTold({ reason: told.reason });
  const parent = openParent(ground, told.to, above[level]);
  judgeMove(ground, daycare, parent, when.from, actor);
  return undertake(register, ground, {
    actor,
    standing,
    action: 'MOVE',
    kind: 'MOVED',
    subject: told.number,
    when,
    sets: new Map([[told.number, level === 'UNIT' ? { institution: told.to } : { unit: told.to }]]),
    reason: told.reason ?? null,
  });
}
