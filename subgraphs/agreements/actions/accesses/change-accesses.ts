import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import type { Access } from '../../domain/accesses/access.ts';
import { type AccessAct, nextAccessState } from '../../domain/accesses/access-lifecycle.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { reachOf } from '../../domain/reach.ts';
import { type BroughtBy, stateConflict } from '../../domain/state-conflict.ts';
import type { Supplier, SupplierSystem } from '../../domain/systems/system.ts';
import { MOST_IDS } from '../requests/decide-requests.ts';
import { consequencesOf } from './consequences.ts';
import { moveOn, type OnItsWay } from './move-on.ts';

/** Which accesses, why, and on which day where it is not at once. */
export interface ChangeAccesses {
  readonly ids: readonly string[];
  readonly reason?: string | null | undefined;
  readonly on?: string | null | undefined;
}

export interface AccessResult {
  readonly id: string;
  readonly access: Access | null;
  readonly refusal: Refusal | null;
  readonly consequences: readonly { readonly kind: string; readonly count: number; readonly message: string }[];
}

/** What a way of changing accesses rests on: the instant, the systems they are of and who supplies these. */
export interface Surroundings {
  readonly agreements: Agreements;
  readonly systems: ReadonlyMap<string, SupplierSystem>;
  readonly suppliers: ReadonlyMap<string, Supplier>;
}

/** One way of changing an access: who may, and what it comes to. */
export interface Way {
  readonly act: AccessAct;
  readonly needsReason: boolean;
  /** Whether who may do it depends on what the register tells. */
  readonly restsOnRegister: boolean;
  readonly standing: (access: Access, actor: Actor) => string | Refusal;
  readonly onItsWay: (access: Access, actor: Actor, told: ChangeAccesses, around: Surroundings) => OnItsWay<Access>;
}

/** Changes accesses, each on its own: one that is refused does not hold up the others. */
export async function changeAccesses(
  agreements: Agreements,
  actor: Actor,
  way: Way,
  told: ChangeAccesses,
): Promise<{ results: AccessResult[] }> {
  judgeTold(told, way);
  if (way.restsOnRegister) await agreements.relyOnRegister();
  const found = await agreements.lockAccesses(told.ids, reachOf(actor));
  const around: Surroundings = {
    agreements,
    systems: await agreements.holdSystems([...found.values()].map(({ system }) => system)),
    suppliers: await agreements.suppliers([...new Set([...found.values()].map(({ supplier }) => supplier))]),
  };
  const endings = await agreements.endingsOf([...found.values()].filter(({ state }) => !nextAccessState(state, way.act)));
  const judged = new Map([...found].map(([id, access]) => [id, judge(access, actor, way, endings)]));
  const moving = [...found.values()]
    .filter(({ id }) => typeof judged.get(id) === 'string')
    .map((access) => way.onItsWay(access, actor, told, around));
  await moveOn(agreements, moving);
  const moved = new Map(moving.map((each) => [each.access.id, each]));
  return { results: told.ids.map((id) => resultFor(id, moved.get(id), judged.get(id))) };
}

function judgeTold({ ids, reason }: ChangeAccesses, { needsReason }: Way): void {
  if (ids.length > MOST_IDS) refuse('LIMIT_EXCEEDED', `At most ${MOST_IDS} at once.`, { facts: { limit: MOST_IDS, asked: ids.length } });
  if ((needsReason && !reason?.trim()) || (reason ?? '').length > 1000)
    refuse('INVALID_INPUT', 'It needs a reason, with at most 1000 characters.', { facts: { field: 'reason', limit: 1000 } });
}

/** Who may, then whether it can be done. */
function judge(access: Access, actor: Actor, { standing, act }: Way, endings: ReadonlyMap<string, BroughtBy>): string | Refusal {
  const held = standing(access, actor);
  if (typeof held !== 'string' || nextAccessState(access.state, act)) return held;
  return stateConflict('access', access.state, endings.get(access.id));
}

function resultFor(id: string, moved: OnItsWay<Access> | undefined, judged: string | Refusal | undefined): AccessResult {
  if (!judged) return { id, access: null, refusal: refusal('NOT_FOUND', 'There is no such access.'), consequences: [] };
  if (!moved) return { id, access: null, refusal: typeof judged === 'string' ? null : judged, consequences: [] };
  const after = { ...moved.access, ...moved.move };
  return { id, access: after, refusal: null, consequences: consequencesOf(moved.access, after) };
}
