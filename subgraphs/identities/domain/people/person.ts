export type PersonRole = 'CHILD' | 'EMPLOYEE' | 'EXTERNAL' | 'CONTACT';
export type IdentityState = 'IMPORTED' | 'ACTIVATED' | 'BLOCKED' | 'RETIRED';

/** How a person is shown to everyone: under an alias where protected (hard case 6). */
export interface PersonFacts {
  readonly state: IdentityState;
  readonly isProtected: boolean;
  readonly firstName: string;
  readonly familyName: string;
}

/** What belongs to nobody's import: who somebody is, not what a source says of them. */
export interface Person extends PersonFacts {
  readonly uniId: string;
  readonly validFrom: number;
  readonly recordedAt: number;
}

/** What a document says of how a person is shown. */
export interface ToldPerson {
  readonly isProtected: boolean;
  readonly firstName: string;
  readonly familyName: string;
  readonly aliasFirstName: string | null;
  readonly aliasFamilyName: string | null;
}

/** Stands for the name of a protected person for whom no alias is known. */
export const nobodysName = { firstName: 'Navnebeskyttet', familyName: 'person' } as const;

/** First and family name as everyone may see them: the alias where protected. */
export function shownName(told: ToldPerson): { readonly firstName: string; readonly familyName: string } {
  if (!told.isProtected) return { firstName: told.firstName, familyName: told.familyName };
  if (!told.aliasFirstName && !told.aliasFamilyName) return nobodysName;
  return { firstName: told.aliasFirstName ?? '', familyName: told.aliasFamilyName ?? '' };
}

/** The person after a document: protection goes only where no present tie elsewhere still says it. */
export function personAfter(before: Person, told: ToldPerson, protectedElsewhere: boolean, at: number): Person {
  const hasAlias = told.aliasFirstName !== null || told.aliasFamilyName !== null;
  if (told.isProtected ? before.isProtected && !hasAlias : protectedElsewhere) return before;
  const shown = shownName(told);
  const same = before.isProtected === told.isProtected && before.firstName === shown.firstName && before.familyName === shown.familyName;
  return same ? before : { ...before, ...shown, isProtected: told.isProtected, validFrom: at, recordedAt: at };
}
