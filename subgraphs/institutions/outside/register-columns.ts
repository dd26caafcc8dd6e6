import type { DaycareLevel, DaycareType, Ownership } from '../domain/daycares/daycare.ts';
import type { RegisterRow } from '../domain/upkeep/register-row.ts';

/** A line's values by the names of its columns. */
export type Columns = Readonly<Record<string, string | undefined>>;

const levels: Readonly<Record<string, DaycareLevel>> = {
  daginstitution: 'INSTITUTION',
  anvisningsenhed: 'UNIT',
  'alternativ adresse': 'LOCATION',
  alternativAdresse: 'LOCATION',
};
const ownerships: Readonly<Record<string, Ownership>> = { 1: 'MUNICIPAL', 2: 'SELF_OWNED', 3: 'PRIVATE', 4: 'OUTSOURCED' };
const types: Readonly<Record<string, DaycareType>> = {
  6010: 'NURSERY',
  6011: 'KINDERGARTEN',
  6012: 'AGE_INTEGRATED',
  6013: 'CHILDMINDING',
  6014: 'KINDERGARTEN_FROM_TWO',
  6020: 'LEISURE_HOME',
  6021: 'CLUB',
  6022: 'SPECIAL',
};
const closings: Readonly<Record<string, boolean>> = { Aktiv: false, Nedlagt: true };
const numberColumns: Record<DaycareLevel, string> = {
  INSTITUTION: 'daginstitutionsNummer',
  UNIT: 'anvisningsenhedsNummer',
  LOCATION: 'alternativAdresseNummer',
};

/** The row that a line's columns say; each fault is told, so that a line is mended at once. */
export function rowFrom(columns: Columns, line: number, fault: (because: string) => void): RegisterRow | undefined {
  const coded = <Value>(column: string, table: Readonly<Record<string, Value>>): Value | undefined => {
    const code = columns[column] ?? '';
    if (!Object.hasOwn(table, code)) fault(`${column} is none of ${Object.keys(table).join(', ')}.`);
    return table[code];
  };
  const level = coded('dagtilbudsType', levels);
  const ownership = coded('ejerformKode', ownerships);
  const closed = coded('aktivitetsstatus', closings);
  const municipality = (columns.admKommuneKode ?? '').padStart(4, '0');
  if (!/^\d{4}$/.test(municipality)) fault('admKommuneKode is not a municipality code.');
  if (!level || !ownership || closed === undefined) return undefined;
  const number = numberFrom(columns, numberColumns[level], fault);
  const type = level === 'UNIT' ? coded('instType3', types) : undefined;
  return {
    line,
    level,
    number,
    municipality,
    ownership,
    closed,
    name: columns.dagtilbudsNavn ?? '',
    ...(type && { type }),
    ...(level !== 'INSTITUTION' && {
      institution: numberFrom(columns, 'daginstitutionsNummer', fault),
      address: addressFrom(columns, fault),
      companyNumber: columns.cvrNummer || null,
      productionUnitNumber: columns.pNummer || null,
    }),
    ...(level === 'LOCATION' && { unit: numberFrom(columns, 'anvisningsenhedsNummer', fault) }),
    ...('email' in columns && { email: columns.email || null }),
    ...('telefonNummer' in columns && { phone: columns.telefonNummer || null }),
  };
}

function numberFrom(columns: Columns, column: string, fault: (because: string) => void): string {
  const number = (columns[column] ?? '').replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]\d{5}$/.test(number)) fault(`${column} is not an institution number: a letter and five digits.`);
  return number;
}

function addressFrom(columns: Columns, fault: (because: string) => void): NonNullable<RegisterRow['address']> {
  return {
    street: columns.vejNavn ?? '',
    houseNumber: columns.husNummer || null,
    postalCode: columns.postNummer ?? '',
    town: columns.byNavn ?? '',
    supplementaryTown: columns.supplerendeBynavn || null,
    latitude: degrees(columns, 'geoBredde', fault),
    longitude: degrees(columns, 'geoLaengde', fault),
    addressId: columns.dawaId || null,
    municipalityCode: columns.kommuneKode ? columns.kommuneKode.padStart(4, '0') : null,
  };
}

function degrees(columns: Columns, column: string, fault: (because: string) => void): number | null {
  const told = columns[column];
  if (!told) return null;
  if (/^-?\d{1,3}([.,]\d+)?$/.test(told)) return Number(told.replace(',', '.'));
  fault(`${column} is not a number of degrees.`);
  return null;
}
