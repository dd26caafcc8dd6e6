import type { Address } from '../daycares/daycare.ts';

/** An address as it is asked about. */
export type AskedAddress = Pick<Address, 'street' | 'houseNumber' | 'postalCode' | 'town' | 'addressId'>;

/** What the national address register says of an address (R15). */
export type AddressVerdict =
  | { readonly answer: 'KNOWN' }
  /** Not there; where there is one much like it, how that one is written. */
  | { readonly answer: 'UNKNOWN'; readonly nearest: string | null }
  /** Nobody could be asked, or none is set up. */
  | { readonly answer: 'UNASKED' };

/** What the company register says of a production unit (R16). */
export type ProductionUnitVerdict =
  | { readonly answer: 'ACTIVE'; readonly companyNumber: string }
  | { readonly answer: 'INACTIVE'; readonly since: string | null }
  | { readonly answer: 'UNKNOWN' }
  | { readonly answer: 'UNASKED' };

/** Changes whenever an answer may have changed, so that what is in the register is judged anew. */
interface Edition {
  edition(): Promise<string>;
}

/** The national address register, as far as it is asked: many at once, one verdict each, in their order. */
export interface AddressRegister extends Edition {
  judge(addresses: readonly AskedAddress[]): Promise<readonly AddressVerdict[]>;
}

/** The company register, as far as it is asked: many production units at once, one verdict each, in their order. */
export interface CompanyRegister extends Edition {
  judge(productionUnits: readonly string[]): Promise<readonly ProductionUnitVerdict[]>;
}
