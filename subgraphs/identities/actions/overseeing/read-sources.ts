import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { ImportSource } from '../../domain/importing/import-run.ts';
import { notReadable } from '../../domain/reading/grant.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { importScopes } from './import-scopes.ts';

/** Reads the sources of daycares: a system its own, administrators all. */
export async function readSources(
  readings: Readings,
  actor: Actor,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly ImportSource[] | Refusal>> {
  const scopes = await importScopes(readings, actor, numbers, 'COUNTS');
  const sources = await readings.sourcesOf(numbers);
  return new Map(
    numbers.map((number): [string, readonly ImportSource[] | Refusal] => {
      const scope = scopes.get(number);
      if (!scope) return [number, notReadable(actor, number)];
      return [number, (sources.get(number) ?? []).filter(({ system }) => scope.systems === null || scope.systems.includes(system))];
    }),
  );
}
