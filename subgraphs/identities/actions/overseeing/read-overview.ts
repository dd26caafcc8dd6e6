import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import type { Freshness } from '../../domain/reading/freshness.ts';
import { opens, readingOfMunicipality } from '../../domain/reading/reading-policy.ts';
import type { Place, Readings } from '../../domain/reading/readings.ts';
import type { Summary } from '../../domain/reading/summary.ts';

/** Why this actor does not oversee a municipality; undefined where it does. One that is none and one out of scope answer alike. */
export function overseesNot(actor: Actor, municipality: string): Refusal | undefined {
  const { reading } = readingOfMunicipality(actor, municipality);
  return opens(reading, 'COUNTS') ? undefined : notOverseen(municipality);
}

const notOverseen = (municipality: string): Refusal =>
  refusal('NOT_FOUND', `There is no municipality ${municipality} whose daycares you oversee.`);

export interface UnitsAsked {
  readonly municipality: string;
  readonly freshness: readonly Freshness[] | null;
}

/** Reads a page of the units and locations that a municipality oversees. */
export async function readUnits(
  readings: Readings,
  actor: Actor,
  { municipality, freshness }: UnitsAsked,
  place: Place,
): Promise<readonly KnownDaycare[] | Refusal> {
  return overseesNot(actor, municipality) ?? readings.units(municipality, freshness, place);
}

/** Reads the sum over each municipality, without its private daycares: also for dashboards. */
export async function readMunicipalSummaries(
  readings: Readings,
  actor: Actor,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Summary | Refusal>> {
  const overseen = codes.filter((code) => opens(readingOfMunicipality(actor, code).reading, 'SUMMARY'));
  const summaries = overseen.length > 0 ? await readings.summariesOfMunicipalities(overseen) : new Map<string, Summary>();
  return new Map(codes.map((code) => [code, summaries.get(code) ?? notOverseen(code)]));
}
