import { type Daycare, withoutAddress } from '../../../subgraphs/institutions/domain/daycares/daycare.ts';
import { addressFrom } from '../../../subgraphs/institutions/domain/addresses/told-address.ts';
import { readRegisterFile } from '../../../subgraphs/institutions/outside/register-file.ts';

const plain: Daycare = {
  ...withoutAddress,
  number: 'G10000',
  level: 'UNIT',
  name: 'Solsikken',
  status: 'ACTIVE',
  municipality: '0751',
  ownership: 'MUNICIPAL',
  legalBasis: null,
  institution: null,
  unit: null,
  type: 'AGE_INTEGRATED',
  email: null,
  phone: null,
  companyNumber: null,
  productionUnitNumber: null,
  version: 1,
  validFrom: 0,
  recordedAt: 0,
};

/** A unit in Aarhus that is called Solsikken, but for what is told. */
export const daycare = (told: Partial<Daycare>): Daycare => ({ ...plain, ...told });

/** A cluster in Aarhus, but for what is told. */
export const cluster = (told: Partial<Daycare>): Daycare => daycare({ level: 'INSTITUTION', type: null, ...told });

/** The daycares of a register file, as they are before anything happens to them. */
export async function daycaresOf(file: string): Promise<Daycare[]> {
  const daycares: Daycare[] = [];
  for await (const line of readRegisterFile(file)) {
    if (!('row' in line)) throw new Error(line.because);
    const { number, level, name, municipality, ownership, type, institution, unit, address, productionUnitNumber } = line.row;
    daycares.push(
      daycare({
        ...(address && addressFrom(address, municipality)),
        number,
        level,
        name,
        municipality,
        ownership,
        type: type ?? null,
        institution: institution ?? null,
        unit: unit ?? null,
        productionUnitNumber: productionUnitNumber ?? null,
      }),
    );
  }
  return daycares;
}
