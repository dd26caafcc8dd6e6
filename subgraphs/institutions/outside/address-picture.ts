import { houseNumberFrom, nearestHouseNumber, writtenHouseNumber } from '../domain/addresses/house-number.ts';
import { foldedStreet, slipsIn, spellingDistance } from '../domain/addresses/street-name.ts';
import type { AddressVerdict, AskedAddress } from '../domain/upkeep/other-registers.ts';
import type { AddressIds } from './address-ids.ts';

export interface Street {
  readonly written: string;
  readonly houseNumbers: number[];
}

/** What lies in one postal code; its streets by their folded names. */
export interface PostalArea {
  readonly code: string;
  readonly town: string;
  readonly streets: Map<string, Street>;
}

/** The national address register in memory. */
export interface AddressPicture {
  readonly ids: AddressIds;
  readonly areas: ReadonlyMap<string, PostalArea>;
}

/** A street's name is never longer (R13); what is, is not looked for. */
const longestStreet = 132;

/** Whether an address is in the register: by its id, or by street, house number and postal code however they are written (R15). */
export function judgeAddress({ ids, areas }: AddressPicture, asked: AskedAddress): AddressVerdict {
  if (asked.addressId && ids.has(asked.addressId)) return { answer: 'KNOWN' };
  const area = areas.get(asked.postalCode?.trim() ?? '');
  if (!area || !asked.street || asked.street.length > longestStreet) return { answer: 'UNKNOWN', nearest: null };
  const folded = foldedStreet(asked.street);
  const houseNumber = asked.houseNumber?.trim() ?? '';
  const street = area.streets.get(folded);
  if (street && (houseNumber === '' || has(street, houseNumber))) return { answer: 'KNOWN' };
  const nearest = street ?? streetLike(area, folded, houseNumber);
  return { answer: 'UNKNOWN', nearest: nearest ? written(area, nearest, houseNumber) : null };
}

function has({ houseNumbers }: Street, houseNumber: string): boolean {
  const number = houseNumberFrom(houseNumber);
  return number !== undefined && houseNumbers.includes(number);
}

/** The street whose name is the fewest letters away; of several the one that has the house. */
function streetLike({ streets }: PostalArea, folded: string, houseNumber: string): Street | undefined {
  let most = slipsIn(folded);
  let found: Street | undefined;
  if (most === 0) return undefined;
  for (const [name, street] of streets) {
    const distance = spellingDistance(name, folded, most);
    if (distance > most || (found && distance === most && !has(street, houseNumber))) continue;
    found = street;
    most = distance;
  }
  return found;
}

function written({ code, town }: PostalArea, { written, houseNumbers }: Street, houseNumber: string): string {
  const asked = houseNumberFrom(houseNumber) ?? houseNumberFrom(/^\d{1,4}/.exec(houseNumber)?.[0] ?? '');
  const nearest = asked === undefined ? undefined : nearestHouseNumber(houseNumbers, asked);
  return `${written}${nearest === undefined ? '' : ` ${writtenHouseNumber(nearest)}`}, ${code} ${town}`;
}
