import { type Actor, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare, Ownership } from '../known-daycare.ts';
import { type Standing, standingsAt } from '../reading/reading-policy.ts';

export type TraceStanding = Extract<Standing, 'daycare responsible' | 'daycare employee'> | 'agency';

/** Who may ask where a person got stuck on the way in, by the daycare's ownership (design 6): a daycare's employee also where municipal. */
export const mayTrace = {
  MUNICIPAL: ['agency', 'daycare responsible', 'daycare employee'],
  SELF_OWNED: ['agency', 'daycare responsible', 'daycare employee'],
  PRIVATE: ['agency', 'daycare employee'],
  OUTSOURCED: ['agency', 'daycare responsible', 'daycare employee'],
} as const satisfies Record<Ownership, readonly TraceStanding[]>;

export const tracers = ['agency', 'daycare responsible', 'daycare employee'] as const satisfies readonly TraceStanding[];

/** As what an actor may trace persons of a daycare, if at all. */
export function tracesAs(actor: Actor, daycare: KnownDaycare): TraceStanding | undefined {
  const held = standingsOf(actor, daycare);
  return mayTrace[daycare.ownership].find((standing) => held.includes(standing));
}

/** Whether the actor could ever trace anybody; who never can is told so without a look at any daycare. */
export const tracesSomewhere = (actor: Actor): boolean => tracers.some((standing) => standingsOf(actor, undefined).includes(standing));

const standingsOf = (actor: Actor, place: KnownDaycare | undefined): readonly (Standing | 'agency')[] => [
  ...standingsAt(actor, place),
  ...mandatesIn(actor, 'AGENCY').map(() => 'agency' as const),
];

/** Told alike of a daycare that is not there and one that is out of scope. */
export const notTraceable = (number: string): Refusal => refusal('NOT_FOUND', `There is no daycare ${number} whose persons you may trace.`);
