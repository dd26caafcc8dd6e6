import { dayOf } from '#shared/danish-day.ts';
import { type Access, over } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByTheRegister } from '../../domain/done-by.ts';
import { groundMove, type GroundMove, whenGroundMoves } from '../../domain/ground-moves.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { addresseeOf } from '../../domain/requests/decision-policy.ts';
import type { AccessRequest } from '../../domain/requests/request.ts';
import { DAY } from '../../domain/terms.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { moveOn, type OnItsWay } from '../accesses/move-on.ts';
import { askAnew } from './ask-anew.ts';

/** What the register told of a daycare, and who follows after it where it closed. */
export interface ToldDaycare extends KnownDaycare {
  readonly successors: readonly string[];
}

const by = doneByTheRegister;

/** Takes in what the register told, and does what each move of the ground brings with it. */
export async function applyDaycareChanges(agreements: Agreements, told: readonly ToldDaycare[]): Promise<void> {
  const before = await agreements.lockWithLocations(told.map(({ number }) => number));
  const latest = withLocations(told, before);
  const moves = new Map([...latest.values()].map((daycare) => [daycare.number, groundMove(before.get(daycare.number), daycare)]));
  const moved = [...moves].filter(([, move]) => move !== 'UNCHANGED').map(([number]) => number);
  const waiting = await agreements.waitingAt(moved);
  await agreements.putDaycares([...latest.values()].map(({ successors: _, ...daycare }) => daycare));
  const at = (move: GroundMove) => (row: { readonly daycareNumber: string }) => moves.get(row.daycareNumber) === move;
  await lapse(agreements, waiting.filter(at('CLOSED')));
  for (const request of waiting.filter(at('REGOVERNED'))) readdress(agreements, request, latest.get(request.daycareNumber));
  const live = await agreements.liveAt(moved);
  await moveOn(
    agreements,
    live.flatMap((access) => onItsWay(agreements, access, moves.get(access.daycareNumber) ?? 'UNCHANGED')),
  );
  const followed = told.filter(({ number, successors }) => moves.get(number) === 'CLOSED' && successors.length > 0);
  await askAnew(agreements, live.filter(at('CLOSED')), new Map(followed.map(({ number, successors }) => [number, successors])));
}

/** The last that was told of each; a unit that becomes another kind takes its locations along, of which the register tells nothing. */
function withLocations(told: readonly ToldDaycare[], before: ReadonlyMap<string, KnownDaycare>): Map<string, ToldDaycare> {
  const latest = new Map(told.map((daycare) => [daycare.number, daycare]));
  for (const known of before.values()) {
    const unit = known.unit === null ? undefined : latest.get(known.unit);
    if (unit && unit.isChildminding !== known.isChildminding && !latest.has(known.number))
      latest.set(known.number, { ...known, isChildminding: unit.isChildminding, successors: [] });
  }
  return latest;
}

async function lapse(agreements: Agreements, waiting: readonly AccessRequest[]): Promise<void> {
  const ids = waiting.map(({ id }) => id);
  await agreements.moveRequests(ids, 'LAPSED', { state: 'LAPSED', at: agreements.at, by, comment: null });
  await agreements.release(ids);
  for (const request of waiting) agreements.tell('LAPSED', factsOf(request, { by, comment: null }));
}

/** Tells the new addressee, where the request waits for somebody else now. */
function readdress(agreements: Agreements, request: AccessRequest, daycare: KnownDaycare | undefined): void {
  const readdressed =
    daycare && (addresseeOf({ ...request, daycare }) !== addresseeOf(request) || daycare.municipality !== request.daycare.municipality);
  if (readdressed) agreements.tell('READDRESSED', factsOf(request, { by, comment: null }));
}

function onItsWay({ at, terms }: Agreements, access: Access, move: GroundMove): OnItsWay<Access>[] {
  switch (whenGroundMoves[move].live) {
    case 'lapse':
      return [{ access, kind: 'LAPSED', move: over('LAPSED'), by, comment: null }];
    case 'ask to confirm': {
      const within = dayOf(at + terms.confirmWithinDays * DAY);
      const confirmBy = access.confirmBy !== null && access.confirmBy < within ? access.confirmBy : within;
      const comment = `Others decide for the daycare now; they confirm it by ${confirmBy}, or it is paused.`;
      return [{ access, kind: 'QUESTIONED', move: { confirmBy, askedToConfirm: confirmBy }, by, comment }];
    }
    case 'nothing':
      return [];
  }
}
