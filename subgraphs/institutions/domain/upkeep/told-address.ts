import type { Address } from '../daycares/daycare.ts';

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
    houseNumber: told.houseNumber ?? null,
    postalCode: told.postalCode,
    town: told.town.trim(),
    supplementaryTown: told.supplementaryTown ?? null,
    municipalityCode: told.municipalityCode ?? municipality,
    latitude: told.latitude ?? null,
    longitude: told.longitude ?? null,
    addressId: told.addressId ?? null,
  };
}
