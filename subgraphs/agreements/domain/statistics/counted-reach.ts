import type { Actor } from '#shared/actor.ts';
import { type Reach, reachOf } from '../reach.ts';

/** Which requests are counted for this actor: those one may read, and for a dashboard the country's, or its municipality's without the private daycares. */
export function countedReachOf(actor: Actor): readonly Reach[] {
  const dashboards = actor.mandates.flatMap((mandate): Reach[] => {
    if (mandate.role !== 'DASHBOARD') return [];
    return [mandate.municipality === undefined ? { of: 'everything' } : { of: 'municipality', municipality: mandate.municipality }];
  });
  return [...reachOf(actor), ...dashboards];
}

export const counters = ['agency', 'dashboard', 'daycare responsible', 'municipal employee', 'daycare employee', 'supplier'] as const;
