import type { Actor } from '#shared/actor.ts';
import type { KnownDaycare } from './known-daycare.ts';
import type { Standing } from './requests/decision-policy.ts';
import type { SystemStanding } from './systems/supplier-policy.ts';
import type { Supplier } from './systems/system.ts';

/** On whose behalf and in which capacity something was done, as the history shows it. */
export interface DoneBy {
  readonly actor: string;
  /** The kind of organisation with its code or number, or AGENCY: to know one's own organisation by. */
  readonly organisationKey: string;
  readonly organisation: string;
  readonly standing: string;
  readonly person: string | null;
}

const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.name : null);

/** A decider, in the capacity in which it was allowed. */
export function doneByDecider(actor: Actor, standing: Standing, daycare: KnownDaycare): DoneBy {
  const organisation =
    standing === 'daycare employee'
      ? { organisationKey: `daycare ${daycare.number}`, organisation: daycare.name }
      : { organisationKey: `municipality ${daycare.municipality}`, organisation: `${daycare.municipalityName} Kommune` };
  return { actor: actor.id, ...organisation, standing, person: personOf(actor) };
}

/** A supplier, a system, or the agency, in the capacity in which it was allowed. */
export function doneBySystem(actor: Actor, standing: SystemStanding, supplier: Supplier): DoneBy {
  const organisation =
    standing === 'agency'
      ? { organisationKey: 'AGENCY', organisation: 'The agency' }
      : { organisationKey: `supplier ${supplier.number}`, organisation: supplier.name };
  return { actor: actor.id, ...organisation, standing, person: personOf(actor) };
}

/** The register itself: a consequence of what happened there. */
export const doneByTheRegister: DoneBy = {
  actor: 'institutions',
  organisationKey: 'AGENCY',
  organisation: 'The register of daycares',
  standing: 'consequence of a change in the register',
  person: null,
};

/** The clock: a term has run out. */
export const doneByTheClock: DoneBy = {
  actor: 'agreements',
  organisationKey: 'AGENCY',
  organisation: 'The terms of agreements',
  standing: 'consequence of a term',
  person: null,
};

/** Whether the actor is of the organisation that did it, or the agency: only these see a person's name. */
export function seesPerson(actor: Actor, { organisationKey }: DoneBy): boolean {
  return actor.mandates.some((mandate) => {
    switch (mandate.role) {
      case 'AGENCY':
        return true;
      case 'DAYCARE_EMPLOYEE':
        return organisationKey === `daycare ${mandate.daycare}`;
      case 'SUPPLIER':
        return organisationKey === `supplier ${mandate.supplier}`;
      case 'DAYCARE_RESPONSIBLE':
      case 'MUNICIPAL_EMPLOYEE':
        return organisationKey === `municipality ${mandate.municipality}`;
      default:
        return false;
    }
  });
}
