import { type Particulars, wordsOf } from '../domain/searching/particulars.ts';

/** What is asked of each change in the register beside what deciding depends on. */
export const particularsSelection = `legacyNumbers municipality { companyNumber }
  ... on PlacementUnit { companyNumber address { street houseNumber postalCode town supplementaryTown } }
  ... on AlternativeAddress { companyNumber address { street houseNumber postalCode town supplementaryTown } }`;

/** A change as it comes; clusters have no address, and no company number of their own. */
export interface ToldParticulars {
  readonly number: string;
  readonly daycare: {
    readonly name: string;
    readonly legacyNumbers?: readonly string[];
    readonly municipality: { readonly companyNumber?: string | null };
    readonly companyNumber?: string | null;
    readonly address?: {
      readonly street: string;
      readonly houseNumber: string | null;
      readonly postalCode: string;
      readonly town: string;
      readonly supplementaryTown: string | null;
    };
  };
}

/** What is kept of it. */
export function particularsFrom({ number, daycare }: ToldParticulars): Particulars {
  const { name, legacyNumbers = [], municipality, companyNumber, address } = daycare;
  const { street, houseNumber, postalCode, town, supplementaryTown } = address ?? {};
  return {
    number,
    words: wordsOf([number, ...legacyNumbers], [name, street, houseNumber?.replaceAll(' ', ''), postalCode, town, supplementaryTown]),
    companyNumber: companyNumber ?? null,
    municipalityCompanyNumber: municipality.companyNumber ?? null,
  };
}
