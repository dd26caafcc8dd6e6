import { takeDaycares } from '../actions/following/take-daycares.ts';
import type { Copies } from '../domain/following/copies.ts';
import type { DaycareLevel, KnownDaycare, LifecycleStatus, Ownership } from '../domain/known-daycare.ts';

/** The register's feed, and what is asked of each change: the daycare as it is now. */
export const daycareFeed = 'daycareChanges';
export const daycareSelection = `number kind daycare {
  number level name status municipality { code } ownership
  ... on PlacementUnit { type acceptsUsers institution { number } }
  ... on AlternativeAddress { acceptsUsers unit { number institution { number } } }
}`;

interface Numbered {
  readonly number: string;
}

export interface DaycareChange {
  readonly number: string;
  readonly kind: string;
  readonly daycare: {
    readonly number: string;
    readonly level: DaycareLevel;
    readonly name: string;
    readonly status: LifecycleStatus;
    readonly municipality: { readonly code: string };
    readonly ownership: Ownership;
    readonly type?: string;
    readonly acceptsUsers?: boolean;
    readonly institution?: Numbered;
    readonly unit?: Numbered & { readonly institution: Numbered };
  };
}

/** Each change to one action. */
export async function hearOfDaycares(copies: Copies, changes: readonly DaycareChange[]): Promise<void> {
  await takeDaycares(
    copies,
    changes.map(({ daycare }) => knownDaycareFrom(daycare)),
  );
}

/** A daycare of the feed as it is kept here; a cluster has no users. */
export function knownDaycareFrom({
  municipality,
  institution,
  unit,
  type,
  acceptsUsers,
  ...daycare
}: DaycareChange['daycare']): KnownDaycare {
  const { number, level, name, status, ownership } = daycare;
  return {
    number,
    level,
    name,
    status,
    ownership,
    municipality: municipality.code,
    type: type ?? null,
    acceptsUsers: acceptsUsers ?? false,
    institution: institution?.number ?? unit?.institution.number ?? null,
    unit: unit?.number ?? null,
  };
}
