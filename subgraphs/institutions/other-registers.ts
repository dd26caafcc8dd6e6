import type { Log } from '#shared/present-error.ts';
import type { OtherRegisters } from './domain/upkeep/ask-others.ts';
import type { AddressRegister, CompanyRegister } from './domain/upkeep/other-registers.ts';
import { addressRegisterFile } from './outside/address-register-file.ts';
import { companyRegisterFile } from './outside/company-register-file.ts';
import { noAddressRegister, noCompanyRegister } from './outside/no-register.ts';

interface Given {
  readonly addressRegister?: AddressRegister | undefined;
  readonly companyRegister?: CompanyRegister | undefined;
}

/** The registers that are set up beside ours, and nobody for those that are not. */
export const otherRegisters = ({ addressRegister, companyRegister }: Given, report: (fault: unknown) => void): OtherRegisters => ({
  address: addressRegister ?? noAddressRegister,
  company: companyRegister ?? noCompanyRegister,
  report,
});

/** Those that an operator has as files (`ADDRESS_REGISTER`, `COMPANY_REGISTER`). */
export function registerFiles({ addressFile, companyFile }: { addressFile?: string; companyFile?: string }, log: Log): Given {
  const report = (because: string) => log.error({ because }, 'another register');
  return {
    addressRegister: addressFile ? addressRegisterFile(addressFile, report) : undefined,
    companyRegister: companyFile ? companyRegisterFile(companyFile, report) : undefined,
  };
}
