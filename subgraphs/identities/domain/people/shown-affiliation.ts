import type { Affiliation } from './affiliation.ts';
import { nobodysName, shownName } from './person.ts';

export interface NameParts {
  readonly first: string;
  readonly family: string;
}

/** Whether the person goes out as protected here: because any source says so, or this very tie. */
export const isHidden = ({ person, isProtected }: Pick<Affiliation, 'person' | 'isProtected'>): boolean =>
  person.isProtected || isProtected;

/** The name as this tie's readers see it: the alias where the person is protected, else one that says nothing. */
export const nameOf = (tie: Affiliation): NameParts => partsOf(tie, isHidden(tie));

function partsOf(tie: Affiliation, isProtected: boolean): NameParts {
  const { firstName, familyName } = shownName({ ...tie, isProtected });
  return { first: firstName, family: familyName };
}

/** One name for the person, from ties that the reader may see, the latest told first: never one that was told elsewhere only. */
export function nameFrom(latestFirst: readonly Affiliation[]): NameParts {
  const hidden = latestFirst.some(isHidden);
  const told = hidden ? latestFirst.find(hasAlias) : latestFirst[0];
  return told ? partsOf(told, hidden) : { first: nobodysName.firstName, family: nobodysName.familyName };
}

const hasAlias = ({ aliasFirstName, aliasFamilyName }: Affiliation): boolean => Boolean(aliasFirstName || aliasFamilyName);

/** Whether the tie itself has no name to show, so that one must be looked for on the person's other ties. */
export const isNameless = (tie: Affiliation): boolean => isHidden(tie) && !hasAlias(tie);

/** What nobody sees of the protected without PROTECTED_NAME: name, address, telephone, e-mail, and the number itself (I22). */
export function unlessProtected<Value>(tie: Affiliation, value: Value): Value | null {
  return isHidden(tie) && !tie.categories.has('PROTECTED_NAME') ? null : value;
}
