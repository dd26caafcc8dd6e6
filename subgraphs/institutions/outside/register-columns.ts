import { type DaycareLevel, typeCodes } from '../domain/daycares/daycare.ts';
import type { RegisterRow } from '../domain/upkeep/register-row.ts';
import { originalText } from './defused-text.ts';
import { byCode, levelWords, ownershipCodes } from './register-codes.ts';

/** A line's values by the names of its columns. */
export type Columns = Readonly<Record<string, string | undefined>>;
type Fault = (because: string) => void;

/** The levels by the words that files have for them. */
export const levels: Readonly<Record<string, DaycareLevel>> = { ...byCode(levelWords), alternativAdresse: 'LOCATION' };
const ownerships = byCode(ownershipCodes);
const types = byCode(typeCodes);
const closings: Readonly<Record<string, boolean>> = { Aktiv: false, Nedlagt: true };
const numberColumns: Record<DaycareLevel, string> = {
  INSTITUTION: 'daginstitutionsNummer',
  UNIT: 'anvisningsenhedsNummer',
  LOCATION: 'alternativAdresseNummer',
};

/** The row that a line's columns say; each fault is told, so that a line is mended at once. */
export function rowFrom(columns: Columns, line: number, fault: Fault): RegisterRow | undefined {
  const coded = <Value>(column: string, table: Readonly<Record<string, Value>>): Value | undefined => {
    const code = codeIn(columns, column);
    if (!Object.hasOwn(table, code)) fault(`${column} must be one of ${Object.keys(table).join(', ')}.`);
    return table[code];
  };
  const level = coded('dagtilbudsType', levels);
  const ownership = coded('ejerformKode', ownerships);
  const closed = coded('aktivitetsstatus', closings);
  const municipality = municipalityIn(columns, 'admKommuneKode', fault);
  if (!level || !ownership || closed === undefined) return undefined;
  const number = numberIn(columns, numberColumns[level], fault);
  const type = level === 'UNIT' ? coded('instType3', types) : undefined;
  return {
    line,
    level,
    number,
    municipality,
    ownership,
    closed,
    name: textIn(columns, 'dagtilbudsNavn'),
    ...(type && { type }),
    ...(level !== 'INSTITUTION' && {
      institution: numberIn(columns, 'daginstitutionsNummer', fault),
      address: addressIn(columns, fault),
      companyNumber: codeIn(columns, 'cvrNummer') || null,
      productionUnitNumber: codeIn(columns, 'pNummer') || null,
    }),
    ...(level === 'UNIT' && 'email' in columns && { email: textIn(columns, 'email') || null }),
    ...(level === 'UNIT' && 'telefonNummer' in columns && { phone: textIn(columns, 'telefonNummer') || null }),
    ...(level === 'LOCATION' && { unit: numberIn(columns, 'anvisningsenhedsNummer', fault) }),
  };
}

const codeIn = (columns: Columns, column: string): string => (columns[column] ?? '').trim();
const textIn = (columns: Columns, column: string): string => originalText(columns[column] ?? '');

function numberIn(columns: Columns, column: string, fault: Fault): string {
  const number = (columns[column] ?? '').replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]\d{5}$/.test(number)) fault(`${column} must be an institution number: a letter and five digits.`);
  return number;
}

function municipalityIn(columns: Columns, column: string, fault: Fault): string {
  const code = codeIn(columns, column);
  if (!/^\d{3,4}$/.test(code)) fault(`${column} must be a municipality's code: three or four digits.`);
  return code.padStart(4, '0');
}

function addressIn(columns: Columns, fault: Fault): NonNullable<RegisterRow['address']> {
  return {
    street: textIn(columns, 'vejNavn'),
    houseNumber: textIn(columns, 'husNummer') || null,
    postalCode: codeIn(columns, 'postNummer'),
    town: textIn(columns, 'byNavn'),
    supplementaryTown: textIn(columns, 'supplerendeBynavn') || null,
    latitude: degreesIn(columns, 'geoBredde', fault),
    longitude: degreesIn(columns, 'geoLaengde', fault),
    addressId: textIn(columns, 'dawaId') || null,
    municipalityCode: codeIn(columns, 'kommuneKode') ? municipalityIn(columns, 'kommuneKode', fault) : null,
  };
}

function degreesIn(columns: Columns, column: string, fault: Fault): number | null {
  const told = codeIn(columns, column);
  if (!told) return null;
  if (/^-?\d{1,3}([.,]\d+)?$/.test(told)) return Number(told.replace(',', '.'));
  fault(`${column} must be degrees, as 55,68539.`);
  return null;
}
