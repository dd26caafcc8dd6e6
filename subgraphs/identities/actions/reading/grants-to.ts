import { type Actor, mandatesIn } from '#shared/actor.ts';
import { type Grant, grantOf } from '../../domain/reading/grant.ts';
import type { Readings } from '../../domain/reading/readings.ts';

/** Looks, for every daycare named, at what this actor may read there now; what is not known grants nothing. */
export async function grantsTo(readings: Readings, actor: Actor, numbers: readonly string[]): Promise<ReadonlyMap<string, Grant>> {
  const known = await readings.known([...new Set(numbers)], systemsOf(actor));
  return new Map([...known].map(([number, daycare]) => [number, grantOf(actor, daycare)]));
}

/** The systems this actor speaks for. */
export const systemsOf = (actor: Actor): string[] => mandatesIn(actor, 'SUPPLIER_SYSTEM').map(({ system }) => system);
