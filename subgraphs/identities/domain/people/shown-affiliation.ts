import type { Affiliation } from './affiliation.ts';
import { shownName } from './person.ts';

export interface NameParts {
  readonly first: string;
  readonly family: string;
}

/** The name as this tie's readers see it: the alias where the person is protected by any source, this tie's own first. */
export function nameOf({ person, ...tie }: Affiliation): NameParts {
  const own =
    person.isProtected && !tie.isProtected && !tie.aliasFirstName && !tie.aliasFamilyName
      ? person
      : shownName({ ...tie, isProtected: person.isProtected });
  return { first: own.firstName, family: own.familyName };
}

/** What nobody sees of the protected without PROTECTED_NAME: name, address, telephone, e-mail, and the number itself (I22). */
export function unlessProtected<Value>({ person, categories }: Affiliation, value: Value): Value | null {
  return person.isProtected && !categories.has('PROTECTED_NAME') ? null : value;
}
