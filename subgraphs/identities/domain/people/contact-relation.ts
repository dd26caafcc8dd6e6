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

/** How a contact may stand to a child. */
export const relations: readonly string[] = ['Mor', 'Far', 'Andet', 'Officielt tilknyttet person'];
/** 0 none, 1 basic, 2 full (Q12). */
export const accessLevels: readonly number[] = [0, 1, 2];
