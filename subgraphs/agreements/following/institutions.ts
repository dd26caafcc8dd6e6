import { applyDaycareChanges, type ToldDaycare } from '../actions/following/apply-daycare-changes.ts';
import type { Agreements } from '../domain/agreement-store.ts';
import type { KnownDaycare, Ownership } from '../domain/known-daycare.ts';
import { emailAddressOf } from '../domain/notices/email-address.ts';
import { particularsSelection, type ToldParticulars } from './particulars.ts';

/** What is asked of each change in the register. */
export const selection = `number successors daycare {
  level name status ownership municipality { code name }
  ... on PlacementUnit { type acceptsUsers email institution { number } }
  ... on AlternativeAddress { acceptsUsers unit { number type institution { number } } }
  ${particularsSelection}
}`;

interface Unit {
  readonly type: string;
  readonly institution: { readonly number: string };
}

/** A change as it comes. */
export interface DaycareChange extends ToldParticulars {
  readonly number: string;
  readonly successors: readonly string[];
  readonly daycare: ToldParticulars['daycare'] &
    Partial<Unit> & {
      readonly level: KnownDaycare['level'];
      readonly name: string;
      readonly status: KnownDaycare['status'];
      readonly ownership: Ownership;
      readonly municipality: { readonly code: string; readonly name: string };
      readonly acceptsUsers?: boolean;
      readonly email?: string | null;
      readonly unit?: Unit & { readonly number: string };
    };
}

/** Takes in a page of the register's feed. */
export function followInstitutions(agreements: Agreements, changes: readonly DaycareChange[]): Promise<void> {
  return applyDaycareChanges(agreements, changes.map(knownFrom));
}

function knownFrom({ number, successors, daycare }: DaycareChange): ToldDaycare {
  const unit = daycare.unit ?? daycare;
  return {
    number,
    successors,
    level: daycare.level,
    name: daycare.name,
    status: daycare.status,
    ownership: daycare.ownership,
    municipality: daycare.municipality.code,
    municipalityName: daycare.municipality.name,
    institution: unit.institution?.number ?? null,
    unit: daycare.unit?.number ?? null,
    isChildminding: unit.type === 'CHILDMINDING',
    acceptsUsers: daycare.acceptsUsers ?? false,
    email: emailAddressOf(daycare.email ?? '') ?? null,
  };
}
