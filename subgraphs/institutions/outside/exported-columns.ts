import {
  type Address,
  type DaycareLevel,
  type DaycareType,
  type LifecycleStatus,
  type Ownership,
  typeCodes,
} from '../domain/daycares/daycare.ts';
import { municipalityOf } from '../domain/municipalities/municipalities.ts';
import { joinValues } from './csv-line.ts';
import { defusedText } from './defused-text.ts';
import { levelWords, ownershipCodes, ownershipTexts, typeTexts } from './register-codes.ts';

/** A daycare as the register tells it to whoever asks; what its level does not have is left out. */
export interface ExportedDaycare {
  readonly number: string;
  readonly level: DaycareLevel;
  readonly name: string;
  readonly status: LifecycleStatus;
  readonly ownership: Ownership;
  readonly municipality: { readonly code: string };
  readonly validFrom: string;
  readonly institution?: Numbered;
  readonly unit?: Numbered & { readonly institution: Numbered };
  readonly type?: DaycareType;
  readonly address?: Address;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly companyNumber?: string | null;
  readonly productionUnitNumber?: string | null;
}

interface Numbered {
  readonly number: string;
}

type Column = readonly [name: string, value: (daycare: ExportedDaycare) => string];

// The columns of the register's public export, in its order, then those that only some of its exports have.
const columns: readonly Column[] = [
  ['dagtilbudsType', ({ level }) => levelWords[level]],
  [
    'daginstitutionsNummer',
    ({ level, number, institution, unit }) => (level === 'INSTITUTION' ? number : ((unit?.institution ?? institution)?.number ?? '')),
  ],
  ['anvisningsenhedsNummer', ({ level, number, unit }) => (level === 'UNIT' ? number : (unit?.number ?? ''))],
  ['alternativAdresseNummer', ({ level, number }) => (level === 'LOCATION' ? number : '')],
  ['dagtilbudsNavn', ({ name }) => text(name)],
  ['ejerformKode', ({ ownership }) => String(ownershipCodes[ownership])],
  ['ejerformKode_Tekst', ({ ownership }) => ownershipTexts[ownership]],
  ['instType3', ({ type }) => (type ? String(typeCodes[type]) : '')],
  ['instType3_Tekst', ({ type }) => (type ? typeTexts[type] : '')],
  ['aktivitetsstatus', ({ status }) => (status === 'CLOSED' ? 'Nedlagt' : 'Aktiv')],
  ['admKommuneKode', ({ municipality }) => municipality.code],
  ['admKommuneKode_Tekst', ({ municipality }) => nameOf(municipality.code)],
  ['vejNavn', ({ address }) => text(address?.street)],
  ['husNummer', ({ address }) => text(address?.houseNumber)],
  ['postNummer', ({ address }) => address?.postalCode ?? ''],
  ['byNavn', ({ address }) => text(address?.town)],
  ['geoBredde', ({ address }) => degrees(address?.latitude)],
  ['geoLaengde', ({ address }) => degrees(address?.longitude)],
  ['cvrNummer', ({ companyNumber }) => companyNumber ?? ''],
  ['pNummer', ({ productionUnitNumber }) => productionUnitNumber ?? ''],
  ['supplerendeBynavn', ({ address }) => text(address?.supplementaryTown)],
  ['kommuneKode', ({ address }) => address?.municipalityCode ?? ''],
  ['kommuneKode_Tekst', ({ address }) => nameOf(address?.municipalityCode)],
  ['dawaId', ({ address }) => text(address?.addressId)],
  ['email', ({ email }) => text(email)],
  ['telefonNummer', ({ phone }) => text(phone)],
  ['senestOpdateret', ({ validFrom }) => validFrom.slice(0, 10)],
];

export const headerLine = joinValues(columns.map(([name]) => name));

export const exportedLine = (daycare: ExportedDaycare): string => joinValues(columns.map(([, value]) => value(daycare)));

// A file that holds a NUL is none of the register, so none is written.
const text = (told: string | null | undefined) => defusedText((told ?? '').replaceAll('\0', ''));
const nameOf = (code: string | null | undefined) => (code && municipalityOf(code)?.name) || '';

// As many decimals as it takes to read the same number again, and never an exponent.
const decimals = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 100 });
const degrees = (told: number | null | undefined) => (typeof told === 'number' ? decimals.format(told).replace('.', ',') : '');
