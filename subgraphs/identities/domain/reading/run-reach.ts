import { type Actor, mandatesIn } from '#shared/actor.ts';
import type { Ownership } from '../known-daycare.ts';
import { mayRead, opens, standingsOf } from './reading-policy.ts';

/** Daycares of these ownerships in a municipality, or one daycare with its locations. */
export type Neighbourhood = { readonly ownerships: readonly Ownership[] } & (
  | { readonly municipality: string }
  | { readonly daycare: string }
);

/** Whose imports somebody may see: those that systems sent, or all to daycares. */
export type RunReach = { readonly systems: readonly string[] } | { readonly daycares: readonly Neighbourhood[] };

const ownerships: readonly Ownership[] = ['MUNICIPAL', 'SELF_OWNED', 'PRIVATE', 'OUTSOURCED'];

/** All the imports that an actor may see, by the same table as a single daycare's: where it opens counts, which are what a run shows. */
export function runReachOf(actor: Actor): RunReach {
  const systems = mandatesIn(actor, 'SUPPLIER_SYSTEM').map(({ system }) => system);
  if (systems.length > 0) return { systems };
  return {
    daycares: standingsOf(actor).flatMap(({ as, mandate }): Neighbourhood[] => {
      const counted = ownerships.filter((ownership) => opens(mayRead[ownership][as], 'COUNTS'));
      if (counted.length === 0) return [];
      if ('daycare' in mandate) return [{ daycare: mandate.daycare, ownerships: counted }];
      return 'municipality' in mandate && mandate.municipality ? [{ municipality: mandate.municipality, ownerships: counted }] : [];
    }),
  };
}
