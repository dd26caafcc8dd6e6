import type { Affiliation } from './affiliation.ts';

/** That a person is a contact of a child at a daycare, by their ties; it ends, and its row stays. */
export interface ContactRelation {
  readonly id: string;
  readonly child: string;
  readonly contact: string;
  readonly relation: string;
  readonly hasCustody: boolean;
  readonly accessLevel: number;
  readonly daycare: string;
  readonly system: string;
  readonly source: string;
  readonly from: number;
  readonly to: number | null;
}

/** A relation with both ties as the reader of one of them may see them. */
export type RelationWithTies = ContactRelation & {
  readonly ties: { readonly child: Affiliation; readonly contact: Affiliation };
  /** Of somebody else, of whom a citizen sees name and relation only. */
  readonly isGlimpse?: boolean;
};

/** From a tie: the contacts of a child, or the children whose contact it is. */
export type RelationSide = 'contacts' | 'children';

/** How a contact may stand to a child. */
export const relations: readonly string[] = ['Mor', 'Far', 'Andet', 'Officielt tilknyttet person'];
/** 0 none, 1 basic, 2 full (Q12). */
export const accessLevels: readonly number[] = [0, 1, 2];
