import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { Group } from '../../domain/people/group.ts';
import { categoriesFor, notGranted, notReadable } from '../../domain/reading/grant.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { grantsTo } from './grants-to.ts';

/** Reads the groups that daycares' sources name now. */
export async function readGroups(
  readings: Readings,
  actor: Actor,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly Group[] | Refusal>> {
  const grants = await grantsTo(readings, actor, numbers);
  const groups = await readings.groupsOf(numbers);
  return new Map(
    numbers.map((number): [string, readonly Group[] | Refusal] => {
      const grant = grants.get(number);
      if (grant?.reading !== 'PEOPLE') return [number, notReadable(actor, number)];
      if (!categoriesFor(grant, { to: null }).has('GROUPS')) return [number, notGranted('GROUPS', number, 'groups')];
      return [number, (groups.get(number) ?? []).filter(({ goneSince }) => goneSince === null)];
    }),
  );
}
