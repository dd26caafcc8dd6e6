import type { TieFacts } from '../people/affiliation.ts';
import type { PersonRole } from '../people/person.ts';

/** A person of a document whose line is sound. */
export interface TakenPerson {
  readonly role: PersonRole;
  readonly facts: TieFacts;
  readonly nationalNumber: string | null;
  /** Whose line it stands on and where, to tell what is found later. */
  readonly line: string | null;
  readonly prefix: string;
}

export interface TakenContact extends TakenPerson {
  readonly relation: string;
  readonly hasCustody: boolean;
  readonly accessLevel: number;
}

export interface TakenLine extends TakenPerson {
  readonly contacts: readonly TakenContact[];
}

/** Somebody whose line was refused: what stands of them already stays as it is. */
export interface RefusedPerson {
  readonly localPersonId: string | null;
  readonly nationalNumber: string | null;
}
