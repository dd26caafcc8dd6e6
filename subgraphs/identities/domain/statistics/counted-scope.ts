import { type Actor, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { opens, readingOfMunicipality, standingsAt } from '../reading/reading-policy.ts';

/** Whose identities are counted: these municipalities', or null for the country's. */
export type CountedScope = readonly string[] | null;

export const counters = ['agency', 'dashboard', 'daycare responsible', 'municipal employee'] as const;

/** Whose identities this actor counts (design 6): no supplier's, no citizen's, and a daycare's employee has the daycare's own summary. */
export function countedScope(actor: Actor, municipality: string | null): CountedScope | Refusal {
  if (municipality !== null) return counts(actor, municipality) ? [municipality] : notCounted(municipality);
  if (countsCountry(actor)) return null;
  const codes = municipalitiesOf(actor);
  return codes.length > 0 ? codes : notCounting();
}

/** Whether the actor counts anything; who never does is told so. */
export const countsSomething = (actor: Actor): boolean => countsCountry(actor) || municipalitiesOf(actor).length > 0;

export const notCounting = (): Refusal => refusal('NOT_PERMITTED', `Counted by: ${counters.join(', ')}.`, { grantableBy: counters });

/** Told alike of a municipality that is none and one that is out of scope. */
const notCounted = (municipality: string): Refusal =>
  refusal('NOT_FOUND', `There is no municipality ${municipality} whose identities you may count.`);

const counts = (actor: Actor, municipality: string): boolean =>
  countsCountry(actor) || opens(readingOfMunicipality(actor, municipality).reading, 'SUMMARY');

const countsCountry = (actor: Actor): boolean =>
  mandatesIn(actor, 'AGENCY').length > 0 || standingsAt(actor, undefined).includes('national dashboard');

function municipalitiesOf(actor: Actor): readonly string[] {
  const named = actor.mandates.flatMap((mandate) => ('municipality' in mandate && mandate.municipality ? [mandate.municipality] : []));
  return [...new Set(named)].filter((code) => counts(actor, code));
}
