import { houseNumberFrom } from '../domain/addresses/house-number.ts';
import { foldedStreet } from '../domain/addresses/street-name.ts';
import type { AddressRegister } from '../domain/upkeep/other-registers.ts';
import { addressIds } from './address-ids.ts';
import { type AddressPicture, judgeAddress, type PostalArea, type Street } from './address-picture.ts';
import { keptPicture, type Reading } from './tables/kept-picture.ts';
import { oneByOne } from './tables/one-by-one.ts';
import { readTable } from './tables/read-table.ts';

/** The national address register as its public extract has it: `id,vejnavn,husnr,postnr,postnrnavn`, in any order and among others. */
export function addressRegisterFile(path: string, report: (because: string) => void): AddressRegister {
  const file = keptPicture({ called: 'The file of addresses', path, read: readAddresses, report });
  return {
    edition: file.edition,
    async judge(addresses) {
      const picture = await file.current();
      return oneByOne(addresses, (address) => (picture ? judgeAddress(picture, address) : { answer: 'UNASKED' }));
    },
  };
}

async function readAddresses(path: string): Promise<Reading<AddressPicture>> {
  const ids = addressIds();
  const areas = new Map<string, PostalArea>();
  const spellings = new Map<PostalArea, Map<string, Street>>();

  function take([id = '', street = '', houseNumber = '', postalCode = '', town = '']: readonly string[]): string | undefined {
    const number = houseNumberFrom(houseNumber);
    if (street === '' || number === undefined || !/^\d{4}$/.test(postalCode)) return 'it lacks a street, a house number or a postal code';
    if (!ids.add(id)) return 'its id is no UUID';
    const { houseNumbers } = streetIn(areaOf(postalCode, town), street);
    if (!houseNumbers.includes(number)) houseNumbers.push(number);
    return undefined;
  }

  const areaOf = (code: string, town: string) => areas.get(code) ?? remember(areas, code, { code, town, streets: new Map() });

  // Folding is the dearest part of a line, and most lines name a street that was folded before.
  function streetIn(area: PostalArea, written: string): Street {
    const spelled = spellings.get(area) ?? remember(spellings, area, new Map());
    const known = spelled.get(written);
    if (known) return known;
    const folded = foldedStreet(written);
    return remember(spelled, written, area.streets.get(folded) ?? remember(area.streets, folded, { written, houseNumbers: [] }));
  }

  const remark = await readTable(path, { columns: ['id', 'vejnavn', 'husnr', 'postnr', 'postnrnavn'], take });
  return { picture: { ids, areas }, remark };
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}
