import { refuse } from '#shared/refusal.ts';
import type { Address } from '../daycares/daycare.ts';
import { municipalityOf } from '../municipalities/municipalities.ts';
import { townOfPostalCode } from './postal-codes.ts';

/** An address as it is told; what is left out is not known. */
export interface ToldAddress {
  readonly street: string;
  readonly houseNumber?: string | null | undefined;
  readonly postalCode: string;
  readonly town: string;
  readonly supplementaryTown?: string | null | undefined;
  readonly municipalityCode?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
  readonly addressId?: string | null | undefined;
}

/** The address as the register keeps it; it lies in the administering municipality where nothing else is told. */
export function addressFrom(told: ToldAddress, municipality: string): Address {
  return {
    street: told.street.trim(),
    houseNumber: told.houseNumber?.trim() || null,
    postalCode: told.postalCode,
    town: told.town.trim(),
    supplementaryTown: told.supplementaryTown?.trim() || null,
    municipalityCode: told.municipalityCode ?? municipality,
    latitude: told.latitude ?? null,
    longitude: told.longitude ?? null,
    addressId: told.addressId ?? null,
  };
}

/** An address's codes against their tables (R14), and that it says where something lies. */
export function judgeAddress({ street, town, postalCode, municipalityCode, latitude, longitude }: ToldAddress): void {
  if (street.trim() === '') unfit('street', 'An address has a street.', 'R13');
  if (town.trim() === '') unfit('town', 'An address has a town.', 'R13');
  if (!townOfPostalCode(postalCode)) unfit('postalCode', `There is no postal code ${postalCode}.`, 'R14');
  if (municipalityCode && !municipalityOf(municipalityCode))
    unfit('municipalityCode', `There is no municipality with the code ${municipalityCode}.`, 'R14');
  if (Math.abs(latitude ?? 0) > 90) unfit('latitude', 'A latitude lies between -90 and 90 degrees.', 'R13');
  if (Math.abs(longitude ?? 0) > 180) unfit('longitude', 'A longitude lies between -180 and 180 degrees.', 'R13');
}

const unfit = (field: string, because: string, rule: string): never => refuse('INVALID_INPUT', because, { rule, facts: { field } });
