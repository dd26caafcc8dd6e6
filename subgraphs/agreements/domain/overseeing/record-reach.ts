import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import { isWithin, type Reach, reachOf } from '../reach.ts';

export const recordKeepers = ['daycare responsible', 'municipal employee', 'daycare employee', 'agency'] as const;

/** Whose records of processing an actor may ask: the agency all, the municipality's people and a daycare's employee their own; no supplier any. */
export const recordReachOf = (actor: Actor): readonly Reach[] =>
  reachOf(actor).filter(({ of }) => of === 'everything' || of === 'municipality' || of === 'daycare');

/** Whether a municipality's record, or a daycare's, is one that this reach holds. */
export function holdsRecordOf(reach: readonly Reach[], asked: { readonly municipality: string } | KnownDaycare): boolean {
  if ('number' in asked) return isWithin(reach, { supplier: '', daycare: asked }, new Map());
  return reach.some((part) => part.of === 'everything' || (part.of === 'municipality' && part.municipality === asked.municipality));
}

/** Told alike where there is no such daycare. */
export const notTheirRecord = (): Refusal =>
  refusal('NOT_PERMITTED', `A record of processing is for its own: ${recordKeepers.join(', ')}.`, { grantableBy: recordKeepers });
