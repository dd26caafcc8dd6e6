import type { Actor } from '#shared/actor.ts';
import type { DoneBy } from '../daycares/daycare-event.ts';
import { municipalityOf } from '../municipalities/municipalities.ts';
import type { Standing, Subject } from './register-policy.ts';

/** Who did it, in the capacity in which it was allowed. */
export function doneBy(actor: Actor, standing: Standing, { municipality, number }: Subject): DoneBy {
  const ofMunicipality = {
    organisationKey: `municipality ${municipality}`,
    organisation: `${municipalityOf(municipality)?.name ?? municipality} Kommune`,
  };
  const organisations: Record<Standing, Pick<DoneBy, 'organisationKey' | 'organisation'>> = {
    'daycare responsible': ofMunicipality,
    'municipal employee': ofMunicipality,
    'municipal system': ofMunicipality,
    'daycare employee': { organisationKey: `daycare ${number}`, organisation: number ?? '' },
    agency: { organisationKey: 'AGENCY', organisation: 'The agency' },
  };
  return { actor: actor.id, ...organisations[standing], standing, person: actor.kind === 'person' ? actor.name : null };
}

/** The agency did it, on nobody's order but its own. */
export const byTheAgency = (actor: Actor): DoneBy => doneBy(actor, 'agency', { municipality: '', ownership: 'MUNICIPAL' });

/** Whether the actor is of the organisation that did it, or the agency: only these see a person's name. */
export function seesPerson(actor: Actor, { organisationKey }: DoneBy): boolean {
  return actor.mandates.some((mandate) => {
    if (mandate.role === 'AGENCY') return true;
    if (mandate.role === 'DAYCARE_EMPLOYEE') return organisationKey === `daycare ${mandate.daycare}`;
    return (
      (mandate.role === 'DAYCARE_RESPONSIBLE' || mandate.role === 'MUNICIPAL_EMPLOYEE') &&
      organisationKey === `municipality ${mandate.municipality}`
    );
  });
}
