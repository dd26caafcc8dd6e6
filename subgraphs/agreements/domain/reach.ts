import type { Actor } from '#shared/actor.ts';
import type { Access } from './accesses/access.ts';
import type { AccessRequest } from './requests/request.ts';

/** One part of what an actor may read of requests and accesses; the parts of several mandates add up. */
export type Reach =
  | { readonly of: 'everything' }
  | { readonly of: 'supplier'; readonly supplier: string }
  | { readonly of: 'system'; readonly system: string }
  | { readonly of: 'municipality'; readonly municipality: string }
  | { readonly of: 'daycare'; readonly daycare: string };

/**
 * Which requests and accesses exist for this actor: the agency all, a supplier its own, the municipality's people those of its
 * municipal, self-owned and outsourced daycares, a daycare's employee those of the own daycare and its locations.
 */
export function reachOf(actor: Actor): readonly Reach[] {
  return actor.mandates.flatMap((mandate): Reach[] => {
    switch (mandate.role) {
      case 'AGENCY':
        return [{ of: 'everything' }];
      case 'SUPPLIER':
        return [{ of: 'supplier', supplier: mandate.supplier }];
      case 'SUPPLIER_SYSTEM':
        return [{ of: 'system', system: mandate.system }];
      case 'DAYCARE_RESPONSIBLE':
      case 'MUNICIPAL_EMPLOYEE':
        return [{ of: 'municipality', municipality: mandate.municipality }];
      case 'DAYCARE_EMPLOYEE':
        return [{ of: 'daycare', daycare: mandate.daycare }];
      case 'MUNICIPAL_SYSTEM':
      case 'DASHBOARD':
      case 'CITIZEN':
        return [];
    }
  });
}

/** Whether something lies within reach; `suppliersOf` tells the supplier of each system the actor is. */
export function isWithin(
  reach: readonly Reach[],
  { supplier, daycare }: Pick<AccessRequest | Access, 'supplier' | 'daycare'>,
  suppliersOf: ReadonlyMap<string, string>,
): boolean {
  return reach.some((part) => {
    switch (part.of) {
      case 'everything':
        return true;
      case 'supplier':
        return part.supplier === supplier;
      case 'system':
        return suppliersOf.get(part.system) === supplier;
      case 'municipality':
        return part.municipality === daycare.municipality && daycare.ownership !== 'PRIVATE';
      case 'daycare':
        return part.daycare === daycare.number || part.daycare === daycare.unit;
    }
  });
}
