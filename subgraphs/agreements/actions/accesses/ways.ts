import { dayOf } from '#shared/danish-day.ts';
import { refusal, refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/actor.ts';
import { type Access, type AccessMove, over } from '../../domain/accesses/access.ts';
import { moveToStand } from '../../domain/accesses/pause.ts';
import { doneByDecider, doneBySystem } from '../../domain/done-by.ts';
import { decides, standingToDecide } from '../../domain/requests/decision-policy.ts';
import { asksAs, closesAs, type SystemStanding } from '../../domain/systems/supplier-policy.ts';
import { DAY } from '../../domain/terms.ts';
import type { ChangeAccesses, Surroundings, Way } from './change-accesses.ts';

const MOST_DAYS_AHEAD = 730;

/** Ends accesses, by whoever may decide them now, at once or on a day ahead (3.7). */
export const revoking: Way = {
  act: 'revoke',
  needsReason: true,
  restsOnRegister: true,
  standing: decides,
  onItsWay: (access, actor, told, { agreements: { at } }) => {
    const by = doneByDecider(actor, standingToDecide(access, actor), access.daycare);
    const reason = told.reason?.trim() ?? '';
    const on = dayAhead(told, at);
    const common = { access, by, comment: reason };
    return on
      ? { ...common, kind: 'NOTICE_GIVEN', move: { endsOn: on, notice: { by, reason } } }
      : { ...common, kind: 'REVOKED', move: over('REVOKED') };
  },
};

/** Hands accesses back, by the system or its supplier. */
export const ending: Way = {
  act: 'end',
  needsReason: true,
  restsOnRegister: false,
  standing: ({ system, supplier }, actor) => asksAs({ id: system, supplier }, actor),
  onItsWay: (access, actor, { reason }, around) => ({
    access,
    kind: 'ENDED',
    move: over('ENDED'),
    by: bySystem(access, actor, around),
    comment: reason?.trim() ?? null,
  }),
};

/** Closes accesses that the rules are broken with, by the agency (A21). */
export const closing: Way = {
  act: 'close',
  needsReason: true,
  restsOnRegister: false,
  standing: (_, actor) => closesAs(actor),
  onItsWay: (access, actor, { reason }, around) => ({
    access,
    kind: 'CLOSED',
    move: over('CLOSED_BY_AGENCY'),
    by: bySystem(access, actor, around),
    comment: reason?.trim() ?? null,
  }),
};

/** Confirms accesses for another year, by whoever may decide them now; what paused them for want of that, or was to end them, is lifted (C4, Q4). */
export const confirming: Way = {
  act: 'confirm',
  needsReason: false,
  restsOnRegister: true,
  standing: (access, actor) =>
    access.daycare.status === 'CLOSED'
      ? refusal('DAYCARE_CLOSED', `${access.daycareNumber} is closed.`, { rule: 'R32' })
      : decides(access, actor),
  onItsWay: (access, actor, { reason }, { agreements, systems }) => ({
    access,
    kind: 'CONFIRMED',
    move: confirmed(access, agreements, systems),
    by: doneByDecider(actor, standingToDecide(access, actor), access.daycare),
    comment: reason?.trim() || null,
  }),
};

function confirmed(access: Access, { at, terms }: Surroundings['agreements'], systems: Surroundings['systems']): AccessMove {
  const fresh: AccessMove = {
    confirmBy: dayOf(at + terms.confirmEveryDays * DAY),
    askedToConfirm: null,
    unusedSince: at,
    endsOn: null,
    notice: null,
  };
  const system = systems.get(access.system)?.state ?? 'ACTIVE';
  return { ...fresh, ...moveToStand({ ...access, ...fresh }, { system, terms, at }) };
}

function bySystem(access: Access, actor: Actor, { suppliers }: Surroundings) {
  const supplier = suppliers.get(access.supplier);
  if (!supplier) throw new Error(`There is no supplier ${access.supplier}.`);
  return doneBySystem(actor, standingOver(access, actor), supplier);
}

function standingOver({ system, supplier }: Access, actor: Actor): SystemStanding {
  const asking = asksAs({ id: system, supplier }, actor);
  return typeof asking === 'string' ? asking : 'agency';
}

/** The day ahead that is told; nothing where it is at once. */
function dayAhead({ on }: ChangeAccesses, at: number): string | undefined {
  const today = dayOf(at);
  if (!on || on === today) return undefined;
  if (on < today || on > dayOf(at + MOST_DAYS_AHEAD * DAY))
    refuse('INVALID_INPUT', `The day lies ahead, at most ${MOST_DAYS_AHEAD} days.`, { facts: { field: 'on', earliest: today } });
  return on;
}
