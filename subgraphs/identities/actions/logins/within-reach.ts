import { type Actor, mandatesIn } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import type { Identities } from '../../domain/logins/identity-store.ts';
import type { Person } from '../../domain/people/person.ts';
import { readingOf } from '../../domain/reading/reading-policy.ts';

/**
 * The daycares of a person where the actor may read persons: out of reach and not there answer alike. The agency, which reads none, comes
 * with a UniID it was told.
 */
export async function personsDaycares(identities: Identities, actor: Actor, person: Person | undefined): Promise<readonly KnownDaycare[]> {
  const daycares = await identities.daycaresOf(person?.uniId ?? '');
  const seen = daycares.filter((daycare) => readingOf(actor, daycare).reading === 'PEOPLE');
  if (!person || (seen.length === 0 && mandatesIn(actor, 'AGENCY').length === 0))
    return refuse('NOT_FOUND', 'There is no such person in your reach.');
  return seen;
}
