import type { Actor } from '#shared/actor.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { opens, type Reading } from '../../domain/reading/reading-policy.ts';
import type { Readings, SourceScope } from '../../domain/reading/readings.ts';
import { grantsTo, systemsOf } from '../reading/grants-to.ts';

/** Whether a run is within a scope. */
export const isWithin = (scope: SourceScope | undefined, { system }: ImportRun): boolean =>
  scope !== undefined && (scope.systems === null || scope.systems.includes(system));

/** What of daycares' imports this actor may see: a system its own, administrators all where they may read so much. */
export async function importScopes(
  readings: Readings,
  actor: Actor,
  numbers: readonly string[],
  wanted: Reading,
): Promise<ReadonlyMap<string, SourceScope>> {
  const systems = systemsOf(actor);
  if (systems.length > 0) return new Map(numbers.map((daycare) => [daycare, { daycare, systems }]));
  const grants = await grantsTo(readings, actor, numbers);
  return new Map(
    [...grants].flatMap(([daycare, { reading }]) => (opens(reading, wanted) ? [[daycare, { daycare, systems: null }] as const] : [])),
  );
}
