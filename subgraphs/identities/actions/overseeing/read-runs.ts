import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { notReadable } from '../../domain/reading/grant.ts';
import type { Place, Readings } from '../../domain/reading/readings.ts';
import { importScopes } from './import-scopes.ts';

export interface RunsAsked {
  readonly daycare: string;
  readonly place: Place;
}

/** Reads pages of what was sent to daycares. */
export async function readRuns(
  readings: Readings,
  actor: Actor,
  asked: readonly RunsAsked[],
): Promise<readonly (readonly ImportRun[] | Refusal)[]> {
  const scopes = await importScopes(
    readings,
    actor,
    asked.map(({ daycare }) => daycare),
    'COUNTS',
  );
  const allowed = asked.flatMap(({ daycare, place }, index) => {
    const scope = scopes.get(daycare);
    return scope ? [{ index, scope, place }] : [];
  });
  const pages = await readings.runs(allowed);
  const found = new Map(allowed.map(({ index }, at) => [index, pages[at] ?? []]));
  return asked.map(({ daycare }, index) => found.get(index) ?? notReadable(actor, daycare));
}

/** Counts what was sent to daycares, by the same scope. */
export async function countRuns(readings: Readings, actor: Actor, numbers: readonly string[]): Promise<readonly (number | Refusal)[]> {
  const scopes = await importScopes(readings, actor, numbers, 'COUNTS');
  const allowed = numbers.flatMap((number) => scopes.get(number) ?? []);
  const counts = await readings.countRuns(allowed);
  const counted = new Map(allowed.map(({ daycare }, index) => [daycare, counts[index] ?? 0]));
  return numbers.map((number) => counted.get(number) ?? notReadable(actor, number));
}
