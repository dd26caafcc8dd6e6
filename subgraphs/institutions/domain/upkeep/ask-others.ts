import type { Daycare } from '../daycares/daycare.ts';
import { addressFrom, type ToldAddress } from '../addresses/told-address.ts';
import { unasked, type Verdicts } from './judge-by-others.ts';
import type { AddressRegister, AddressVerdict, CompanyRegister, ProductionUnitVerdict } from './other-registers.ts';

/** The registers beside ours, and where it is told that one did not answer. */
export interface OtherRegisters {
  readonly address: AddressRegister;
  readonly company: CompanyRegister;
  readonly report: (fault: unknown) => void;
}

/** What is told of an address and a production unit. */
export interface AskedOf {
  readonly address?: ToldAddress | null | undefined;
  readonly productionUnitNumber?: string | null | undefined;
}

/** What the other registers say, one answer each; nobody was asked where one does not answer. */
export async function askOthers({ address, company, report }: OtherRegisters, asked: readonly AskedOf[]): Promise<readonly Verdicts[]> {
  const addresses = asked.flatMap((each) => (each.address ? [addressFrom(each.address, '')] : []));
  const units = asked.flatMap((each) => each.productionUnitNumber ?? []);
  const onAddresses = await orNobody<AddressVerdict>(report, addresses.length, () => address.judge(addresses));
  const onUnits = await orNobody<ProductionUnitVerdict>(report, units.length, () => company.judge(units));
  const [nextAddress, nextUnit] = [onAddresses.values(), onUnits.values()];
  return asked.map((each) => ({
    address: (each.address && nextAddress.next().value) || unasked.address,
    productionUnit: (each.productionUnitNumber && nextUnit.next().value) || unasked.productionUnit,
  }));
}

async function orNobody<Verdict>(
  report: (fault: unknown) => void,
  count: number,
  ask: () => Promise<readonly Verdict[]>,
): Promise<readonly Verdict[]> {
  if (count === 0) return [];
  try {
    return await ask();
  } catch (fault) {
    report(fault);
    return [];
  }
}

/** What is asked of a daycare that is in the register. */
export const askedOf = (daycare: Daycare): AskedOf => ({
  address:
    daycare.street === null ? null : { ...daycare, street: daycare.street, postalCode: daycare.postalCode ?? '', town: daycare.town ?? '' },
  productionUnitNumber: daycare.productionUnitNumber,
});
