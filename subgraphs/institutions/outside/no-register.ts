import type { AddressRegister, CompanyRegister } from '../domain/upkeep/other-registers.ts';

const edition = async () => 'none';

/** Where no address register is set up, nobody is asked, and nothing is held against an address. */
export const noAddressRegister: AddressRegister = {
  edition,
  judge: async (addresses) => addresses.map(() => ({ answer: 'UNASKED' })),
};

/** Where no company register is set up, nobody is asked, and nothing is held against a production unit. */
export const noCompanyRegister: CompanyRegister = {
  edition,
  judge: async (productionUnits) => productionUnits.map(() => ({ answer: 'UNASKED' })),
};
