import { type Access, DAY, dayOf, end, isSame, type World } from './agreements-model.ts';
import { waits } from './model-acts.ts';

/** What happens to the ground: a daycare closes, or other people come to decide for it (R32, C4, P15). */
export function groundMoves(
  world: World,
  changed: Readonly<Record<string, Partial<World['daycares'][string]>>>,
  successors: Readonly<Record<string, readonly string[]>>,
  at: number,
): void {
  const closed: Access[] = [];
  for (const [number, facts] of Object.entries(changed)) {
    const before = { ...world.daycares[number]! };
    const after = Object.assign(world.daycares[number]!, facts);
    const others = (['ownership', 'municipality', 'childminding'] as const).some((fact) => before[fact] !== after[fact]);
    const here = {
      waiting: world.requests.filter((each) => each.state === 'WAITING' && each.daycare === number),
      live: world.accesses.filter((each) => !each.over && each.daycare === number),
    };
    if (after.closed && !before.closed) {
      for (const request of here.waiting) request.state = 'LAPSED';
      for (const access of here.live) end(access, 'LAPSED');
      closed.push(...here.live);
    } else if (others && !after.closed) for (const access of here.live) askToConfirm(access, dayOf(at + 90 * DAY));
  }
  for (const access of closed)
    for (const daycare of successors[access.daycare] ?? []) {
      const about = { system: access.system, service: access.service, daycare, opens: access.opens };
      const taken = [...world.requests.filter(({ state }) => state === 'WAITING'), ...world.accesses.filter(({ over }) => !over)].some(
        (each) => isSame(each, about),
      );
      if (!taken && !world.daycares[daycare]!.closed) world.requests.push(waits(about, world.requests[access.request]!.requestedBy, at));
    }
}

function askToConfirm(access: Access, within: string): void {
  const confirmBy = access.confirmBy < within ? access.confirmBy : within;
  Object.assign(access, { confirmBy, askedToConfirm: confirmBy, questions: access.questions + 1 });
}

/** What the clock does at an instant (Q3, Q4, P27, 3.7). */
export function clockStrikes(world: World, at: number): void {
  for (const request of world.requests.filter(({ state }) => state === 'WAITING')) {
    if (request.requestedAt + 90 * DAY <= at) request.state = 'EXPIRED';
    else while (request.reminders < 2 && request.requestedAt + [7, 21][request.reminders]! * DAY <= at) request.reminders += 1;
  }
  for (const access of world.accesses.filter(({ over }) => !over)) {
    if (access.endsOn !== null && access.endsOn <= dayOf(at)) end(access, 'REVOKED');
    else if (access.confirmBy <= dayOf(at + 30 * DAY) && access.askedToConfirm !== access.confirmBy) askToConfirm(access, access.confirmBy);
  }
  for (const { id, archivedAt } of Object.values(world.systems)) {
    if (archivedAt === null || at - archivedAt <= 30 * DAY) continue;
    for (const request of world.requests) if (request.state === 'WAITING' && request.system === id) request.state = 'WITHDRAWN';
    for (const access of world.accesses) if (!access.over && access.system === id) end(access, 'ENDED');
  }
}

/** Instants at which archived systems end; the clock stops before and at each, since what is due together comes in one order only. */
export const archiveEnds = (world: World): number[] =>
  Object.values(world.systems).flatMap(({ archivedAt }) => (archivedAt === null ? [] : [archivedAt + 30 * DAY, archivedAt + 30 * DAY + 1]));
